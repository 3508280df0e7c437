import * as z from 'zod/mini';
import type { Catalog } from './catalog.ts';
import { cleanTexts, withDefaults } from './catalogRow.ts';
import { englishIssues } from './englishIssues.ts';
import { findJsonFault, type JsonPath } from './jsonPlaces.ts';
import { locateProblems, positionAt, withoutMark } from './locateProblems.ts';
import { escapeUnseen, hasMixedScripts, plainText } from './plainText.ts';
import type { CatalogRecords, Source } from './records.ts';
import { rowSchemas, type ListName } from './records.schema.ts';

/** One fault of a catalog file. The row is left out unless the message says that something was removed from it or looks like something else. */
export interface CatalogProblem {
	/** The file, as the caller named it. */
	readonly origin: string;
	/** `figures, row 12`, counted from 1; empty where the whole file is meant. */
	readonly where: string;
	readonly message: string;
	/** Steps from the row, or from the file where `where` is empty, to the field that is meant. */
	readonly field?: JsonPath;
	/** Line of the file, from 1, where it is known. */
	readonly line?: number;
	/** UTF-16 column in that line, from 1. */
	readonly column?: number;
	/** Column after the last character that is meant, on the same line. */
	readonly endColumn?: number;
	/** A warning without it. */
	readonly severity?: 'error' | 'information';
	/** Where the linter found it: its rule, and the id of the record that it is about. */
	readonly finding?: { readonly rule: string; readonly of: string };
}

/** Where records stand, by record. */
export type Places = Pick<ReadonlyMap<object, string>, 'get' | 'has' | 'size' | 'values'>;

export interface ParsedCatalog {
	readonly origin: string;
	/** The rows that are good by themselves; whether their references exist is found when they are merged. */
	readonly records: CatalogRecords;
	readonly problems: readonly CatalogProblem[];
	/** Where each record stands, as `CatalogProblem.where` says it. */
	readonly places: Places;
	/** Line of each record, from 1, where reading gives it. In JSON a line is only looked up where something is wrong. */
	readonly lines?: Pick<ReadonlyMap<object, number>, 'get'>;
	/** The file itself, as the source of the figures in it. */
	readonly fileSource: Source;
	/** Makes those records in steps that a view of families asks for, where none is made before it is asked for. */
	readonly prepare?: () => Generator<void, void>;
	/** `base` with all records, without a look at each of them; undefined where not every one of them can be added as it is. */
	readonly addAllTo?: (base: Catalog) => Catalog | undefined;
}

export const maxCatalogBytes = 10_000_000;
/** Problems of one file that are listed one by one. */
export const maxProblems = 1000;
/** Lists of a catalog file, in the order in which they are read. */
export const listNames: readonly ListName[] = [
	'families',
	'models',
	'checkpoints',
	'candidates',
	'figures',
	'measurements',
	'devices',
	'sources',
	'datasets',
];
/** Without `z.catch`, which would bring all of zod's helpers into the browser's build. */
const versionSchema = z.string().check(z.maxLength(200));
const dateSchema = z.iso.date();

/**
 * Reads a catalog file that a person wrote: JSON with any of the lists of a catalog. Good rows are kept whatever stands
 * beside them, each bad one becomes a problem that names its place. Never throws.
 * @param origin what to call the file in problems and as a source, such as its path in the workspace.
 */
export function parseCatalogText(text: string, origin: string): ParsedCatalog {
	const reader = createReader(origin);
	const file = readJson(text, reader.report);
	const lists = new Map<string, unknown>(file ? Object.entries(file) : []);
	const head = {
		version: versionSchema.safeParse(lists.get('version')).data ?? '',
		date: dateSchema.safeParse(lists.get('date')).data ?? '',
	};
	reportUnknownLists(lists.keys(), reader.report);
	const rows = (list: ListName): unknown => lists.get(list);
	const records: CatalogRecords = {
		version: plainText(head.version),
		date: head.date,
		families: reader.parseRows('families', rowSchemas.families, rows('families')),
		models: reader.parseRows('models', rowSchemas.models, rows('models')),
		checkpoints: reader.parseRows('checkpoints', rowSchemas.checkpoints, rows('checkpoints')),
		candidates: reader.parseRows('candidates', rowSchemas.candidates, rows('candidates')),
		figures: reader.parseRows('figures', rowSchemas.figures, rows('figures')),
		measurements: reader.parseRows('measurements', rowSchemas.measurements, rows('measurements')),
		devices: reader.parseRows('devices', rowSchemas.devices, rows('devices')),
		sources: reader.parseRows('sources', rowSchemas.sources, rows('sources')),
		datasets: reader.parseRows('datasets', rowSchemas.datasets, rows('datasets')),
	};
	const fileSource = sourceOfFile(origin, records);
	const problems = locateProblems(text, reader.problems());
	return { origin: plainText(origin), records, problems, places: reader.places, fileSource };
}

/** Id of a catalog file as a source. */
export function fileSourceId(origin: string): string {
	return `user:${origin.replace(/[^\w.-]+/g, '-').slice(-150)}`;
}

type Place = Pick<CatalogProblem, 'field' | 'line' | 'column'>;
type Report = (where: string, message: string, place?: Place) => void;

interface Reader {
	readonly places: Map<object, string>;
	readonly report: Report;
	problems(): readonly CatalogProblem[];
	parseRows<T extends object>(list: ListName, schema: z.ZodMiniType<T>, rows: unknown): readonly T[];
}

function createReader(origin: string): Reader {
	const found: CatalogProblem[] = [];
	let count = 0;
	const report: Report = (where, message, place) => {
		count += 1;
		if (count <= maxProblems) found.push({ origin: plainText(origin), where, message, ...place });
	};
	const places = new Map<object, string>();
	const firstPlaces = new Map<string, string>();
	return {
		places,
		report,
		problems: () => (count > maxProblems ? [...found, unlisted(origin, count - maxProblems)] : found),
		parseRows: (list, schema, rows) => {
			if (rows === undefined) return [];
			if (!Array.isArray(rows)) {
				report(list, `expected a list of rows, received ${typeof rows}`);
				return [];
			}
			return rows.flatMap((row: unknown, index) => {
				const where = `${list}, row ${index + 1}`;
				const parsed = parseRow(list, schema, row, { where, origin, report });
				if (!parsed || isRepeated(list, parsed, where, firstPlaces, report)) return [];
				places.set(parsed, where);
				return [parsed];
			});
		},
	};
}

export function unlisted(origin: string, count: number): CatalogProblem {
	return { origin: plainText(origin), where: '', message: `${count} more problems are not listed` };
}

interface RowContext {
	readonly where: string;
	readonly origin: string;
	readonly report: Report;
}

function parseRow<T>(list: ListName, schema: z.ZodMiniType<T>, row: unknown, context: RowContext): T | undefined {
	const { where, origin, report } = context;
	const { value, cleaned } = cleanTexts(withDefaults(list, row, { source: fileSourceId(origin), locator: where }));
	const parsed = schema.safeParse(value, englishIssues);
	if (!parsed.success) {
		report(
			where,
			parsed.error.issues
				.slice(0, 3)
				.map(issue => issueText(list, issue))
				.join('; '),
			placeOfIssue(parsed.error.issues[0]),
		);
		return undefined;
	}
	if (cleaned.length > 0) report(where, `removed characters that cannot be seen from ${cleaned.join(', ')}`);
	const lookalike = namesOf(parsed.data).find(hasMixedScripts);
	if (lookalike !== undefined)
		report(where, `"${plainText(lookalike, 80)}" mixes letters of two scripts in one word`);
	return parsed.data;
}

function namesOf(record: unknown): readonly string[] {
	if (typeof record !== 'object' || record === null) return [];
	const aliases: readonly unknown[] = 'aliases' in record && Array.isArray(record.aliases) ? record.aliases : [];
	return ['name' in record ? record.name : undefined, ...aliases].filter(name => typeof name === 'string');
}

/** Ids that figures may be `of` share one space, or a figure could belong to two records. */
function isRepeated(
	list: ListName,
	record: object,
	where: string,
	firstPlaces: Map<string, string>,
	report: Report,
): boolean {
	if (!('id' in record) || typeof record.id !== 'string') return false;
	const space = ['devices', 'sources', 'datasets'].includes(list) ? list : 'networks';
	const key = `${space} ${record.id}`;
	const first = firstPlaces.get(key);
	if (first === undefined) firstPlaces.set(key, where);
	else report(where, `repeated id ${record.id}; expected an id of its own, first used in ${first}`);
	return first !== undefined;
}

function readJson(text: string, report: Report): object | undefined {
	if (isOverCap(text)) {
		report('', overCapMessage);
		return undefined;
	}
	try {
		const file: unknown = JSON.parse(withoutMark(text));
		if (typeof file === 'object' && file !== null && !Array.isArray(file)) return file;
		report('', `expected an object with lists such as "models" and "figures"`);
	} catch (error) {
		const fault = findJsonFault(withoutMark(text));
		const place = fault === undefined ? {} : positionAt(withoutMark(text), fault);
		report('', `not valid JSON${reasonOf(error)}`, place);
	}
	return undefined;
}

/** What the engine says about text that is no JSON. Not every engine says where. */
function reasonOf(error: unknown): string {
	return error instanceof SyntaxError ? `: ${escapeUnseen(error.message, 120)}` : '';
}

export const overCapMessage = `larger than ${maxCatalogBytes / 1e6} MB; expected a smaller file`;

/** UTF-16 units are at most as many as bytes of UTF-8, and a third of them at least. */
export function isOverCap(text: string): boolean {
	if (text.length > maxCatalogBytes) return true;
	return text.length * 3 > maxCatalogBytes && utf8Length(text) > maxCatalogBytes;
}

function utf8Length(text: string): number {
	const first = text.search(/[\u0080-\uffff]/); // a third of the time of a look at each unit
	if (first < 0) return text.length;
	let bytes = text.length;
	for (let index = first; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
	}
	return bytes;
}

function reportUnknownLists(names: Iterable<string>, report: Report): void {
	const accepted = ['$schema', 'version', 'date', ...listNames];
	for (const name of names) {
		if (!accepted.includes(name))
			report('', `unknown list "${escapeUnseen(name)}"; accepted: ${accepted.join(', ')}`, { field: [name] });
	}
}

const acceptedKeys: ReadonlyMap<ListName, readonly string[]> = new Map(
	listNames.map(list => {
		const schema = rowSchemas[list];
		const shapes = 'shape' in schema ? [schema.shape] : schema.def.options.map(option => option.shape);
		return [list, [...new Set(shapes.flatMap(shape => Object.keys(shape)))]];
	}),
);

/** The field of the first issue of a row. An unknown field is the issue of the object around it. */
export function placeOfIssue(issue: z.core.$ZodIssue | undefined): Place {
	if (!issue) return {};
	const path = issue.path.filter(step => typeof step !== 'symbol');
	return { field: issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path };
}

/** `conditions.input[0]` */
function pathText(path: readonly PropertyKey[]): string {
	const steps = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
	return steps.join('').replace(/^\./, '');
}

/** `expected number, received string → at value` */
function issueText(list: ListName, issue: z.core.$ZodIssue): string {
	const at = issue.path.length > 0 ? ` → at ${plainText(pathText(issue.path))}` : '';
	if (issue.code !== 'unrecognized_keys') {
		return `${plainText(issue.message, 300)}${at}`;
	}
	const keys = issue.keys.slice(0, 3).map(key => `"${escapeUnseen(key)}"`);
	const accepted = at === '' ? `; accepted: ${acceptedKeys.get(list)?.join(', ') ?? ''}` : '';
	return `unknown ${keys.length > 1 ? 'fields' : 'field'} ${keys.join(', ')}${accepted}${at}`;
}

/** The file as the source of the figures in it. */
export function sourceOfFile(origin: string, { version, date }: Pick<CatalogRecords, 'version' | 'date'>): Source {
	const title = plainText(origin) || 'A catalog of yours';
	return { id: fileSourceId(origin), title, kind: 'user', where: title, version, date, licence: 'unknown' };
}
