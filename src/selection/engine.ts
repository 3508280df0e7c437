import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, FigureKind } from '../catalog/records.ts';
import {
	candidatesIn,
	referenceDatasets,
	shownFigure,
	unrankedReason,
	type CandidateFilter,
} from '../catalog/shownFigure.ts';
import { defaultRun, type Run } from '../latency/devices.ts';
import { latencyLookup, type ShownLatency } from '../latency/shownLatency.ts';
import { constraintsOf, isFloor, type Budget, type Constraint, type CostAxis } from './budget.ts';
import { at, lastPlaceWithin, rankColumn, wholeAt, type RankedColumn } from './rankedColumn.ts';

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
	/** Images of the data set that accuracies are compared on. */
	readonly evaluationImages: number;
	/** Cost columns asked for so far, by axis. */
	readonly costs: Map<string, CostColumn>;
}

/** Cheapest first, then by accuracy, then by id. */
export interface CostColumn extends RankedColumn {
	/** With a latency: the run that it means, and how it is looked up. */
	readonly latency?: LatencyRun;
}

export interface LatencyRun {
	/** Undefined where nothing was measured on the device. */
	readonly run: Run | undefined;
	readonly read: (candidate: Candidate) => ShownLatency | undefined;
}

/** Verdicts as bits: none is meets, the first is exceeds whatever the second says, the second alone is unknown. */
const exceedsBit = 1;
const unknownBit = 2;

export interface VerdictCounts {
	readonly meets: number;
	readonly exceeds: number;
	readonly unknown: number;
	/** Candidates that would meet the budget but are not ranked. The four add up to all candidates. */
	readonly unranked: number;
}

/** What a budget says of every candidate of a table. */
export interface TableVerdicts {
	/** Per candidate, to be read with `meets`. */
	readonly codes: Uint8Array;
	/** Ranked candidates that meet the budget, in no particular order. */
	readonly meeting: Int32Array;
	readonly counts: VerdictCounts;
}

export function createSelectionTable(catalog: Catalog, filter: CandidateFilter = {}): SelectionTable {
	const task = filter.task ?? 'classification';
	const candidates = candidatesIn(catalog, { ...filter, task });
	const top1 = figureColumn(catalog, candidates, 'top1', filter);
	const ranked = Uint8Array.from(candidates, candidate => (unrankedReason(catalog, candidate, filter) ? 0 : 1));
	const { modelOf, models } = numberModels(candidates);
	const accuracy = rankColumn(top1, indicesById(candidates), 'highest');
	const byAccuracy = accuracy.order.filter(index => ranked[index] === 1);
	return {
		catalog,
		filter: { ...filter, task },
		candidates,
		top1,
		accuracy,
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
	const latency = latencyRun(table, axis);
	const values = latency ? latencyColumn(table, latency) : readCosts(table, axis);
	const column = { ...rankColumn(values, table.accuracy.order, 'lowest'), ...(latency && { latency }) };
	table.costs.set(key, column);
	return column;
}

/** What a constraint compares with its bound. */
export function columnOf(table: SelectionTable, constraint: Constraint): RankedColumn {
	return isFloor(constraint) ? table.accuracy : costColumn(table, constraint);
}

/** Judges every candidate. Only those that the tightest limit leaves are looked at: all others exceed it. */
export function judgeAll(table: SelectionTable, budget: Budget): TableVerdicts {
	const { candidates, accuracy } = table;
	const [tightest, ...others] = constraintsOf(budget)
		.map(constraint => boundColumn(columnOf(table, constraint), constraint))
		.sort((a, b) => a.left - b.left);
	const codes = new Uint8Array(candidates.length).fill(tightest ? exceedsBit : 0);
	const { order, known, last } = tightest ?? { ...accuracy, known: candidates.length, last: candidates.length - 1 };
	const tally = { meeting: new Int32Array(candidates.length), met: 0, unknown: 0, left: 0 };
	for (const [rows, code] of [
		[order.subarray(0, last + 1), 0],
		[order.subarray(known), unknownBit],
	] as const) {
		for (let place = 0; place < rows.length; place++) codes[wholeAt(rows, place)] = code;
		for (let pair = 0; pair < others.length; pair += 2) addVerdicts(codes, rows, others[pair], others[pair + 1]);
		tallyVerdicts(tally, table.ranked, codes, rows);
	}
	const { met, unknown, left } = tally;
	const meeting = tally.meeting.subarray(0, met);
	const counts = { meets: met, exceeds: candidates.length - left, unknown, unranked: left - met - unknown };
	return { codes, meeting, counts };
}

/** Whether a code of `judgeAll` says that the candidate meets the budget. */
export function meets(code: number | undefined): boolean {
	return code === 0;
}

interface BoundColumn extends RankedColumn {
	/** Place of the last value within the bound. */
	readonly last: number;
	/** How many candidates the bound does not exclude. */
	readonly left: number;
}

function boundColumn(column: RankedColumn, constraint: Constraint): BoundColumn {
	const last = lastPlaceWithin(column, constraint);
	return { ...column, last, left: last + 1 + column.order.length - column.known };
}

/** Adds what two columns say. Signs become bits, since a branch would be mispredicted at every other row. */
function addVerdicts(codes: Uint8Array, rows: Int32Array, one: BoundColumn | undefined, two = one): void {
	if (!one || !two) return;
	const { places: placesOne, last: lastOne } = one;
	const { places: placesTwo, last: lastTwo } = two;
	for (let place = 0; place < rows.length; place++) {
		const row = wholeAt(rows, place);
		const placeOne = wholeAt(placesOne, row);
		const placeTwo = wholeAt(placesTwo, row);
		const isBeyond = ((lastOne - placeOne) >>> 31) | ((lastTwo - placeTwo) >>> 31);
		const isUnknown = (placeOne >>> 31) | (placeTwo >>> 31);
		codes[row] = wholeAt(codes, row) | isBeyond | (isUnknown << 1);
	}
}

interface Tally {
	/** Rows that meet the budget: the first `met`. */
	readonly meeting: Int32Array;
	met: number;
	unknown: number;
	/** Rows that do not exceed it. */
	left: number;
}

function tallyVerdicts(tally: Tally, ranked: Uint8Array, codes: Uint8Array, rows: Int32Array): void {
	const { meeting } = tally;
	let { met, unknown, left } = tally;
	for (let place = 0; place < rows.length; place++) {
		const row = wholeAt(rows, place);
		const code = wholeAt(codes, row);
		const isLeft = ~code & 1;
		const isUnknown = (code >>> 1) & isLeft;
		left += isLeft;
		unknown += isUnknown;
		meeting[met] = row; // kept only if the next line counts it
		met += isLeft & ~isUnknown & wholeAt(ranked, row);
	}
	tally.met = met;
	tally.unknown = unknown;
	tally.left = left;
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
