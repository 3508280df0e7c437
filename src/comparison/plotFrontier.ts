import { accuracyKindOf } from '../catalog/accuracy.ts';
import { rankColumn } from '../selection/rankedColumn.ts';
import { costMetrics, hasMark, type ComparisonSnapshot } from './comparisonSnapshot.ts';
import { axisValues, betterEnd, type AxisPair } from './plotAxes.ts';

/**
 * Rows that no other row beats on two axes, from the lowest `x` to the highest. A row beats another where it is no worse on
 * both and better on one; equal rows all stay. Unranked rows and those without a value are never on it.
 */
export function pairFrontier(snapshot: ComparisonSnapshot, { x, y }: AxisPair): Uint32Array {
	const cost = costMetrics.find(metric => metric === x);
	if (cost !== undefined && y === accuracyKindOf(snapshot.task)) return snapshot.frontiers[cost];
	const [xs, ys] = [axisValues(snapshot, x), axisValues(snapshot, y)];
	const isPlaced = (row: number): boolean =>
		!hasMark(snapshot, row, 'unranked') && !Number.isNaN(xs[row]) && !Number.isNaN(ys[row]);
	const rows = Int32Array.from({ length: snapshot.rows }, (_, row) => row).filter(isPlaced);
	const byY = rankColumn(ys, rows, bestOf(y)).order;
	const order = rankColumn(xs, byY, bestOf(x)).order;
	const frontier = sweep(order, xs, ys, betterEnd(y) === 'higher' ? 1 : -1);
	return Uint32Array.from(betterEnd(x) === 'lower' ? frontier : frontier.reverse());
}

function bestOf(axis: AxisPair['x']): 'lowest' | 'highest' {
	return betterEnd(axis) === 'higher' ? 'highest' : 'lowest';
}

/** @param sign 1 where a higher y is better, else -1. */
function sweep(order: Int32Array, xs: Float64Array, ys: Float64Array, sign: 1 | -1): number[] {
	const frontier: number[] = [];
	let bestY = -Infinity;
	let xOfBest = NaN;
	for (const row of order) {
		const gain = sign * (ys[row] ?? NaN);
		if (gain > bestY || (gain === bestY && xs[row] === xOfBest)) {
			frontier.push(row);
			bestY = gain;
			xOfBest = xs[row] ?? NaN;
		}
	}
	return frontier;
}
