import { escapeUnseen } from '../plainText.ts';
import type { Candidate, Checkpoint, Figure, Framework, Measurement, Preprocess } from '../records.ts';
import { readPublicTable, type PublicRow, type PublicTable, type RejectedRow } from './publicTable.ts';
import { printedNumber } from './timmRows.ts';

/** What is known of a row beside what it prints; by the name that loads its weights. */
export interface RowNotes {
	/** Costs that hold for the model and not for these weights alone. */
	readonly modelCosts?: readonly CostKind[];
	/** Side in px where the file does not say it. */
	readonly input?: number;
	/** Side in px that the printed MACs hold for, where it is another than that of the accuracy. */
	readonly macsInput?: number;
	readonly pretrainedOn?: string;
	/** Says what is odd about the candidate. */
	readonly note?: string;
	/** Says what is odd about its accuracy. */
	readonly accuracyNote?: string;
	readonly params?: Pick<Figure, 'convention' | 'doubt' | 'note'>;
	readonly macs?: Pick<Figure, 'convention' | 'doubt' | 'note'>;
	/** The row prints multiply-accumulates in a column that counts two operations to one. */
	readonly countsMacs?: boolean;
	/** Why the row gives no record. */
	readonly leftOut?: string;
}

/** What the rows of a framework are read with. */
export interface FrameworkNames {
	/** Model id by what the file calls the network. */
	readonly modelOf: ReadonlyMap<string, string>;
	readonly notes: ReadonlyMap<string, RowNotes>;
	/** Source id of the file. */
	readonly source: string;
}

export interface FrameworkRecords {
	readonly checkpoints: readonly Checkpoint[];
	readonly candidates: readonly Candidate[];
	readonly figures: readonly Figure[];
	readonly measurements: readonly Measurement[];
	readonly rejected: readonly RejectedRow[];
}

type CostKind = 'macs' | 'params' | 'bytes';

/** A number as the source prints it and as the catalog holds it. */
export type Printed = Pick<Figure, 'value' | 'printed' | 'convention'>;

/** Weights with all that a row prints of them. */
export interface WeightsRow {
	readonly framework: Framework;
	readonly name: string;
	readonly model: string;
	readonly input: readonly [number, number];
	readonly licence?: string;
	readonly preprocess?: Preprocess;
	readonly pretrainedOn?: string;
	readonly top1: Printed;
	readonly top5?: Printed | undefined;
	readonly costs: Readonly<Partial<Record<CostKind, Printed | undefined>>>;
	readonly locator: string;
}

/**
 * Reads a CSV file whose weights are named in the column `name`. A file without one of the columns has no rows and one
 * rejected line: its heading. Names become a part of ids, so that one with other signs than `pattern` is rejected.
 */
export function readFrameworkTable(
	text: string,
	name: string,
	required: readonly string[],
	pattern = /^[a-z0-9][\w.-]{0,149}$/i,
): PublicTable {
	const nameFault = (text: string): string | undefined =>
		pattern.test(text) ? undefined : `${name} is no name that can load weights`;
	return readPublicTable(text, { name, required, expected: 'a table of weights', nameFault });
}

function rejection({ line, name }: PublicRow): Omit<RejectedRow, 'reason'> {
	return { line, name: escapeUnseen(name.slice(0, 150)) };
}

/** A printed cost above 0 as a count: `0.349` of `1e9` is 349000000. */
export function printedCost(text: string, unit: number): Printed | undefined {
	const value = printedNumber(text);
	return value === undefined || value <= 0 ? undefined : { value: Math.round(value * unit), printed: text };
}

/** A printed accuracy in percent. */
export function printedAccuracy(text: string): Printed | undefined {
	const value = printedNumber(text);
	return value === undefined || value <= 0 || value > 100 ? undefined : { value, printed: text };
}

/** Makes records of rows; `read` answers why a row gives none. Weights at a size that stand above already are rejected. */
export function importRows(
	table: PublicTable,
	names: FrameworkNames,
	read: (row: PublicRow) => WeightsRow | string,
	measure: (row: PublicRow, weights: WeightsRow) => readonly Measurement[] = () => [],
): FrameworkRecords {
	const checkpoints = new Map<string, Checkpoint>();
	const candidates = new Map<string, Candidate>();
	const figures: Figure[] = [];
	const measurements: Measurement[] = [];
	const rejected = [...table.rejected];
	for (const row of table.rows) {
		const weights = read(row);
		const fault = typeof weights === 'string' ? weights : weightsFault(weights, names, checkpoints);
		if (typeof weights === 'string' || fault !== undefined) {
			rejected.push({ ...rejection(row), reason: fault ?? '' });
			continue;
		}
		const notes = names.notes.get(weights.name) ?? {};
		const checkpoint = checkpointOf(weights, notes);
		const candidate = candidateOf(weights, notes, checkpoint.id);
		checkpoints.set(checkpoint.id, checkpoint);
		candidates.set(candidate.id, candidate);
		figures.push(...accuracies(weights, notes, candidate.id, names.source));
		figures.push(...costs(weights, notes, checkpoint.id, names.source));
		measurements.push(...measure(row, weights));
	}
	return {
		checkpoints: [...checkpoints.values()],
		candidates: [...candidates.values()],
		figures,
		measurements,
		rejected,
	};
}

function weightsFault(
	weights: WeightsRow,
	names: FrameworkNames,
	seen: ReadonlyMap<string, Checkpoint>,
): string | undefined {
	const leftOut = names.notes.get(weights.name)?.leftOut;
	if (leftOut !== undefined) return leftOut;
	if (seen.has(`${weights.framework}:${weights.name}`)) return 'these weights stand above already';
	return weights.top5 && weights.top1.value > weights.top5.value ? 'top-1 is above top-5' : undefined;
}

function checkpointOf(weights: WeightsRow, notes: RowNotes): Checkpoint {
	const { framework, name, model, input, licence, preprocess } = weights;
	const pretrainedOn = notes.pretrainedOn ?? weights.pretrainedOn;
	return {
		id: `${framework}:${name}`,
		model,
		framework,
		name,
		dataset: 'imagenet-1k',
		classes: 1000,
		...(pretrainedOn !== undefined && { pretrainedOn }),
		weightsLicence: licence ?? 'unknown',
		preprocess: preprocess ?? { input },
	};
}

function candidateOf({ model, input }: WeightsRow, { note }: RowNotes, checkpoint: string): Candidate {
	const size = input[0] === input[1] ? String(input[0]) : input.join('x');
	return {
		id: `${checkpoint}@${size}`,
		model,
		checkpoint,
		input,
		dataset: 'imagenet-1k',
		...(note !== undefined && { note }),
	};
}

function accuracies(weights: WeightsRow, { accuracyNote }: RowNotes, of: string, source: string): readonly Figure[] {
	return (['top1', 'top5'] as const).flatMap((kind): Figure[] => {
		const printed = weights[kind];
		if (!printed) return [];
		const note = accuracyNote !== undefined && { note: accuracyNote };
		return [{ of, kind, ...printed, conditions: {}, source, locator: weights.locator, ...note }];
	});
}

function costs(weights: WeightsRow, notes: RowNotes, checkpoint: string, source: string): readonly Figure[] {
	const { locator, model } = weights;
	const input = notes.macsInput === undefined ? weights.input : ([notes.macsInput, notes.macsInput] as const);
	return (['macs', 'params', 'bytes'] as const).flatMap((kind): Figure[] => {
		const printed = weights.costs[kind];
		if (!printed) return [];
		const of = notes.modelCosts?.includes(kind) ? model : checkpoint;
		const conditions = kind === 'macs' ? { input } : {};
		const special = kind === 'bytes' ? {} : notes[kind];
		return [{ of, kind, ...printed, conditions, source, locator, ...special }];
	});
}
