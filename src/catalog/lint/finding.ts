import type { Catalog } from '../catalog.ts';
import type { Candidate, Figure, FigureKind } from '../records.ts';

/** Rules of the linter, in the order in which their findings are listed. */
export const lintRules = [
	'implausible-figure',
	'unit-slip',
	'computed-cost',
	'sources-in-conflict',
	'family-order',
	'duplicate-name',
	'list-against-table',
] as const;
export type LintRule = (typeof lintRules)[number];

/** `error` for what cannot be, `warning` for what is likely wrong, `information` for what a record already admits or only a reader can judge. */
export type Severity = 'error' | 'warning' | 'information';

/** One doubt about a catalog. */
export interface Finding {
	readonly rule: LintRule;
	readonly severity: Severity;
	/** What is wrong and against what, in one sentence. Holds texts of records as they are. */
	readonly message: string;
	/** Id of the candidate, checkpoint, model or family that it is about. */
	readonly of: string;
	/** The record to mend: an object of the catalog. */
	readonly record: object;
	/** Field of `record` that is meant. */
	readonly field?: string;
}

/** The cost that the layers of a network give at an input size; undefined where they are not known. */
export type CostCounter = (
	owner: Pick<Candidate, 'model' | 'checkpoint'>,
	input: readonly [number, number],
) => { readonly macs: number; readonly params: number } | undefined;

/** What every rule reads. */
export interface LintFacts {
	readonly catalog: Catalog;
	/** The figures of one kind, in catalog order. */
	readonly figuresOf: (kind: FigureKind) => readonly Figure[];
	/** Shown cost of a candidate at its own input. */
	readonly costOf: (candidate: Candidate, kind: 'macs' | 'params') => number | undefined;
	/** The candidate that a figure is of, or the first one of its checkpoint or model. */
	readonly candidateOf: (figure: Figure) => Candidate | undefined;
	readonly computedCost: CostCounter;
	/** Costs and accuracies that at least two sources state, with what the others say. */
	readonly departures: readonly Departure[];
}

/** A figure with what speaks against it: the other sources of the same thing under the same conditions. */
export interface Departure {
	readonly figure: Figure;
	/** Of the sources' figures the middle one, or that of the better one of two. */
	readonly expected: Figure;
	/** The other sources' figures that are not doubted, the best source first: one of each, and not of more than thirty. */
	readonly others: readonly Figure[];
}

/** A figure that a record already doubts is known: it is listed, and fails nothing. */
export function figureFinding(rule: LintRule, severity: Severity, figure: Figure, message: string): Finding {
	const marked = figure.doubt === undefined ? '' : ` (marked as ${figure.doubt})`;
	return {
		rule,
		severity: figure.doubt === undefined ? severity : 'information',
		message: message + marked,
		of: figure.of,
		record: figure,
		field: 'value',
	};
}

/** Whether a cost leaves out layers or counts further ones, so that it equals no other count. */
export function isPartial({ convention }: Figure): boolean {
	return convention !== undefined && convention !== '2x-macs';
}

/** Key of the conditions of an accuracy. */
export function testOf({ conditions }: Figure): string {
	const { protocol = 'single-crop', input = '', cropPct = '', dataset = '', weights = '' } = conditions;
	return `${protocol} ${input.toString()} ${cropPct} ${dataset} ${weights}`;
}

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** The middle value, the lower one of two; `values` is not empty. */
export function medianOf(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}
