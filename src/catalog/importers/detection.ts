import type { Candidate, Checkpoint, Figure, Framework, Measurement } from '../records.ts';
import { candidateNotes, detectionMeasurement, type DetectionNote, type DetectionRun } from './detectionTimes.ts';
import { printedPercent, printedSize, readDetectionTable } from './detectionRows.ts';
import { printedNumber } from './timmRows.ts';
import type { PublicRow, RejectedRow } from './publicTable.ts';

/** Whose network a row names. */
export interface DetectionName {
	/** Model id. */
	readonly model: string;
	/** `[height, width]` in px where the row prints none. */
	readonly input?: readonly [number, number];
	/** What is odd about the weights: `quantized`. */
	readonly weights?: string;
}

/** Where a row was read. */
export interface DetectionSource {
	/** Source id. */
	readonly source?: string;
	/** Sets the candidates of a model apart where several sources print one at the same size. */
	readonly tag?: string;
	/** Where the source ships the weights that it evaluates, which are then checkpoints of this license. */
	readonly framework?: Framework;
	readonly licence?: string;
	/** Why its rows give no record. */
	readonly instead?: string;
}

/** What images an AP is of. */
export interface DetectionSplit {
	readonly dataset: string;
	/** Why the AP cannot be compared with those of the data set. */
	readonly doubt?: string;
}

/** What the rows are read with. */
export interface DetectionNames {
	/** By what a row calls its model. */
	readonly rows: ReadonlyMap<string, DetectionName>;
	/** By how the column `source` begins. */
	readonly sources: ReadonlyMap<string, DetectionSource>;
	/** By data set and split as they are printed, with a space between them. */
	readonly splits: ReadonlyMap<string, DetectionSplit>;
	/** By runtime and hardware as they are printed, with a comma between them; those that are not here are not known. */
	readonly runs: ReadonlyMap<string, DetectionRun>;
	/** Sentence of a time by its scope as printed. */
	readonly scopes: ReadonlyMap<string, string>;
	/** What a printed note means, by a part of it. */
	readonly notes: readonly DetectionNote[];
}

export interface DetectionResults {
	readonly checkpoints: readonly Checkpoint[];
	readonly candidates: readonly Candidate[];
	readonly figures: readonly Figure[];
	readonly measurements: readonly Measurement[];
	/** Rows without a record, and rows of which the time alone is left out. */
	readonly rejected: readonly RejectedRow[];
}

/**
 * Reads a table of detectors: one row for each model, input size and run. The rows of one candidate repeat its AP, its
 * parameters and its cost, which are kept once and have to agree. AP of another split, and costs at another size, are kept
 * so marked. A time of unknown conditions is left out, and said to be.
 */
export function importDetection(text: string, names: DetectionNames): DetectionResults {
	const table = readDetectionTable(text, ['input_size', 'dataset', 'split', 'map_50_95', 'latency_ms', 'source']);
	const results = new Map<string, Result>();
	const measurements: Measurement[] = [];
	const rejected = [...table.rejected];
	for (const row of table.rows) {
		const reject = (reason: string): void => {
			rejected.push({ line: row.line, name: row.name, reason });
		};
		const result = readResult(row, names);
		if (typeof result === 'string') {
			reject(result);
			continue;
		}
		const known = results.get(result.candidate.id);
		if (known && JSON.stringify(known.figures) !== JSON.stringify(result.figures)) {
			reject('its figures are not those of the row above of the same model and size');
			continue;
		}
		if (!known) results.set(result.candidate.id, result);
		if (row.cell('latency_ms') === '') continue;
		const measurement = detectionMeasurement(row, result.candidate, result.source, names);
		if (typeof measurement === 'string') reject(`its time alone: ${measurement}`);
		else measurements.push(measurement);
	}
	const all = [...results.values()];
	return {
		checkpoints: distinct(all.flatMap(({ checkpoint }) => checkpoint ?? [])),
		candidates: all.map(({ candidate }) => candidate),
		figures: all.flatMap(({ figures }) => figures),
		measurements,
		rejected,
	};
}

interface Result {
	readonly source: string;
	readonly checkpoint?: Checkpoint;
	readonly candidate: Candidate;
	readonly figures: readonly Figure[];
}

/** What a row says apart from its time, or why it is rejected. */
function readResult(row: PublicRow, names: DetectionNames): Result | string {
	const about = [...names.sources].find(([beginning]) => row.cell('source').startsWith(beginning))?.[1];
	if (about?.instead !== undefined) return about.instead;
	if (about?.source === undefined) return 'its source is not known';
	const name = names.rows.get(row.name);
	if (!name) return 'its name is not mapped to a model';
	const split = names.splits.get(`${row.cell('dataset')} ${row.cell('split')}`);
	if (!split) return 'its data set and split are not known';
	const input = row.cell('input_size') === '' ? name.input : printedSize(row.cell('input_size'));
	if (!input) return 'input_size is no size in px; expected 640, 512x512 or 800 short side';
	const checkpoint = checkpointOf(row, name, about, input);
	const tags = [about.tag, name.weights].filter(tag => tag !== undefined).join('-');
	const size = input[0] === input[1] ? String(input[0]) : `${String(input[0])}x${String(input[1])}`;
	const owner = checkpoint?.id ?? name.model;
	const note = candidateNotes(row, names.notes);
	const candidate = {
		id: `${owner}@${size}${tags === '' ? '' : `:${tags}`}`,
		model: name.model,
		...(checkpoint && { checkpoint: checkpoint.id }),
		input,
		dataset: split.dataset,
		...(note !== '' && { note }),
	};
	const figures = readFigures(row, { candidate, checkpoint, source: about.source, split, weights: name.weights });
	if (typeof figures === 'string') return figures;
	return { source: about.source, ...(checkpoint && { checkpoint }), candidate, figures };
}

function checkpointOf(
	row: PublicRow,
	{ model }: DetectionName,
	{ framework, licence = 'unknown' }: DetectionSource,
	input: readonly [number, number],
): Checkpoint | undefined {
	if (framework === undefined) return undefined;
	const name = `${row.name}.pt`;
	const id = `${framework}:${name}`;
	return {
		id,
		model,
		framework,
		name,
		dataset: 'coco-2017',
		classes: 80,
		weightsLicence: licence,
		preprocess: { input },
	};
}

interface FigureContext {
	readonly candidate: Candidate;
	readonly checkpoint: Checkpoint | undefined;
	readonly source: string;
	readonly split: DetectionSplit;
	readonly weights: string | undefined;
}

function readFigures(row: PublicRow, context: FigureContext): readonly Figure[] | string {
	const { candidate, checkpoint, source, split, weights } = context;
	const about = { source, locator: `row ${row.name}` };
	const figures: Figure[] = [];
	for (const [column, kind] of [['map_50_95', 'ap'] as const, ['map_50', 'ap50'] as const]) {
		const printed = row.cell(column);
		if (printed === '') continue;
		const value = printedPercent(printed);
		if (value === undefined) return `${column} is no AP in percent`;
		const conditions = weights === undefined ? {} : { weights };
		const doubt = split.doubt === undefined ? {} : { doubt: 'other-dataset' as const, note: split.doubt };
		figures.push({ of: candidate.id, kind, value, printed, conditions, ...about, ...doubt });
	}
	const testDev = /^test-dev AP (\d{1,2}(?:\.\d)?)\b/.exec(row.cell('note'))?.[1];
	if (testDev !== undefined) {
		const conditions = { dataset: 'coco-2017-test-dev' };
		const other = { conditions, doubt: 'other-dataset' as const };
		figures.push({ of: candidate.id, kind: 'ap', value: Number(testDev), printed: testDev, ...about, ...other });
	}
	const params = printedNumber(row.cell('params_m'));
	if (params) {
		const of = checkpoint?.id ?? candidate.id;
		const value = Math.round(params * 1e6);
		figures.push({ of, kind: 'params', value, printed: row.cell('params_m'), conditions: {}, ...about });
	}
	const macs = readMacs(row, candidate, about);
	if (typeof macs === 'string') return macs;
	return macs ? [...figures, macs] : figures;
}

/** MACs by the convention that the row names; without one the number could be twice as much as is meant. */
function readMacs(
	row: PublicRow,
	{ id }: Candidate,
	about: Pick<Figure, 'source' | 'locator'>,
): Figure | string | undefined {
	const printed = row.cell('flops_g');
	if (printed === '') return undefined;
	const giga = printedNumber(printed);
	const convention = row.cell('flops_convention');
	const isDoubled = /^2 x MACs\b/.test(convention);
	if (!giga) return 'flops_g is no number of G';
	if (!isDoubled && !/^(?:MACs|MAdds)\b/.test(convention)) return 'flops_convention does not say MACs or 2 x MACs';
	const size = /\bat (\d{2,4}) px\b/.exec(convention)?.[1];
	const input = size === undefined ? undefined : ([Number(size), Number(size)] as const);
	return {
		of: id,
		kind: 'macs',
		value: Math.round((giga * 1e9) / (isDoubled ? 2 : 1)),
		printed,
		...(isDoubled && { convention: '2x-macs' as const }),
		conditions: input ? { input } : {},
		...about,
		...(convention.includes('inferred') && {
			note: 'That the number counts two to a MAC is inferred from its size.',
		}),
	};
}

function distinct<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
	return [...new Map(records.map(record => [record.id, record])).values()];
}
