import { constraintsOf, ratioOf, type Budget } from './budget.ts';
import { columnOf, compareIds, rowsOfModel, type SelectionTable } from './engine.ts';
import { meets, type TableVerdicts } from './judgeAll.ts';
import { at, lastPlaceWithin } from './rankedColumn.ts';

export interface NearCandidate {
	readonly index: number;
	/** Largest share by which it is over a limit, or a floor over it: 0.3 is 30 % over. */
	readonly overshoot: number;
}

/**
 * The ranked candidates that exceed a budget by least, one per model that does not meet it anyway; then the more accurate,
 * then by id. A candidate whose verdict is unknown is never near. A floor that is missed counts as floor ÷ accuracy − 1.
 *
 * A candidate that is over by little stands just behind the bound of some limit, so each column is walked from its bound
 * on, always the nearest step first, until no step can be nearer than what was found.
 */
export function nearestCandidates(
	table: SelectionTable,
	{ codes }: TableVerdicts,
	budget: Budget,
	count = 3,
): readonly NearCandidate[] {
	const constraints = constraintsOf(budget).map(constraint => {
		const column = columnOf(table, constraint);
		return { constraint, column, next: lastPlaceWithin(column, constraint) + 1 };
	});
	const overAt = ({ constraint, column }: (typeof constraints)[number], place: number): number =>
		ratioOf(constraint, at(column.values, at(column.order, place))) - 1;
	const overshootOf = (index: number): number =>
		constraints.reduce((largest, { constraint, column: { values } }) => {
			const over = ratioOf(constraint, at(values, index)) - 1;
			return over > largest ? over : largest; // never for NaN
		}, 0);
	const nearest = new NearestList(table, codes, count);
	for (;;) {
		const [closest] = constraints
			.filter(({ next, column }) => next < column.known)
			.map(cursor => ({ cursor, over: overAt(cursor, cursor.next) }))
			.sort((a, b) => a.over - b.over);
		if (!closest || closest.over > nearest.farthest) return nearest.list;
		const index = at(closest.cursor.column.order, closest.cursor.next);
		nearest.add({ index, overshoot: overshootOf(index) });
		closest.cursor.next += 1;
	}
}

/** The nearest candidates so far, one per model. */
class NearestList {
	list: readonly NearCandidate[] = [];
	/** Overshoot over which a candidate has no place in the list. */
	farthest = Infinity;

	constructor(
		private readonly table: SelectionTable,
		private readonly codes: Uint8Array,
		private readonly count: number,
	) {}

	add(near: NearCandidate): void {
		const { modelOf, ranked } = this.table;
		const model = at(modelOf, near.index);
		if (near.overshoot > this.farthest || ranked[near.index] === 0 || this.isMatched(model)) return;
		const same = this.list.find(other => at(modelOf, other.index) === model);
		if (same && this.compare(near, same) >= 0) return;
		const others = this.list.filter(other => other !== same);
		this.list = [...others, near].sort((a, b) => this.compare(a, b)).slice(0, this.count);
		this.farthest = this.list[this.count - 1]?.overshoot ?? Infinity;
	}

	private isMatched(model: number): boolean {
		return rowsOfModel(this.table, model).some(index => meets(this.codes[index]));
	}

	private compare(a: NearCandidate, b: NearCandidate): number {
		const { percents, candidates } = this.table;
		return (
			a.overshoot - b.overshoot ||
			at(percents, b.index) - at(percents, a.index) ||
			compareIds(candidates[a.index], candidates[b.index])
		);
	}
}

/** How many models have a ranked candidate that meets the budget. */
export function countMatchedModels({ modelOf, models }: SelectionTable, { meeting }: TableVerdicts): number {
	const seen = new Uint8Array(models);
	let count = 0;
	for (const index of meeting) {
		const model = modelOf[index] ?? 0;
		count += 1 - (seen[model] ?? 0);
		seen[model] = 1;
	}
	return count;
}
