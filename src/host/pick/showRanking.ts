import { ThemeIcon } from 'vscode';
import { accuracyText } from '../../catalog/accuracy.ts';
import { formatCatalogAge } from '../../catalog/catalogAge.ts';
import { labelText } from '../../catalog/plainText.ts';
import {
	formatAccuracy,
	formatBytes,
	formatInput,
	formatLatency,
	formatMacs,
	formatParams,
} from '../../catalog/units.ts';
import { licenseBadge } from '../../catalog/weightsLicense.ts';
import { candidateTitle } from '../../comparison/modelCard.ts';
import type { Candidate } from '../../catalog/records.ts';
import { leftOutTexts } from '../../selection/licenseText.ts';
import type { Match, NearMiss, NextStep, PickResult } from '../../selection/pick.ts';
import type { Standing } from '../../selection/standing.ts';
import { choose, separator, type Answer, type Choice } from '../quickInput/choose.ts';

/** A quick pick draws all of its rows. */
const maxRows = 300;

export type RankingAnswer =
	| { readonly kind: 'actions' | 'insert' | 'compare' | 'details'; readonly candidate: Candidate }
	| { readonly kind: 'report' }
	| { readonly kind: 'limitMacs' };

/** Shows what meets a budget, ranked, with what lies just outside it. */
export function showRanking(result: PickResult): Promise<Answer<RankingAnswer> | undefined> {
	return choose<RankingAnswer>({
		title: rankingTitle(result),
		placeholder: 'Type to narrow the list; Enter for what to do with a model',
		step: 2,
		totalSteps: 2,
		canGoBack: true,
		items: [...readingRows(result), ...matchRows(result), ...nearRows(result), ...footRows(result)],
		matchOnDescription: true,
		matchOnDetail: true,
	});
}

function rankingTitle({ budget, matchingModels, ranking }: PickResult): string {
	if (matchingModels === 0) return `${labelText(budget.text, 60)}: no model meets it`;
	const models = matchingModels === 1 ? '1 model meets it' : `${matchingModels} models meet it`;
	return `${labelText(budget.text, 60)}: ${models}, ${ranking === 'cost' ? 'cheapest' : 'most accurate'} first`;
}

/** How the budget was understood comes before any answer to it. */
function readingRows({ readings }: PickResult): readonly Choice<RankingAnswer>[] {
	if (readings.length === 0) return [];
	return [{ label: '$(info)', description: readings.map(({ text }) => text).join('; '), alwaysShow: true }];
}

/** The label holds the rank alone: the editor sorts by matches in labels, and the ranking is to be kept while one types. */
function matchRows({ catalog, matches, nothing, counts }: PickResult): readonly Choice<RankingAnswer>[] {
	if (matches.length === 0) {
		const isUnknown = counts.exceeds === 0 && counts.unknown > 0;
		return [
			{ label: '$(info)', description: nothing?.text ?? 'Nothing meets the budget.', alwaysShow: true },
			...(isUnknown ? [limitMacsRow()] : []),
		];
	}
	return matches.slice(0, maxRows).flatMap((match, place) => {
		const isFirstOfGroup = matches[place - 1]?.tieGroup !== match.tieGroup;
		return [...(isFirstOfGroup ? [separator(groupTitle(match))] : []), matchRow(match)];
	});

	function matchRow(match: Match): Choice<RankingAnswer> {
		const mark = match.isPick ? ' $(star-full)' : '';
		const folded = match.folded.length === 0 ? [] : [`${match.folded.length} more of it`];
		return {
			label: `${match.rank}${mark}`,
			description: [nameOf(match), figuresText(match), ...folded].join(' · '),
			detail: [labelText(candidateTitle(catalog, match.candidate)), ...textsOf(match)].join(' · '),
			...answersOf(match),
		};
	}
}

function groupTitle({ tie, rank }: Match): string {
	if (!tie) return rank === 1 ? 'pick' : '';
	return tie.halfWidth > 0
		? `${tie.size} tied within ±${Number(tie.halfWidth.toFixed(2))} points`
		: `${tie.size} tied`;
}

function nearRows({ near, nextStepUp }: PickResult): readonly Choice<RankingAnswer>[] {
	const row = (label: string, standing: NearMiss | NextStep, texts: readonly string[]): Choice<RankingAnswer> => ({
		label,
		description: [nameOf(standing), figuresText(standing)].join(' · '),
		detail: texts.join(' · '),
		...answersOf(standing),
	});
	return [
		...(nextStepUp
			? [separator('Next step up'), row('$(arrow-up)', nextStepUp, [nextStepUp.explanation.text])]
			: []),
		...(near.length > 0 ? [separator('Near misses')] : []),
		...near.map(miss => row('$(close)', miss, textsOf(miss))),
	];
}

function footRows({ catalog, counts, binding, leftOutByLicense }: PickResult): readonly Choice<RankingAnswer>[] {
	const { meets, exceeds, unknown, unranked } = counts;
	const verdicts = `${meets} meet, ${exceeds} exceed, ${unknown} unknown, ${unranked} unranked`;
	return [
		separator(formatCatalogAge(catalog)),
		{
			label: '$(output)',
			description: [`Show Pick Report: ${verdicts}`, ...leftOutTexts(leftOutByLicense)].join(' · '),
			...(binding ? { detail: binding.explanation.text } : {}),
			alwaysShow: true,
			value: { kind: 'report' },
		},
	];
}

function limitMacsRow(): Choice<RankingAnswer> {
	return {
		label: '$(symbol-number)',
		description: 'Limit MACs Instead',
		detail: 'No candidate has the figure that this budget asks for.',
		alwaysShow: true,
		value: { kind: 'limitMacs' },
	};
}

function answersOf({ candidate }: Standing): Pick<Choice<RankingAnswer>, 'value' | 'buttons'> {
	return {
		value: { kind: 'actions', candidate },
		buttons: [
			{ iconPath: new ThemeIcon('insert'), tooltip: 'Insert Snippet…', value: { kind: 'insert', candidate } },
			{
				iconPath: new ThemeIcon('checklist'),
				tooltip: 'Add to Comparison',
				value: { kind: 'compare', candidate },
			},
			{ iconPath: new ThemeIcon('info'), tooltip: 'Show Details', value: { kind: 'details', candidate } },
		],
	};
}

/** The model, its size, and what keeps its weights from being used freely. */
function nameOf({ name, candidate, checkpoint }: Standing): string {
	const badge = licenseBadge(checkpoint?.weightsLicence);
	return [`${labelText(name)}, ${formatInput(candidate.input)}`, ...(badge ? [badge] : [])].join(' · ');
}

/** The figures that the answer was made from: with a source in the question, those of that source. */
function figuresText({ figures }: Standing): string {
	const { top1, ap, miou, macs, params, bytes, latencies } = figures;
	return [
		...(top1 ? [formatAccuracy(top1.value)] : []),
		...(ap ? [accuracyText('ap', ap.value)] : []),
		...(miou ? [accuracyText('miou', miou.value)] : []),
		...(macs ? [formatMacs(macs.value)] : []),
		...(params ? [formatParams(params.value)] : []),
		...(bytes ? [formatBytes(bytes.value)] : []),
		...latencies.map(({ value }) => formatLatency(value)),
	].join(' · ');
}

function textsOf({ reasons }: Match | NearMiss): readonly string[] {
	return reasons.map(({ text }) => text);
}
