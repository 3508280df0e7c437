import { catalogOf, type Catalog } from './catalog.ts';
import { groupTable, tableRows, type ColumnTable } from './columnTable.ts';
import { once } from './once.ts';
import type { CatalogRecords, Figure, Measurement } from './records.ts';

export const shippedFormat = 'model-scout-catalog-3';

export const shippedLists = [
	'families',
	'models',
	'checkpoints',
	'candidates',
	'figures',
	'measurements',
	'devices',
	'sources',
	'datasets',
] as const satisfies readonly (keyof CatalogRecords)[];
/** The byte of a line feed, which is a part of no other letter of UTF-8. */
const lineEnd = 0x0a;

type ShippedList = (typeof shippedLists)[number];

type RecordOf<List extends ShippedList> = CatalogRecords[List][number];

/** What the line of a list begins with. */
export function sectionStart(list: ShippedList): string {
	return `"${list}":`;
}

/**
 * Reads the one file that the build makes from `data/`. Its records were checked when it was built, so only its format is
 * looked at here. Each list is read when somebody asks for it, and of figures and measurements, most of it by far, only
 * the records that are asked for: the first look at the families needs a tenth of the file.
 * @param file UTF-8.
 * @throws {RangeError} if the bytes are not such a file; asking for a list does if its line is no JSON.
 */
export function decodeShippedCatalog(file: Uint8Array): Catalog {
	const [first, ...lines] = splitLines(file);
	const head = first && readHead(textOf(first));
	const isWhole =
		lines.length === shippedLists.length + 1 &&
		shippedLists.every((list, place) => beginsWith(lines[place], sectionStart(list)));
	if (!head || !isWhole) throw new RangeError(`invalid shipped catalog; expected a file of format ${shippedFormat}`);
	const tableOf = (list: ShippedList): ColumnTable => readTable(list, textOf(lines[shippedLists.indexOf(list)]));
	const list = <List extends ShippedList>(name: List): (() => readonly RecordOf<List>[]) =>
		once(() => tableRows(tableOf(name)) as readonly RecordOf<List>[]);
	const measurements = once(() => tableOf('measurements'));
	return catalogOf({
		...head,
		families: list('families'),
		models: list('models'),
		checkpoints: list('checkpoints'),
		candidates: list('candidates'),
		figures: groupTable<Figure>(
			once(() => tableOf('figures')),
			'of',
		),
		measurements: groupTable<Measurement>(measurements, 'model'),
		measurementsByDevice: groupTable<Measurement>(measurements, 'device'),
		devices: list('devices'),
		sources: list('sources'),
		datasets: list('datasets'),
	});
}

/** The lines of a file without the last line end; no text is made of them yet, since most are read later or never. */
function splitLines(file: Uint8Array): readonly Uint8Array[] {
	const lines: Uint8Array[] = [];
	for (let start = 0; start < file.length;) {
		const found = file.indexOf(lineEnd, start);
		const end = found < 0 ? file.length : found;
		lines.push(file.subarray(start, end));
		start = end + 1;
	}
	return lines;
}

function beginsWith(line: Uint8Array | undefined, start: string): boolean {
	return textOf(line?.subarray(0, start.length)) === start;
}

function textOf(line: Uint8Array | undefined): string {
	return new TextDecoder().decode(line);
}

/** The version and date of the first line, which ends within the object of the file. */
function readHead(line: string): Pick<CatalogRecords, 'version' | 'date'> | undefined {
	const head = parseJson(line.replace(/,$/, '}'));
	if (typeof head !== 'object' || head === null || !('format' in head) || head.format !== shippedFormat)
		return undefined;
	const version = 'version' in head ? head.version : undefined;
	const date = 'date' in head ? head.date : undefined;
	return typeof version === 'string' && typeof date === 'string' ? { version, date } : undefined;
}

function readTable(list: ShippedList, line: string): ColumnTable {
	const table = parseJson(line.slice(sectionStart(list).length).replace(/,$/, ''));
	if (isTable(table)) return table;
	throw new RangeError(`invalid shipped catalog; expected columns of ${list}`);
}

function isTable(value: unknown): value is ColumnTable {
	return typeof value === 'object' && value !== null && 'rows' in value && 'columns' in value;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new RangeError('invalid shipped catalog; expected JSON', { cause: error });
	}
}
