import { boundOf, constraintsOf, isFloor, type Budget } from './budget.ts';
import { at, compareIds, valuesOf, verdictCodes, type SelectionTable } from './engine.ts';

export interface NearCandidate {
	readonly index: number;
	/** Largest share by which it is over a limit, or a floor over it: 0.3 is 30 % over. */
	readonly overshoot: number;
}

/**
 * The ranked candidates that exceed a budget by least, one per model that does not meet it anyway; then the more accurate,
 * then by id. A candidate whose verdict is unknown is never near. A floor that is missed counts as floor ÷ accuracy − 1.
 * @param codes verdicts of `judgeAll`
 */
export function nearestCandidates(
	table: SelectionTable,
	codes: Uint8Array,
	budget: Budget,
	count = 3,
): readonly NearCandidate[] {
	const { byAccuracy, modelOf } = table;
	const overshootOf = overshootReader(table, budget);
	const isMatched = matchedModels(table, codes);
	const compare = (a: NearCandidate, b: NearCandidate): number =>
		a.overshoot - b.overshoot ||
		at(table.top1, b.index) - at(table.top1, a.index) ||
		compareIds(table.candidates[a.index], table.candidates[b.index]);
	let nearest: NearCandidate[] = [];
	for (const index of byAccuracy) {
		const model = at(modelOf, index);
		if (codes[index] !== verdictCodes.exceeds || isMatched[model] === 1) continue;
		const near = { index, overshoot: overshootOf(index) };
		const last = nearest[count - 1];
		if (last && compare(near, last) > 0) continue;
		const same = nearest.find(other => at(modelOf, other.index) === model);
		if (same && compare(near, same) > 0) continue;
		nearest = [...nearest.filter(other => other !== same), near].sort(compare).slice(0, count);
	}
	return nearest;
}

/** 1 for each model of which a ranked candidate meets the budget. */
export function matchedModels({ byAccuracy, modelOf, models }: SelectionTable, codes: Uint8Array): Uint8Array {
	const matched = new Uint8Array(models);
	for (const index of byAccuracy) if (codes[index] === verdictCodes.meets) matched[at(modelOf, index)] = 1;
	return matched;
}

function overshootReader(table: SelectionTable, budget: Budget): (index: number) => number {
	const columns = constraintsOf(budget).map(constraint => ({
		values: valuesOf(table, constraint),
		bound: boundOf(constraint),
		floor: isFloor(constraint),
	}));
	return index => {
		let largest = 0;
		for (const { values, bound, floor } of columns) {
			const value = at(values, index);
			const over = (floor ? bound / value : value / bound) - 1;
			if (over > largest) largest = over; // never for NaN
		}
		return largest;
	};
}
