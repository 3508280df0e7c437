import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, FigureKind } from '../catalog/records.ts';
import {
	candidatesIn,
	referenceDatasets,
	shownFigure,
	unrankedReason,
	type CandidateFilter,
} from '../catalog/shownFigure.ts';
import { latencyLookup } from '../latency/shownLatency.ts';
import { boundOf, constraintsOf, isFloor, type Budget, type Constraint, type CostAxis } from './budget.ts';

/**
 * Candidates as columns: entry `i` of each is candidate `i`, NaN where a figure is unknown. Made once per catalog and
 * filter and kept by the caller; every question about a budget is then answered by scans over numbers.
 */
export interface SelectionTable {
	readonly catalog: Catalog;
	/** What the table was made for. Without a task it is classification. */
	readonly filter: CandidateFilter;
	readonly candidates: readonly Candidate[];
	/** Percent. */
	readonly top1: Float64Array;
	/** 1 where a candidate can be a match, 0 where it is unranked. */
	readonly ranked: Uint8Array;
	/** Number of the model of each candidate, from 0 to `models` - 1. */
	readonly modelOf: Int32Array;
	readonly models: number;
	/** Ranked candidates, most accurate first, then by id. */
	readonly byAccuracy: Int32Array;
	/** The same, model by model: those of model `m` stand from `modelStarts[m]` to before `modelStarts[m + 1]`. */
	readonly byModel: Int32Array;
	readonly modelStarts: Int32Array;
	/** Images of the data set that accuracies are compared on. */
	readonly evaluationImages: number;
	/** Cost columns asked for so far, by axis. */
	readonly costs: Map<string, CostColumn>;
}

export interface CostColumn {
	readonly values: Float64Array;
	/** Ranked candidates, cheapest first and unknown last, then by accuracy, then by id. Sorted on the first call. */
	readonly order: () => Int32Array;
}

/** Verdicts as numbers: 0 stands for meets. */
export const verdictCodes = { meets: 0, exceeds: 1, unknown: 2 } as const;

export interface VerdictCounts {
	readonly meets: number;
	readonly exceeds: number;
	readonly unknown: number;
	/** Candidates that would meet the budget but are not ranked. The four add up to all candidates. */
	readonly unranked: number;
}

export function createSelectionTable(catalog: Catalog, filter: CandidateFilter = {}): SelectionTable {
	const task = filter.task ?? 'classification';
	const candidates = candidatesIn(catalog, { ...filter, task });
	const top1 = figureColumn(catalog, candidates, 'top1', filter);
	const ranked = Uint8Array.from(candidates, candidate => (unrankedReason(catalog, candidate, filter) ? 0 : 1));
	const { modelOf, models } = numberModels(candidates);
	const byAccuracy = rankedIndices(ranked).sort(
		(a, b) => at(top1, b) - at(top1, a) || compareIds(candidates[a], candidates[b]),
	);
	return {
		catalog,
		filter: { ...filter, task },
		candidates,
		top1,
		ranked,
		modelOf,
		models,
		byAccuracy,
		...groupByModel(byAccuracy, modelOf, models),
		evaluationImages: catalog.datasetById.get(referenceDatasets[task])?.evaluationImages ?? 0,
		costs: new Map(),
	};
}

export function isSelectionTable(input: Catalog | SelectionTable): input is SelectionTable {
	return 'byAccuracy' in input;
}

/** Indices of the ranked candidates of a model, most accurate first. */
export function rowsOfModel({ byModel, modelStarts }: SelectionTable, model: number): Int32Array {
	return byModel.subarray(modelStarts[model], modelStarts[model + 1]);
}

/** The column of a cost, read from the catalog the first time it is asked for. */
export function costColumn(table: SelectionTable, axis: CostAxis): CostColumn {
	const key = `${axis.metric}@${axis.device ?? ''}/${axis.precision ?? ''}`;
	const known = table.costs.get(key);
	if (known) return known;
	const values = readCosts(table, axis);
	let order: Int32Array | undefined;
	const column = { values, order: () => (order ??= orderByCost(table, values)) };
	table.costs.set(key, column);
	return column;
}

/** The verdict of every candidate as a code of `verdictCodes`. */
export function judgeAll(table: SelectionTable, budget: Budget): Uint8Array {
	const codes = new Uint8Array(table.candidates.length);
	for (const constraint of constraintsOf(budget)) {
		const values = valuesOf(table, constraint);
		const sign = isFloor(constraint) ? -1 : 1; // a floor is an upper limit of the negated accuracy
		const bound = sign * boundOf(constraint);
		for (let index = 0; index < codes.length; index++) {
			const value = sign * at(values, index);
			if (value <= bound) continue;
			if (value > bound) codes[index] = verdictCodes.exceeds;
			else if (codes[index] === verdictCodes.meets) codes[index] = verdictCodes.unknown; // NaN; exceeded stays
		}
	}
	return codes;
}

export function countVerdicts(table: SelectionTable, codes: Uint8Array): VerdictCounts {
	let [meets, exceeds, unranked] = [0, 0, 0];
	for (let index = 0; index < codes.length; index++) {
		const code = codes[index];
		if (code === verdictCodes.exceeds) exceeds++;
		else if (code === verdictCodes.meets) {
			if (table.ranked[index] === 1) meets++;
			else unranked++;
		}
	}
	return { meets, exceeds, unknown: codes.length - meets - exceeds - unranked, unranked };
}

/** What a constraint compares with its bound, per candidate. */
export function valuesOf(table: SelectionTable, constraint: Constraint): Float64Array {
	return isFloor(constraint) ? table.top1 : costColumn(table, constraint).values;
}

/** Entry of a column that is known to have it. */
export function at(column: ArrayLike<number>, index: number): number {
	return column[index] ?? NaN;
}

/** Less first, unknown last. */
export function compareCosts(a: number, b: number): number {
	if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
	return a - b;
}

export function compareIds(a: Candidate | undefined, b: Candidate | undefined): number {
	const [idA, idB] = [a?.id ?? '', b?.id ?? ''];
	if (idA === idB) return 0;
	return idA < idB ? -1 : 1;
}

function readCosts({ catalog, candidates, filter }: SelectionTable, axis: CostAxis): Float64Array {
	if (axis.metric !== 'latencyMs') return figureColumn(catalog, candidates, axis.metric, filter);
	const { device, precision } = axis;
	if (device === undefined) return new Float64Array(candidates.length).fill(NaN);
	const latencyOf = latencyLookup(catalog, { device, precision, source: filter.source });
	return Float64Array.from(candidates, candidate => latencyOf(candidate)?.ms ?? NaN);
}

function figureColumn(
	catalog: Catalog,
	candidates: readonly Candidate[],
	kind: FigureKind,
	filter: CandidateFilter,
): Float64Array {
	return Float64Array.from(candidates, candidate => shownFigure(catalog, candidate, kind, filter)?.value ?? NaN);
}

function orderByCost({ candidates, ranked, top1 }: SelectionTable, values: Float64Array): Int32Array {
	return rankedIndices(ranked).sort(
		(a, b) =>
			compareCosts(at(values, a), at(values, b)) ||
			at(top1, b) - at(top1, a) ||
			compareIds(candidates[a], candidates[b]),
	);
}

function rankedIndices(ranked: Uint8Array): Int32Array {
	const indices = new Int32Array(ranked.length);
	let count = 0;
	for (let index = 0; index < ranked.length; index++) if (ranked[index] === 1) indices[count++] = index;
	return indices.slice(0, count);
}

function numberModels(candidates: readonly Candidate[]): { modelOf: Int32Array; models: number } {
	const numbers = new Map<string, number>();
	const modelOf = Int32Array.from(candidates, ({ model }) => {
		const number = numbers.get(model) ?? numbers.size;
		numbers.set(model, number);
		return number;
	});
	return { modelOf, models: numbers.size };
}

function groupByModel(
	byAccuracy: Int32Array,
	modelOf: Int32Array,
	models: number,
): { byModel: Int32Array; modelStarts: Int32Array } {
	const modelStarts = new Int32Array(models + 1);
	for (const index of byAccuracy) modelStarts[at(modelOf, index) + 1] = at(modelStarts, at(modelOf, index) + 1) + 1;
	for (let model = 0; model < models; model++)
		modelStarts[model + 1] = at(modelStarts, model + 1) + at(modelStarts, model);
	const next = modelStarts.slice();
	const byModel = new Int32Array(byAccuracy.length);
	for (const index of byAccuracy) {
		const model = at(modelOf, index);
		const place = at(next, model);
		byModel[place] = index;
		next[model] = place + 1;
	}
	return { byModel, modelStarts };
}
