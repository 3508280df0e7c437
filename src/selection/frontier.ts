import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from '../catalog/records.ts';
import type { CandidateFilter } from '../catalog/shownFigure.ts';
import type { CostAxis, CostMetric } from './budget.ts';
import { createSelectionTable, costColumn, isSelectionTable, type SelectionTable } from './engine.ts';

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
	const costs = Float64Array.from(points, point => point.cost);
	const gains = Float64Array.from(points, point => point.gain);
	return frontierIndices(costs, gains, indicesByCost(costs, gains));
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
	const { values, order, known } = costColumn(table, typeof cost === 'string' ? { metric: cost } : cost);
	const ranked = order.subarray(0, known).filter(index => table.ranked[index] === 1);
	return frontierIndices(values, table.percents, ranked).flatMap(index => {
		const candidate = table.candidates[index];
		return candidate ? [{ candidate, cost: values[index] ?? NaN, percent: table.percents[index] ?? NaN }] : [];
	});
}

/** One sweep over points sorted by cost, then by gain downwards. */
function frontierIndices(costs: Float64Array, gains: Float64Array, order: Iterable<number>): number[] {
	const frontier: number[] = [];
	let bestGain = -Infinity;
	let costOfBest = NaN;
	for (const index of order) {
		const cost = costs[index] ?? NaN;
		const gain = gains[index] ?? NaN;
		if (Number.isNaN(cost) || Number.isNaN(gain)) continue;
		if (gain > bestGain || (gain === bestGain && cost === costOfBest)) {
			frontier.push(index);
			bestGain = gain;
			costOfBest = cost;
		}
	}
	return frontier;
}

function indicesByCost(costs: Float64Array, gains: Float64Array): number[] {
	return Array.from(costs.keys())
		.filter(index => !Number.isNaN(costs[index]) && !Number.isNaN(gains[index]))
		.sort((a, b) => (costs[a] ?? NaN) - (costs[b] ?? NaN) || (gains[b] ?? NaN) - (gains[a] ?? NaN) || a - b);
}
