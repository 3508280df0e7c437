import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from '../catalog/records.ts';
import type { CandidateFilter } from '../catalog/shownFigure.ts';
import { assertBudget, boundOf, rankingOf, type Budget, type Constraint } from './budget.ts';
import { costColumn, createSelectionTable, isSelectionTable, rowsOfModel, type SelectionTable } from './engine.ts';
import { judgeAll, meets, type TableVerdicts, type VerdictCounts } from './judgeAll.ts';
import type { Explanation } from './explanation.ts';
import { countMatchedModels, nearestCandidates, type NearCandidate } from './nearest.ts';
import { at } from './rankedColumn.ts';
import { rankModels, type RankGroup } from './ranking.ts';
import { explainBinding, explainNothing, explainRank, explainStepUp } from './rankReasons.ts';
import { explainCostInput, explainReadings } from './readings.ts';
import { standingOf, type Standing } from './standing.ts';
import { bindingConstraint, nextStepUp, type BindingConstraint } from './stepUp.ts';
import { createTableJudge, type Judgement } from './verdict.ts';

export interface PickOptions extends CandidateFilter {
	/** Number of matches to return; all of them without it. */
	readonly limit?: number | undefined;
}

/** A model that meets the budget, shown through its best candidate. */
export interface Match extends Standing {
	/** From 1; tied models share it, and the next rank counts them all. */
	readonly rank: number;
	/** Number of the tie group, from 1. */
	readonly tieGroup: number;
	/** Where several models are tied: how many, and within how many points of the group's best accuracy in percent. */
	readonly tie?: { readonly size: number; readonly halfWidth: number; readonly best: number };
	/** True for the first match alone. */
	readonly isPick: boolean;
	/** Whether it is the most accurate of its tie group. */
	readonly isMostAccurate: boolean;
	/** Other candidates of the model that meet the budget, most accurate first. */
	readonly folded: readonly Candidate[];
	readonly reasons: readonly Explanation[];
}

export interface Overshoot {
	readonly limit: Constraint;
	readonly value: number;
	readonly limitValue: number;
	/** Value ÷ limit, floor ÷ value for a floor: always over 1. */
	readonly ratio: number;
}

/** A model that only just exceeds the budget, through its nearest candidate. */
export interface NearMiss extends Standing {
	/** Place among the near misses, from 1. */
	readonly rank: number;
	/** Largest ratio − 1. */
	readonly overshoot: number;
	readonly over: readonly Overshoot[];
	readonly reasons: readonly Explanation[];
}

export interface Binding {
	readonly limit: Constraint;
	readonly why: BindingConstraint['why'];
	readonly explanation: Explanation;
}

export interface NextStep extends Standing {
	readonly explanation: Explanation;
}

export interface PickResult {
	readonly catalog: Catalog;
	readonly budget: Budget;
	readonly filter: CandidateFilter;
	/** Candidates left out for the license of their weights alone; undefined where the filter says nothing of licenses. */
	readonly leftOutByLicense?: number;
	readonly ranking: 'accuracy' | 'cost';
	/** How the budget was understood where its words leave a choice; empty where they do not. */
	readonly readings: readonly Explanation[];
	/** Per candidate. */
	readonly counts: VerdictCounts;
	/** Number of models that meet the budget, shown or not. */
	readonly matchingModels: number;
	readonly matches: readonly Match[];
	readonly near: readonly NearMiss[];
	/** Where nothing meets the budget: what to relax. */
	readonly nothing?: Explanation;
	readonly binding?: Binding;
	readonly nextStepUp?: NextStep;
}

/**
 * The models that meet a budget, ranked, with what lies just outside it.
 * @param input a catalog with the candidates that `options` keep, or a table, which was made with its own filter
 * @throws {RangeError} if a limit is not a positive finite number.
 */
export function pickUnderBudget(
	input: Catalog | SelectionTable,
	budget: Budget,
	options: PickOptions = {},
): PickResult {
	assertBudget(budget);
	const table = isSelectionTable(input) ? input : createSelectionTable(input, options);
	const { catalog, filter } = table;
	const verdicts = judgeAll(table, budget);
	const limit = options.limit ?? Infinity;
	const groups = rankModels(table, verdicts, budget, Math.max(limit, 1));
	const judge = createTableJudge(table, budget);
	const shown = groups.flatMap(group => group.members.map(index => ({ group, index }))).slice(0, limit);
	const matches = shown.flatMap(({ group, index }) =>
		matchOf(table, verdicts, budget, judge, { groups, group, index }),
	);
	const near = nearestCandidates(table, verdicts, budget).flatMap((miss, place) =>
		nearMiss(table, judge, miss, place),
	);
	return {
		catalog,
		budget,
		filter,
		...(table.leftOutByLicense !== undefined && { leftOutByLicense: table.leftOutByLicense }),
		ranking: rankingOf(budget),
		readings: readingsUnder(table, budget),
		counts: verdicts.counts,
		matchingModels: countMatchedModels(table, verdicts),
		matches,
		near,
		...(groups.length === 0 && { nothing: explainNothing(catalog, near[0]) }),
		...stepsOf(table, budget, judge, groups[0]?.members[0]),
	};
}

/** How many candidates a budget leaves, for a count while it is being typed. */
export function countUnderBudget(table: SelectionTable, budget: Budget): VerdictCounts {
	return judgeAll(table, budget).counts;
}

/** How the words of a budget are understood for the candidates of a table. */
export function readingsUnder(table: SelectionTable, budget: Budget): readonly Explanation[] {
	const { costInput } = table.catalog;
	return [
		...explainReadings(table.catalog, budget, limit => costColumn(table, limit).latency?.run),
		...(costInput ? [explainCostInput(costInput)] : []),
	];
}

type Judge = (candidate: Candidate) => Judgement;

interface Place {
	readonly groups: readonly RankGroup[];
	readonly group: RankGroup;
	/** Of the candidate. */
	readonly index: number;
}

function matchOf(
	table: SelectionTable,
	verdicts: TableVerdicts,
	budget: Budget,
	judge: Judge,
	{ groups, group, index }: Place,
): readonly Match[] {
	const standing = standingAt(table, judge, index);
	if (!standing) return [];
	const size = group.members.length;
	const { limits, disputed = [] } = standing.judgement;
	const match: Match = {
		...standing,
		rank: group.rank,
		tieGroup: group.tieGroup,
		...(size > 1 && { tie: { size, halfWidth: group.halfWidth, best: at(table.percents, group.mostAccurate) } }),
		isPick: index === groups[0]?.members[0],
		isMostAccurate: index === group.mostAccurate,
		folded: foldedUnder(table, verdicts, index),
		reasons: [
			...explainRank(table, budget, groups, group, index),
			...[...limits, ...disputed].map(({ explanation }) => explanation),
		],
	};
	return [match];
}

function nearMiss(table: SelectionTable, judge: Judge, miss: NearCandidate, place: number): readonly NearMiss[] {
	const standing = standingAt(table, judge, miss.index);
	if (!standing) return [];
	const { limits, disputed = [] } = standing.judgement;
	const over = limits.flatMap(({ limit, verdict, value, ratio }) =>
		verdict === 'exceeds' && value !== undefined && ratio !== undefined
			? [{ limit, value, limitValue: boundOf(limit), ratio }]
			: [],
	);
	const reasons = [...limits, ...disputed].map(({ explanation }) => explanation);
	return [{ ...standing, rank: place + 1, overshoot: miss.overshoot, over, reasons }];
}

function stepsOf(
	table: SelectionTable,
	budget: Budget,
	judge: Judge,
	pick: number | undefined,
): Pick<PickResult, 'binding' | 'nextStepUp'> {
	const found = bindingConstraint(table, budget, pick);
	const binding = found && { limit: found.constraint, why: found.why, explanation: explainBinding(table, found) };
	const step = nextStepUp(table, budget, found, pick);
	const standing = step && standingAt(table, judge, step.index);
	const nextStep = standing && { ...standing, explanation: explainStepUp(table, budget, step, pick) };
	return { ...(binding && { binding }), ...(nextStep && { nextStepUp: nextStep }) };
}

function standingAt(
	{ catalog, candidates, filter }: SelectionTable,
	judge: Judge,
	index: number,
): Standing | undefined {
	const candidate = candidates[index];
	return candidate && standingOf(catalog, candidate, judge(candidate), filter);
}

function foldedUnder(table: SelectionTable, { codes }: TableVerdicts, shown: number): readonly Candidate[] {
	return [...rowsOfModel(table, at(table.modelOf, shown))].flatMap(index => {
		const candidate = table.candidates[index];
		return candidate && index !== shown && meets(codes[index]) ? [candidate] : [];
	});
}
