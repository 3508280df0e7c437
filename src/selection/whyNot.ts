import { accuracyText } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, Model } from '../catalog/records.ts';
import { unrankedReason, type CandidateFilter } from '../catalog/shownFigure.ts';
import { formatInput } from '../catalog/units.ts';
import type { Budget, Verdict } from './budget.ts';
import { createSelectionTable, isSelectionTable, type SelectionTable } from './engine.ts';
import { judgeAll } from './judgeAll.ts';
import { sentenceOf, type Explanation } from './explanation.ts';
import { at } from './rankedColumn.ts';
import { licenseFilterTexts } from './licenseText.ts';
import { rankModels, type RankGroup } from './ranking.ts';
import { explainRank } from './rankReasons.ts';
import { createTableJudge, type Judgement } from './verdict.ts';

export interface WhyNot {
	/** What was judged: of a model its candidate that meets the budget best, else the nearest to it. */
	readonly candidate: Candidate;
	readonly verdict: Verdict;
	readonly judgement: Judgement;
	/** Candidates left out for the license of their weights alone; undefined where the filter says nothing of licenses. */
	readonly leftOutByLicense?: number;
	/** Where its model stands among those that meet the budget. */
	readonly rank?: number;
	/** One sentence per limit, then what sets it apart from the pick. */
	readonly reasons: readonly Explanation[];
}

/**
 * Why a model or candidate is not the pick of a budget, or that it is.
 * @returns undefined for a model without candidates.
 */
export function whyNot(
	input: Catalog | SelectionTable,
	target: Candidate | Model,
	budget: Budget,
	filter: CandidateFilter = {},
): WhyNot | undefined {
	const table = isSelectionTable(input) ? input : createSelectionTable(input, filter);
	const { catalog } = table;
	const groups = rankModels(table, judgeAll(table, budget), budget);
	const judge = createTableJudge(table, budget);
	const candidate = isCandidate(target) ? target : candidateToJudge(table, target, groups, judge);
	if (!candidate) return undefined;
	const judgement = judge(candidate);
	const limits = judgement.limits.map(({ limit, explanation, value }) => ({
		...explanation,
		text: sentenceOf(catalog, limit, explanation, value),
	}));
	const place = placeOf(table, groups, candidate);
	return {
		candidate,
		verdict: judgement.verdict,
		judgement,
		...(table.leftOutByLicense !== undefined && { leftOutByLicense: table.leftOutByLicense }),
		...(place && { rank: place.group.rank }),
		reasons: [
			...limits,
			...(judgement.disputed ?? []).map(({ explanation }) => explanation),
			...rankingReasons(table, budget, groups, candidate),
		],
	};
}

function isCandidate(target: Candidate | Model): target is Candidate {
	return 'model' in target;
}

/** The shown candidate where one meets the budget; else by overshoot, unknown ones last, then in catalog order. */
function candidateToJudge(
	table: SelectionTable,
	model: Model,
	groups: readonly RankGroup[],
	judge: (candidate: Candidate) => Judgement,
): Candidate | undefined {
	const shown = groups.flatMap(group => group.members).find(index => table.candidates[index]?.model === model.id);
	if (shown !== undefined) return table.candidates[shown];
	const asked = table.candidates.filter(candidate => candidate.model === model.id);
	const candidates = asked.length > 0 ? asked : table.catalog.candidatesOf(model.id);
	const order = candidates.map(candidate => ({ candidate, distance: distanceOf(judge(candidate)) }));
	return order.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** Largest share by which a limit is exceeded; 0 within all of them, and farther than any where a figure is missing. */
export function distanceOf({ verdict, limits }: Judgement): number {
	if (verdict === 'unknown') return Number.MAX_VALUE;
	return Math.max(0, ...limits.map(({ ratio = 0 }) => ratio - 1));
}

interface PlaceInRanking {
	readonly group: RankGroup;
	readonly index: number;
}

/** Where the model of a candidate stands, through whichever candidate shows it. */
function placeOf(
	{ candidates }: SelectionTable,
	groups: readonly RankGroup[],
	{ model }: Candidate,
): PlaceInRanking | undefined {
	for (const group of groups) {
		const index = group.members.find(member => candidates[member]?.model === model);
		if (index !== undefined) return { group, index };
	}
	return undefined;
}

function rankingReasons(
	table: SelectionTable,
	budget: Budget,
	groups: readonly RankGroup[],
	candidate: Candidate,
): readonly Explanation[] {
	if (!table.candidates.includes(candidate)) {
		return [{ code: 'not-asked-about', params: { candidate: candidate.id }, text: filteredOutText(table.filter) }];
	}
	const unranked = unrankedReason(table.catalog, candidate, table.filter);
	if (unranked) {
		const params = { reason: unranked.code };
		return [{ code: 'unranked', params, text: `Not ranked: ${unranked.text.replace(/\.$/, '')}` }];
	}
	const place = placeOf(table, groups, candidate);
	if (!place) return [];
	const reasons = explainRank(table, budget, groups, place.group, place.index);
	if (table.candidates[place.index] === candidate) return reasons.map(asSentence);
	return [foldsUnder(table, place.index), ...reasons.map(asSentence)];
}

function foldsUnder({ candidates, percents, accuracyKind }: SelectionTable, index: number): Explanation {
	const shown = candidates[index];
	const size = shown ? formatInput(shown.input) : '';
	const text = `Shown through its candidate at ${size} with ${accuracyText(accuracyKind, at(percents, index))}`;
	return { code: 'folds-under', params: { candidate: shown?.id ?? '', [accuracyKind]: at(percents, index) }, text };
}

function asSentence(explanation: Explanation): Explanation {
	return { ...explanation, text: explanation.text.replace(/^\p{Ll}/u, letter => letter.toUpperCase()) };
}

function filteredOutText(filter: CandidateFilter): string {
	const { task, source, framework, family } = filter;
	const parts = [
		task,
		source === undefined ? undefined : `source ${source}`,
		framework === undefined ? undefined : `framework ${framework}`,
		family === undefined ? undefined : `family ${family}`,
		...licenseFilterTexts(filter),
	];
	return `Not among the candidates asked about (${parts.filter(part => part !== undefined).join(', ')})`;
}
