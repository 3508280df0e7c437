import type { RankedAccuracy } from '../catalog/accuracy.ts';
import type { Task } from '../catalog/records.ts';
import type { TextLines } from './textLines.ts';
import type { WholeNumbers } from './wholeNumbers.ts';

/**
 * Everything that the comparison page shows, as columns: entry `i` of each column is row `i`.
 * It crosses to the page as `packSnapshot` packs it, where `parseHostMessage` reads it again.
 * An unknown number is NaN.
 */
export interface ComparisonSnapshot {
	readonly rows: number;
	/** What all rows do: candidates of different tasks never stand in one table or on one axis. */
	readonly task: Task;
	/** Tasks to choose from. */
	readonly tasks: readonly Task[];
	/** Candidate id of each row. */
	readonly ids: TextLines;
	/** Model id of each row. */
	readonly models: TextColumn;
	readonly texts: Readonly<Record<TextMetric, TextColumn>>;
	readonly numbers: Readonly<Record<NumberMetric, NumberColumn>>;
	/** Input height and width in px. */
	readonly inputHeights: WholeNumbers;
	readonly inputWidths: WholeNumbers;
	/** Index into `verdicts`. */
	readonly verdicts: Uint8Array;
	/** Sum of `rowMarks`. */
	readonly marks: Uint8Array;
	/** Why a row has its verdict or its marks, one sentence after the other; empty where there is nothing to say. */
	readonly notes: TextColumn;
	/** What else the filter finds a row by, beside its ids and the texts that it shows: other names of its model and family. */
	readonly words: TextColumn;
	/** Row indices on the frontier of each cost, cheapest first. Unranked rows are never on it. */
	readonly frontiers: Readonly<Record<CostMetric, Uint32Array>>;
	readonly budget: SnapshotBudget;
	/** The device that `latencyMs` is measured on; undefined where the catalog has no measurement. */
	readonly device?: SnapshotDevice;
	/** Devices to choose from, most measured first. */
	readonly devices: readonly SnapshotDevice[];
	/** Height and width in px that MACs are counted at, where it is not the input of each row. */
	readonly costInput?: readonly [number, number];
	/** Whether `numbers.macs` are FLOPs, two per multiply-accumulate, as a person asked to see them. */
	readonly countsFlops?: boolean;
	/** Sizes in px to choose from that they can be counted at. */
	readonly costInputs: readonly number[];
	/** Images that the accuracies of the task are shares of; 0 where they are none, as a mean precision is. */
	readonly evaluationImages: number;
	/** Row indices of the shared selection, in the order in which they were selected. */
	readonly selection: Uint32Array;
	readonly catalog: { readonly version: string; readonly date: string };
}

/** More are not sent to a page: it can be told of any number of equal rows in a few bytes, and has room for so many. */
export const mostRows = 2 ** 20;

export const textMetrics = [
	'name',
	'family',
	'framework',
	'weights',
	'sizeClass',
	'license',
	'crop',
	'source',
] as const;
export type TextMetric = (typeof textMetrics)[number];

export const costMetrics = ['macs', 'params', 'bytes', 'latencyMs'] as const;
export type CostMetric = (typeof costMetrics)[number];

export const numberMetrics = ['top1', 'top5', 'real-top1', 'v2-top1', 'ap', 'ap50', 'miou', ...costMetrics] as const;
export type NumberMetric = (typeof numberMetrics)[number];

/** `none` without a budget. `unranked` would meet the budget and is never a match. */
export const verdicts = ['none', 'meets', 'exceeds', 'unknown', 'unranked'] as const;
export type RowVerdict = (typeof verdicts)[number];

/** Bits of `ComparisonSnapshot.marks`. */
export const rowMarks = { unranked: 1, disputed: 2, superseded: 4, misprint: 8 } as const;

/** Texts with each distinct one stored once: row `i` reads text `codes[i]` of `values`. The first one is the empty text. */
export interface TextColumn {
	readonly values: TextLines;
	readonly codes: WholeNumbers;
}

export interface NumberColumn {
	/** In the unit of the records: percent, counts, bytes, milliseconds. NaN where unknown; none at all where all are. */
	readonly values: Float64Array;
	/** How many of them are known. */
	readonly known: number;
	/** Title of the source of each value; empty where the value is unknown. */
	readonly sources: TextColumn;
	/** What other sources say that is in conflict with a value, each with its number; empty where nothing is. */
	readonly conflicts: TextColumn;
}

export interface SnapshotBudget {
	/** As the person wrote it; empty for no budget. */
	readonly text: string;
	/** What is wrong with `text`; then no row has a verdict. */
	readonly problem?: string;
	/** How `text` was understood, where its words leave a choice: both readings of FLOPs, the run of a latency. */
	readonly reading?: string;
	readonly limits: readonly SnapshotLimit[];
	/** How many limits and floors `text` has: more than `limits` where one is on no column. */
	readonly constraints: number;
	readonly counts: Readonly<Record<Exclude<RowVerdict, 'none'>, number>>;
	/** Row of the candidate that a pick under the budget answers; undefined where it has none or that is not a row. */
	readonly pick?: number;
}

/** One upper limit on a cost or one lower limit on accuracy, inclusive. A latency in another run than the column's has no line. */
export interface SnapshotLimit {
	readonly metric: CostMetric | RankedAccuracy;
	readonly value: number;
	/** As a line is named: `≤ 300 M MACs`. */
	readonly text: string;
	/** The part of the budget's text that says it. */
	readonly written: string;
}

export interface SnapshotDevice {
	readonly id: string;
	readonly name: string;
	/** How the figures shown were measured: `tflite-cpu, fp32, 1 thread`. */
	readonly run: string;
	/** Candidates that have a latency on it. */
	readonly candidates: number;
}

export function textAt(column: TextColumn, row: number): string {
	return column.values.at(column.codes[row] ?? 0) ?? '';
}

/** Whether any row has a text: the builder of a column keeps none that no row has. */
export function hasTexts({ values }: TextColumn): boolean {
	return values.length > 1;
}

/** Whether rows have verdicts: whether there is a budget that can be read. */
export function hasVerdicts({ budget: { counts } }: ComparisonSnapshot): boolean {
	return counts.meets + counts.exceeds + counts.unknown + counts.unranked > 0;
}

export function verdictAt(snapshot: ComparisonSnapshot, row: number): RowVerdict {
	return verdicts[snapshot.verdicts[row] ?? 0] ?? 'none';
}

export function hasMark(snapshot: ComparisonSnapshot, row: number, mark: keyof typeof rowMarks): boolean {
	return ((snapshot.marks[row] ?? 0) & rowMarks[mark]) !== 0;
}

/** Whether two snapshots show the same numbers: those of one answer of the host, in the same unit. */
export function isSameNumbers(a: ComparisonSnapshot | undefined, b: ComparisonSnapshot): boolean {
	return a?.numbers.top1 === b.numbers.top1 && a.countsFlops === b.countsFlops;
}
