import { accuracyText } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import { formatInput } from '../catalog/units.ts';
import { firstCost, isFloor, rankingOf, type Budget, type CostAxis } from './budget.ts';
import { costColumn, type SelectionTable } from './engine.ts';
import {
	bareCostText,
	constraintText,
	costText,
	metricText,
	overshootText,
	pointsText,
	type Explanation,
} from './explanation.ts';
import { at } from './rankedColumn.ts';
import type { RankGroup } from './ranking.ts';
import type { Standing } from './standing.ts';
import type { BindingConstraint, StepUp } from './stepUp.ts';

/** Why a model stands where it stands among those that meet the budget. */
export function explainRank(
	table: SelectionTable,
	budget: Budget,
	groups: readonly RankGroup[],
	group: RankGroup,
	index: number,
): readonly Explanation[] {
	const isFirst = group.members[0] === index;
	const tied = group.members.length > 1;
	const lead = groups[0]?.members[0] ?? index;
	return [
		...(index === lead ? [pickReason(table, budget, group)] : []),
		...(index !== lead && group.rank > 1 ? [rankReason(table, budget, group, index, lead)] : []),
		...(tied ? [tiedReason(table, budget, group, index, isFirst)] : []),
		...(tied && index === group.mostAccurate ? [mostAccurateReason(table, group)] : []),
	];
}

export function explainBinding(table: SelectionTable, binding: BindingConstraint): Explanation {
	const limit = constraintText(table.catalog, binding.constraint);
	const params = { metric: binding.constraint.metric, why: binding.why, limit };
	const { bestWithout, best } = binding;
	if (bestWithout === undefined) {
		return { code: 'binding-limit', params, text: `${limit}: the pick comes closest to this limit` };
	}
	const accuracyWithout = at(table.percents, bestWithout);
	const without = `${nameOf(table, bestWithout)}, ${accuracyText(table.accuracyKind, accuracyWithout)}`;
	const instead =
		best === undefined ? '' : ` instead of ${accuracyText(table.accuracyKind, at(table.percents, best))}`;
	return {
		code: 'binding-limit',
		params: { ...params, candidate: idOf(table, bestWithout), [table.accuracyKind]: accuracyWithout },
		text: `${limit}: without it the most accurate is ${without}${instead}`,
	};
}

/** @param pick index of the candidate ranked first */
export function explainStepUp(
	table: SelectionTable,
	budget: Budget,
	step: StepUp,
	pick: number | undefined,
): Explanation {
	const { catalog, percents, accuracyKind } = table;
	const { axis, cost, index } = step;
	const accuracy = at(percents, index);
	const limit = budget.limits.find(
		({ metric, device, precision }) =>
			metric === axis.metric && device === axis.device && precision === axis.precision,
	);
	const over = limit && cost > limit.max ? cost / limit.max - 1 : undefined;
	const gain = pick === undefined ? undefined : accuracy - at(percents, pick);
	const pickCost = pick === undefined ? NaN : at(costColumn(table, axis).values, pick);
	const extraCost = Number.isNaN(pickCost) ? undefined : cost - pickCost;
	const costDetails = [
		extraCost === undefined ? undefined : signedCost(axis.metric, extraCost),
		over === undefined ? undefined : overshootText(over),
	].filter(detail => detail !== undefined);
	const gained = gain === undefined ? '' : ` (+${pointsText(gain)})`;
	const spent = costDetails.length === 0 ? '' : ` (${costDetails.join(', ')})`;
	return {
		code: 'next-step-up',
		params: {
			candidate: idOf(table, index),
			metric: axis.metric,
			cost,
			[accuracyKind]: accuracy,
			...(extraCost !== undefined && { extraCost }),
			...(gain !== undefined && { gain }),
			...(over !== undefined && { over }),
		},
		text: `${nameOf(table, index)}, ${accuracyText(accuracyKind, accuracy)}${gained} for ${costText(catalog, axis, cost)}${spent}`,
	};
}

/** Says which limits to relax, and how far, to reach the nearest candidate. */
export function explainNothing(catalog: Catalog, nearest: Standing | undefined): Explanation {
	const over = nearest?.judgement.limits.filter(({ verdict }) => verdict === 'exceeds') ?? [];
	const relaxed = over.map(({ limit, value = NaN }) =>
		isFloor(limit)
			? `${constraintText(catalog, limit)} were lowered to ${accuracyText(limit.metric, value)}`
			: `${constraintText(catalog, limit)} were raised to ${bareCostText(limit.metric, value)}`,
	);
	if (!nearest || relaxed.length === 0) {
		return { code: 'nothing-meets', params: {}, text: 'nothing is known to meet the budget or to be near it' };
	}
	const text = `nothing meets the budget; ${nearest.name} would if ${relaxed.join(' and ')}`;
	return { code: 'nothing-meets', params: { candidate: nearest.candidate.id }, text };
}

/** `MobileNetV2 1.0 at 224 px`, with the checkpoint after the model where there is one. */
export function nameOf({ catalog, candidates }: SelectionTable, index: number): string {
	const candidate = candidates[index];
	if (!candidate) return '';
	const model = plainText(catalog.modelById.get(candidate.model)?.name ?? candidate.model, 80);
	const checkpoint = candidate.checkpoint === undefined ? '' : ` (${plainText(candidate.checkpoint, 80)})`;
	return `${model}${checkpoint} at ${formatInput(candidate.input)}`;
}

function idOf({ candidates }: SelectionTable, index: number): string {
	return candidates[index]?.id ?? '';
}

function pickReason(table: SelectionTable, budget: Budget, group: RankGroup): Explanation {
	const least = leastText(table.catalog, firstCost(budget));
	const tied = group.members.length;
	const ofTied = tied > 1 ? `${least} of ${tied} tied at the top` : 'most accurate within the budget';
	const text = `the pick: ${rankingOf(budget) === 'cost' ? `${least} among those that meet the budget` : ofTied}`;
	return { code: 'pick', params: { tied: group.members.length }, text };
}

function rankReason(table: SelectionTable, budget: Budget, group: RankGroup, index: number, lead: number): Explanation {
	const axis = firstCost(budget);
	const byCost = rankingOf(budget) === 'cost';
	const column = byCost ? costColumn(table, axis).values : table.percents;
	const [value, leadValue] = [at(column, index), at(column, lead)];
	const format = (number: number): string => {
		if (!byCost) return accuracyText(table.accuracyKind, number);
		return Number.isNaN(number) ? 'unknown' : bareCostText(axis.metric, number);
	};
	const by = byCost ? ` by ${metricText(table.catalog, axis)}` : '';
	const params = { rank: group.rank, ...(!Number.isNaN(value) && { value }), leadValue };
	const text = `ranked ${ordinal(group.rank)}${by}: ${format(value)} against ${format(leadValue)}`;
	return { code: 'ranked', params, text };
}

function tiedReason(
	table: SelectionTable,
	budget: Budget,
	group: RankGroup,
	index: number,
	isFirst: boolean,
): Explanation {
	const best = at(table.percents, group.mostAccurate);
	const first = group.members[0] ?? index;
	const costs = costColumn(table, firstCost(budget)).values;
	const behind = isFirst ? '' : behindText(table, budget, at(costs, index), at(costs, first));
	const of = accuracyText(table.accuracyKind, best);
	const text =
		group.halfWidth > 0 ? `tied within ±${halfWidthText(group)} of ${of}${behind}` : `tied at ${of}${behind}`;
	return { code: 'tied', params: { size: group.members.length, halfWidth: group.halfWidth, best }, text };
}

function behindText(table: SelectionTable, budget: Budget, cost: number, firstOfGroup: number): string {
	const axis = firstCost(budget);
	if (Number.isNaN(cost)) return `, but ${metricText(table.catalog, axis)} unknown`;
	if (cost === firstOfGroup) return '';
	const first = bareCostText(axis.metric, firstOfGroup);
	return `, but costs ${costText(table.catalog, axis, cost)} against ${first}`;
}

function mostAccurateReason(table: SelectionTable, group: RankGroup): Explanation {
	const percent = at(table.percents, group.mostAccurate);
	const params = { [table.accuracyKind]: percent };
	return { code: 'most-accurate', params, text: `most accurate of the ${group.members.length} tied` };
}

function leastText(catalog: Catalog, axis: CostAxis): string {
	const most = { macs: 'fewest', params: 'fewest', bytes: 'smallest', latencyMs: 'lowest' } as const;
	return `${most[axis.metric]} ${metricText(catalog, axis)}`;
}

/** `0.37` */
export function halfWidthText({ halfWidth }: { readonly halfWidth: number }): string {
	return halfWidth.toFixed(2);
}

function ordinal(rank: number): string {
	const tens = rank % 100;
	const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
	return `${rank}${suffix}`;
}

function signedCost(metric: CostAxis['metric'], difference: number): string {
	const size = bareCostText(metric, Math.abs(difference));
	return difference < 0 ? `−${size}` : `+${size}`;
}
