import { accuracyKindOf, type RankedAccuracy } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, FigureKind } from '../catalog/records.ts';
import {
	type CandidateFilter,
	candidatesIn,
	evaluationImages,
	shownFigure,
	unrankedBy,
} from '../catalog/shownFigure.ts';
import { filtersByLicense } from '../catalog/weightsLicense.ts';
import { defaultRun, type Run } from '../latency/defaultRun.ts';
import { latencyLookup, type ShownLatency } from '../latency/shownLatency.ts';
import { isFloor, type Constraint, type CostAxis } from './budget.ts';
import type { LastVerdicts } from './judgeAll.ts';
import { at, rankColumn, type RankedColumn } from './rankedColumn.ts';

/**
 * Candidates as columns: entry `i` of each is candidate `i`, NaN where a figure is unknown. Made once per catalog and
 * filter and kept by the caller; every question about a budget is then answered by scans over numbers.
 */
export interface SelectionTable {
	readonly catalog: Catalog;
	/** What the table was made for. Without a task it is classification. */
	readonly filter: CandidateFilter;
	readonly candidates: readonly Candidate[];
	/** Candidates that pass all of the filter but its license part; undefined where it has none. */
	readonly leftOutByLicense?: number;
	/** The accuracy of the task of the table, which is what its candidates are ranked by. */
	readonly accuracyKind: RankedAccuracy;
	/** That accuracy in percent. */
	readonly percents: Float64Array;
	/** The same, most accurate first, then by id. */
	readonly accuracy: RankedColumn;
	/** 1 where a candidate can be a match, 0 where it is unranked. */
	readonly ranked: Uint8Array;
	/** Number of the model of each candidate, from 0 to `models` - 1. */
	readonly modelOf: Int32Array;
	readonly models: number;
	/** Ranked candidates alone, most accurate first, then by id. */
	readonly byAccuracy: Int32Array;
	/** These, model by model: those of model `m` stand from `modelStarts[m]` to before `modelStarts[m + 1]`. */
	readonly byModel: Int32Array;
	readonly modelStarts: Int32Array;
	/**
	 * Images of the data set that accuracies are compared on, each of which is right or wrong. COCO AP and mean IoU are no
	 * share of images: they are 0 there, and only what is equal to the printed digit is tied.
	 */
	readonly evaluationImages: number;
	/** Cost columns asked for so far, by axis. */
	readonly costs: Map<string, CostColumn>;
	readonly judged: LastVerdicts;
}

/** Cheapest first, then by accuracy, then by id. */
export interface CostColumn extends RankedColumn {
	/** With a latency: the run that it means, and how it is looked up. */
	readonly latency?: LatencyRun;
	/** Accuracy of the candidates of `order` in percent, NaN for one that is not ranked: to be read from first to last. */
	readonly percents: Float64Array;
}

export interface LatencyRun {
	/** Undefined where nothing was measured on the device. */
	readonly run: Run | undefined;
	readonly read: (candidate: Candidate) => ShownLatency | undefined;
}

export function createSelectionTable(catalog: Catalog, filter: CandidateFilter = {}): SelectionTable {
	const task = filter.task ?? 'classification';
	const candidates = candidatesIn(catalog, { ...filter, task });
	const accuracyKind = accuracyKindOf(task);
	const percents = new Float64Array(candidates.length);
	const ranked = new Uint8Array(candidates.length);
	for (const [index, candidate] of candidates.entries()) {
		const shown = shownFigure(catalog, candidate, accuracyKind, filter);
		percents[index] = shown?.value ?? NaN;
		ranked[index] = unrankedBy(catalog, candidate, task, shown) ? 0 : 1;
	}
	const { modelOf, models } = numberModels(candidates);
	const accuracy = rankColumn(percents, indicesById(candidates), 'highest');
	const byAccuracy = accuracy.order.filter(index => ranked[index] === 1);
	return {
		catalog,
		filter: { ...filter, task },
		candidates,
		...leftOutByLicense(catalog, { ...filter, task }, candidates.length),
		accuracyKind,
		percents,
		accuracy,
		ranked,
		modelOf,
		models,
		byAccuracy,
		...groupByModel(byAccuracy, modelOf, models),
		evaluationImages: evaluationImages(catalog, task),
		costs: new Map(),
		judged: {},
	};
}

function leftOutByLicense(
	catalog: Catalog,
	filter: CandidateFilter,
	kept: number,
): Pick<SelectionTable, 'leftOutByLicense'> {
	if (!filtersByLicense(filter)) return {};
	const all = candidatesIn(catalog, { ...filter, licenses: undefined, withoutLicenses: undefined });
	return { leftOutByLicense: all.length - kept };
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
	const latency = latencyRun(table, axis);
	const values = latency ? latencyColumn(table, latency) : readCosts(table, axis);
	const ranked = rankColumn(values, table.accuracy.order, 'lowest');
	const percents = Float64Array.from(ranked.order, index =>
		table.ranked[index] === 1 ? at(table.percents, index) : NaN,
	);
	const column = { ...ranked, percents, ...(latency && { latency }) };
	table.costs.set(key, column);
	return column;
}

/** What a constraint compares with its bound. */
export function columnOf(table: SelectionTable, constraint: Constraint): RankedColumn {
	return isFloor(constraint) ? table.accuracy : costColumn(table, constraint);
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

function latencyRun({ catalog, filter }: SelectionTable, axis: CostAxis): LatencyRun | undefined {
	const { metric, device, precision } = axis;
	if (metric !== 'latencyMs' || device === undefined) return undefined;
	const scope = { precision, source: filter.source };
	return { run: defaultRun(catalog, device, scope), read: latencyLookup(catalog, { device, ...scope }) };
}

function latencyColumn({ candidates }: SelectionTable, { read }: LatencyRun): Float64Array {
	return Float64Array.from(candidates, candidate => read(candidate)?.ms ?? NaN);
}

function readCosts({ catalog, candidates, filter }: SelectionTable, { metric }: CostAxis): Float64Array {
	if (metric === 'latencyMs') return new Float64Array(candidates.length).fill(NaN);
	return figureColumn(catalog, candidates, metric, filter);
}

function figureColumn(
	catalog: Catalog,
	candidates: readonly Candidate[],
	kind: FigureKind,
	filter: CandidateFilter,
): Float64Array {
	return Float64Array.from(candidates, candidate => shownFigure(catalog, candidate, kind, filter)?.value ?? NaN);
}

function indicesById(candidates: readonly Candidate[]): Int32Array {
	return Int32Array.from(candidates.keys()).sort((a, b) => compareIds(candidates[a], candidates[b]));
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
