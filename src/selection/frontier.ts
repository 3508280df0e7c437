import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from '../catalog/records.ts';
import type { CandidateFilter } from '../catalog/shownFigure.ts';
import type { CostAxis, CostMetric } from './budget.ts';
import { createSelectionTable, costColumn, isSelectionTable, type SelectionTable } from './engine.ts';
import { stableOrder } from './stableOrder.ts';

export interface FrontierPoint {
	readonly candidate: Candidate;
	/** In the unit of the metric: a count, bytes or milliseconds. */
	readonly cost: number;
	/** Percent. */
	readonly percent: number;
}

/**
 * Indices of the points that no other point beats, cheapest first. A beats B when its gain is no less, its cost no more
 * and one of them is better; of equal points all stay. A point with an unknown (NaN) cost or gain is never on it.
 */
export function paretoFrontier(points: readonly { readonly cost: number; readonly gain: number }[]): number[] {
	return frontierOfColumns(
		Float64Array.from(points, point => point.cost),
		Float64Array.from(points, point => point.gain),
	);
}

/** The same of points that are given as two columns. */
export function frontierOfColumns(costs: Float64Array, gains: Float64Array): number[] {
	const byGain = stableOrder(gains, notRuledOut(costs, gains), true);
	const order = stableOrder(costs, byGain, false);
	return frontierIndices(
		costs,
		Float64Array.from(order, index => gains[index] ?? NaN),
		order,
	);
}

/** Costs whose first 16 bits are the same count as alike. */
const kinds = 1 << 16;

/** Most points are beaten by one of a cost that is less at a glance: the others, in the order in which they are given. */
function notRuledOut(costs: Float64Array, gains: Float64Array): Uint32Array {
	const kindOf = new Uint16Array(costs.length);
	const halves = new Uint32Array(costs.buffer, costs.byteOffset, 2 * costs.length);
	const best = new Float64Array(kinds + 1).fill(-Infinity); // by the kind before
	for (let index = 0; index < costs.length; index++) {
		const half = halves[2 * index + 1] ?? 0;
		const isNegative = half >= 0x80000000 && costs[index] !== 0;
		const kind = (isNegative ? ~half : half | 0x80000000) >>> 16;
		kindOf[index] = kind;
		const gain = gains[index] ?? NaN;
		if (gain > (best[kind + 1] ?? NaN) && !Number.isNaN(costs[index] ?? NaN)) best[kind + 1] = gain;
	}
	for (let kind = 1; kind <= kinds; kind++) best[kind] = Math.max(best[kind] ?? NaN, best[kind - 1] ?? NaN);
	const left: number[] = [];
	for (let index = 0; index < costs.length; index++) {
		if ((gains[index] ?? NaN) > (best[kindOf[index] ?? 0] ?? NaN)) left.push(index);
	}
	return Uint32Array.from(left);
}

/**
 * The frontier of the ranked candidates on accuracy and one cost, cheapest first.
 * @param input a catalog with the candidates to keep, or a table made of both
 */
export function frontierOf(
	input: Catalog | SelectionTable,
	cost: CostMetric | CostAxis,
	filter: CandidateFilter = {},
): readonly FrontierPoint[] {
	const table = isSelectionTable(input) ? input : createSelectionTable(input, filter);
	const { values, order, known, percents } = costColumn(table, typeof cost === 'string' ? { metric: cost } : cost);
	return frontierIndices(values, percents, order.subarray(0, known)).flatMap(index => {
		const candidate = table.candidates[index];
		return candidate ? [{ candidate, cost: values[index] ?? NaN, percent: table.percents[index] ?? NaN }] : [];
	});
}

/**
 * One sweep over points sorted by cost, then by gain downwards.
 * @param costs by the index of a point
 * @param gains by its place in `order`; NaN for one that does not count
 */
function frontierIndices(costs: Float64Array, gains: Float64Array, order: Uint32Array | Int32Array): number[] {
	const frontier: number[] = [];
	let bestGain = -Infinity;
	let costOfBest = NaN;
	for (let place = 0; place < order.length; place++) {
		const gain = gains[place] ?? NaN;
		if (!(gain >= bestGain)) continue; // also where it is unknown
		const index = order[place] ?? -1;
		const cost = costs[index] ?? NaN;
		if (Number.isNaN(cost) || (gain === bestGain && cost !== costOfBest)) continue;
		frontier.push(index);
		bestGain = gain;
		costOfBest = cost;
	}
	return frontier;
}
