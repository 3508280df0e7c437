import { isWithin, type Constraint } from './budget.ts';
import { stableOrder } from './stableOrder.ts';

/** A column of numbers with its order, so that limits are compared as places: whole numbers, without a branch. */
export interface RankedColumn {
	/** NaN where unknown. */
	readonly values: Float64Array;
	/** Indices, best value first; equal ones in the order that they were given; unknown ones last. */
	readonly order: Int32Array;
	/** Place of each index in `order`, -1 where its value is unknown. */
	readonly places: Int32Array;
	/** How many values are known: the first so many of `order`. */
	readonly known: number;
}

/**
 * @param indices every index once, in the order in which equal values are to stand
 * @param best which end of the values comes first
 */
export function rankColumn(values: Float64Array, indices: Int32Array, best: 'lowest' | 'highest'): RankedColumn {
	const order = new Int32Array(stableOrder(values, new Uint32Array(indices), best === 'highest'));
	const known = indices.reduce((count, index) => count + (Number.isNaN(at(values, index)) ? 0 : 1), 0);
	const places = new Int32Array(values.length).fill(-1);
	for (let place = 0; place < known; place++) places[order[place] ?? 0] = place;
	return { values, order, places, known };
}

/** Place of the last value within a constraint: those at no higher place meet it. -1 where none does. */
export function lastPlaceWithin({ values, order, known }: RankedColumn, constraint: Constraint): number {
	let low = 0;
	let high = known;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isWithin(constraint, at(values, at(order, middle)))) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** Entry of a column that is known to have it. */
export function at(column: ArrayLike<number>, index: number): number {
	return column[index] ?? NaN;
}
