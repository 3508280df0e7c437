import { firstCost, rankingOf, type Budget } from './budget.ts';
import { compareCosts, compareIds, costColumn, rowsOfModel, type SelectionTable } from './engine.ts';
import { meets, type TableVerdicts } from './judgeAll.ts';
import { at } from './rankedColumn.ts';
import { groupTies, tieHalfWidth } from './ties.ts';

/** Models that share a rank, each by the index of its best candidate. */
export interface RankGroup {
	/** From 1; one more than the number of models in the groups before. */
	readonly rank: number;
	/** Number of the group, from 1. */
	readonly tieGroup: number;
	/** Candidate indices as shown: the first is the pick of the group. */
	readonly members: readonly number[];
	/** Candidate index. */
	readonly mostAccurate: number;
	/** Points of accuracy; 0 where the ranking is by cost and nothing is tied. */
	readonly halfWidth: number;
}

/**
 * Ranks the models that meet a budget, each through its best candidate: by accuracy in tie groups, or with a floor by cost.
 * @param enough stops after the group that holds this many models
 */
export function rankModels(
	table: SelectionTable,
	verdicts: TableVerdicts,
	budget: Budget,
	enough = Infinity,
): readonly RankGroup[] {
	const costs = costColumn(table, firstCost(budget));
	if (rankingOf(budget) === 'cost') {
		return cheapestOfModels(table, verdicts.codes, costs.order, enough).map((index, place) => {
			return { rank: place + 1, tieGroup: place + 1, members: [index], mostAccurate: index, halfWidth: 0 };
		});
	}
	const bests = mostAccurateOfModels(table, verdicts, costs.values, enough);
	const percents = bests.map(index => at(table.percents, index));
	const inGroup = (a: number, b: number): number =>
		compareCosts(at(costs.values, a), at(costs.values, b)) ||
		at(table.percents, b) - at(table.percents, a) ||
		compareIds(table.candidates[a], table.candidates[b]);
	let rank = 1;
	return groupTies(percents, table.evaluationImages).map(({ members, halfWidth }, place) => {
		const indices = members.map(member => at(bests, member));
		const mostAccurate = at(indices, 0);
		const group = { rank, tieGroup: place + 1, members: indices.sort(inGroup), mostAccurate, halfWidth };
		rank += indices.length;
		return group;
	});
}

/** Best candidate per model in order of accuracy; equally accurate ones of a model by cost, then by id. */
function mostAccurateOfModels(
	table: SelectionTable,
	{ codes, meetingPlaces }: TableVerdicts,
	costs: Float64Array,
	enough: number,
): number[] {
	const { accuracy, percents, evaluationImages } = table;
	const bests: number[] = [];
	let leader = NaN;
	let halfWidth = 0;
	for (let place = meetingPlaces.next(0); place >= 0; place = meetingPlaces.next(place + 1)) {
		const index = at(accuracy.order, place);
		const alike = firstOfModel(table, codes, index);
		if (!alike) continue;
		const percent = at(percents, index);
		if (!(leader - percent <= halfWidth)) {
			if (bests.length >= enough) break;
			leader = percent;
			halfWidth = tieHalfWidth(percent, evaluationImages);
		}
		bests.push(alike.reduce((best, other) => (compareCosts(at(costs, other), at(costs, best)) < 0 ? other : best)));
	}
	return bests;
}

/** A candidate and others of its model that meet the budget as accurately; undefined where one does more so, or stands before it. */
function firstOfModel(table: SelectionTable, codes: Uint8Array, index: number): number[] | undefined {
	const percent = at(table.percents, index);
	const alike: number[] = [];
	for (const row of rowsOfModel(table, at(table.modelOf, index))) {
		if (!meets(codes[row])) continue;
		if (alike.length === 0 && row !== index) return undefined;
		if (at(table.percents, row) !== percent) break;
		alike.push(row);
	}
	return alike;
}

/** Cheapest candidate per model, cheapest first. */
function cheapestOfModels(
	{ modelOf, models, ranked }: SelectionTable,
	codes: Uint8Array,
	order: Int32Array,
	enough: number,
): number[] {
	const bests: number[] = [];
	const seen = new Uint8Array(models);
	for (const index of order) {
		if (bests.length >= enough) break;
		const model = at(modelOf, index);
		if (!meets(codes[index]) || ranked[index] === 0 || seen[model] === 1) continue;
		seen[model] = 1;
		bests.push(index);
	}
	return bests;
}
