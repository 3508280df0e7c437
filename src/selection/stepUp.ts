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
import { at, compareCosts, compareIds, costColumn, valuesOf, type SelectionTable } from './engine.ts';

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
	const top1Of = (index: number | undefined): number => (index === undefined ? -Infinity : at(table.top1, index));
	let strongest: number | undefined;
	constraints.forEach((_, place) => {
		const raised = top1Of(without[place]);
		if (raised > top1Of(best) && (strongest === undefined || raised > top1Of(without[strongest])))
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
	const costs = costColumn(table, axis).values;
	const others = constraintsOf(budget)
		.filter(constraint => constraint !== limit)
		.map(constraint => ({ constraint, values: valuesOf(table, constraint) }));
	const base = rankingOf(budget) === 'cost' ? pick : mostAccurateWithin(table, budget);
	const baseTop1 = base === undefined ? -Infinity : at(table.top1, base);
	let next: number | undefined;
	for (const index of table.byAccuracy) {
		if (at(table.top1, index) <= baseTop1) break;
		const cost = at(costs, index);
		if (Number.isNaN(cost) || !others.every(({ constraint, values }) => isWithin(constraint, at(values, index))))
			continue;
		if (next === undefined || isCheaper(table, costs, index, next)) next = index;
	}
	return next === undefined ? undefined : { index: next, axis, cost: at(costs, next) };
}

function isCheaper({ top1, candidates }: SelectionTable, costs: Float64Array, a: number, b: number): boolean {
	const order =
		compareCosts(at(costs, a), at(costs, b)) ||
		at(top1, b) - at(top1, a) ||
		compareIds(candidates[a], candidates[b]);
	return order < 0;
}

function mostAccurateWithin(table: SelectionTable, budget: Budget): number | undefined {
	return bestWithoutEach(table, constraintsOf(budget)).best;
}

/** One walk from the most accurate down: who fails one constraint alone is the best without that one. */
function bestWithoutEach(
	table: SelectionTable,
	constraints: readonly Constraint[],
): { best: number | undefined; without: (number | undefined)[] } {
	const columns = constraints.map(constraint => valuesOf(table, constraint));
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
		.map(constraint => ({ constraint, ratio: ratioOf(constraint, at(valuesOf(table, constraint), pick)) }))
		.sort((a, b) => b.ratio - a.ratio);
	return tight && { constraint: tight.constraint, why: 'least-slack' };
}
