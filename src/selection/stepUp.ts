import {
	constraintsOf,
	firstCost,
	isFloor,
	isWithin,
	ratioOf,
	rankingOf,
	type Budget,
	type Constraint,
	type CostAxis,
} from './budget.ts';
import { columnOf, costColumn, type SelectionTable } from './engine.ts';
import { at } from './rankedColumn.ts';

export interface BindingConstraint {
	readonly constraint: Constraint;
	/** `raises-best`: without it alone a more accurate candidate would fit. `least-slack`: the pick comes closest to it. */
	readonly why: 'raises-best' | 'least-slack';
	/** Index of the most accurate candidate without the constraint; with `raises-best` only. */
	readonly bestWithout?: number;
	/** Index of the most accurate candidate with all constraints, undefined where nothing meets them. */
	readonly best?: number;
}

/**
 * The limit whose removal alone raises the best accuracy most, else the one that the pick comes closest to. Where nothing
 * meets the budget a floor may be it too; where a floor makes the cheapest the pick, no limit is.
 * @param pick index of the candidate ranked first
 */
export function bindingConstraint(
	table: SelectionTable,
	budget: Budget,
	pick: number | undefined,
): BindingConstraint | undefined {
	if (pick !== undefined && rankingOf(budget) === 'cost') return undefined;
	const constraints = constraintsOf(budget);
	const { best, without } = bestWithoutEach(table, constraints);
	const percentOf = (index: number | undefined): number =>
		index === undefined ? -Infinity : at(table.percents, index);
	let strongest: number | undefined;
	constraints.forEach((_, place) => {
		const raised = percentOf(without[place]);
		if (raised > percentOf(best) && (strongest === undefined || raised > percentOf(without[strongest])))
			strongest = place;
	});
	const found = strongest === undefined ? undefined : constraints[strongest];
	const bestWithout = strongest === undefined ? undefined : without[strongest];
	if (found && bestWithout !== undefined)
		return { constraint: found, why: 'raises-best', bestWithout, ...(best !== undefined && { best }) };
	return pick === undefined ? undefined : tightest(table, constraints, pick);
}

export interface StepUp {
	readonly index: number;
	readonly axis: CostAxis;
	readonly cost: number;
}

/**
 * The next frontier candidate: the cheapest that is more accurate than anything in the budget and keeps all its other
 * limits. Its cost is on the metric of the binding limit, else of the first limit, else MACs. With a floor it is the
 * cheapest that is more accurate than the pick.
 * @param pick index of the candidate ranked first
 */
export function nextStepUp(
	table: SelectionTable,
	budget: Budget,
	binding: BindingConstraint | undefined,
	pick: number | undefined,
): StepUp | undefined {
	const limit = binding && !isFloor(binding.constraint) ? binding.constraint : budget.limits[0];
	const axis = limit ?? firstCost(budget);
	const { values, order, places, known } = costColumn(table, axis);
	const others = constraintsOf(budget)
		.filter(constraint => constraint !== limit)
		.map(constraint => ({ constraint, values: columnOf(table, constraint).values }));
	const base = rankingOf(budget) === 'cost' ? pick : bestWithoutEach(table, constraintsOf(budget)).best;
	const basePercent = base === undefined ? -Infinity : at(table.percents, base);
	const isNext = (candidate: number): boolean =>
		table.ranked[candidate] === 1 &&
		at(table.percents, candidate) > basePercent &&
		others.every(({ constraint, values: figures }) => isWithin(constraint, at(figures, candidate)));
	const moreAccurate = base === undefined ? known : at(table.accuracy.places, base);
	const index =
		moreAccurate < known / 2 // few are: sooner found among them than from the cheapest up
			? first(table.accuracy.order.subarray(0, moreAccurate).filter(isNext), places)
			: order.subarray(0, known).find(isNext);
	return index === undefined ? undefined : { index, axis, cost: at(values, index) };
}

/** Of some indices the one that stands first, leaving out those that stand nowhere. */
function first(indices: Int32Array, places: Int32Array): number | undefined {
	const known = indices.filter(index => at(places, index) !== -1);
	if (known.length === 0) return undefined;
	return known.reduce((best, index) => (at(places, index) < at(places, best) ? index : best));
}

/** One walk from the most accurate down: who fails one constraint alone is the best without that one. */
function bestWithoutEach(
	table: SelectionTable,
	constraints: readonly Constraint[],
): { best: number | undefined; without: (number | undefined)[] } {
	const columns = constraints.map(constraint => columnOf(table, constraint).values);
	const without: (number | undefined)[] = constraints.map(() => undefined);
	for (const index of table.byAccuracy) {
		let failed = -1;
		let failures = 0;
		for (let place = 0; place < constraints.length && failures < 2; place++) {
			const constraint = constraints[place];
			if (!constraint || isWithin(constraint, at(columns[place] ?? [], index))) continue;
			failed = place;
			failures += 1;
		}
		if (failures === 0) return { best: index, without: without.map(found => found ?? index) };
		if (failures === 1) without[failed] ??= index;
	}
	return { best: undefined, without };
}

function tightest(
	table: SelectionTable,
	constraints: readonly Constraint[],
	pick: number,
): BindingConstraint | undefined {
	const [tight] = constraints
		.map(constraint => ({ constraint, ratio: ratioOf(constraint, at(columnOf(table, constraint).values, pick)) }))
		.sort((a, b) => b.ratio - a.ratio);
	return tight && { constraint: tight.constraint, why: 'least-slack' };
}
