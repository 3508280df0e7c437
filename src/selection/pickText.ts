import { formatCatalogFoot } from '../catalog/catalogAge.ts';
import { plainText } from '../catalog/plainText.ts';
import { isFloor } from './budget.ts';
import { overshootText, pointsText } from './explanation.ts';
import { leftOutTexts, licenseFilterTexts } from './licenseText.ts';
import { formatBudget } from './parseBudget.ts';
import type { Match, NearMiss, PickResult } from './pick.ts';
import { figureColumns, formatSources, markSources, type SourceMarks } from './pickColumns.ts';
import { readingText } from './pickOutput.ts';
import { halfWidthText } from './rankReasons.ts';
import { layOutColumns } from './textTable.ts';

/**
 * An answer as plain lines, word for word the same on the command line and in the editor: the budget as it was understood,
 * the counts, the ranked models with their figures and sources, near misses, what binds, the next step up, the catalog.
 */
export function formatPickText(result: PickResult): string {
	const marks = markSources(result);
	const sources = formatSources(marks);
	const blocks = [
		headLines(result),
		matchLines(result, marks),
		whyLines(result),
		nearLines(result, marks),
		stepLines(result),
		[
			...(sources === undefined ? [] : [sources]),
			...leftOutTexts(result.leftOutByLicense),
			formatCatalogFoot(result.catalog),
		],
	];
	return blocks
		.filter(lines => lines.length > 0)
		.map(lines => lines.join('\n'))
		.join('\n\n');
}

/** The first line of an answer: the budget in its one spelling, and how its words were understood. */
function formatBudgetLine(result: PickResult): string {
	const reading = readingText(result);
	return `Budget: ${plainText(formatBudget(result.budget), 400)}${reading === '' ? '' : `; ${reading}`}`;
}

/** `19 meet, 26 exceed, 6 unknown, 2 unranked; 53 candidates` */
export function formatCounts({ counts, filter }: Pick<PickResult, 'counts' | 'filter'>): string {
	const { meets, exceeds, unknown, unranked } = counts;
	const all = meets + exceeds + unknown + unranked;
	const asked = [
		filter.task === 'classification' ? undefined : filter.task,
		filter.source === undefined ? undefined : `source ${plainText(filter.source, 60)}`,
		filter.framework === undefined ? undefined : `framework ${filter.framework}`,
		filter.family === undefined ? undefined : `family ${plainText(filter.family, 60)}`,
		...licenseFilterTexts(filter),
	].filter(part => part !== undefined);
	const verdicts = `${meets} meet, ${exceeds} exceed, ${unknown} unknown, ${unranked} unranked`;
	const candidates = `${all} ${all === 1 ? 'candidate' : 'candidates'}`;
	return `${verdicts}; ${[candidates, ...asked].join(', ')}`;
}

function headLines(result: PickResult): readonly string[] {
	const order =
		result.ranking === 'cost' && result.matches.length > 0 ? ['Ranked by cost, since a floor is set'] : [];
	return [formatBudgetLine(result), formatCounts(result), ...order];
}

function matchLines(result: PickResult, marks: SourceMarks): readonly string[] {
	const { matches, matchingModels, nothing } = result;
	if (nothing) return [asSentence(nothing.text)];
	if (matches.length === 0) return [];
	const more = matchingModels - matches.length;
	return [
		...layOutColumns([
			{ title: 'Rank', cells: matches.map(rankText), align: 'right' },
			...figureColumns(result, matches, marks),
			{ title: '', cells: matches.map(marksText), align: 'left' },
		]),
		...(more > 0 ? [`and ${more} more ${more === 1 ? 'model' : 'models'}`] : []),
	];
}

function whyLines({ matches }: PickResult): readonly string[] {
	const [pick] = matches;
	if (!pick) return [];
	return [`${pick.name}: ${pick.reasons.map(({ text }) => text).join('; ')}`];
}

function nearLines(result: PickResult, marks: SourceMarks): readonly string[] {
	if (result.near.length === 0) return [];
	const columns = [
		...figureColumns(result, result.near, marks),
		{ title: 'Over', cells: result.near.map(overText), align: 'left' } as const,
	];
	return ['Near misses', ...layOutColumns(columns).map(line => `  ${line}`)];
}

function stepLines({ binding, nextStepUp }: PickResult): readonly string[] {
	return [
		...(binding ? [`Binding limit: ${binding.explanation.text}`] : []),
		...(nextStepUp ? [`Next step up: ${nextStepUp.explanation.text}`] : []),
	];
}

/** `2`, and `2=` where several are tied. */
export function rankText({ rank, tie }: Match): string {
	return tie ? `${rank}=` : String(rank);
}

function marksText({ isPick, isMostAccurate, tie, judgement, folded }: Match): string {
	const marks = [
		isPick ? 'pick' : undefined,
		tie && (tie.halfWidth > 0 ? `tied within ±${halfWidthText(tie)}` : 'tied'),
		tie && isMostAccurate ? 'most accurate' : undefined,
		judgement.disputed ? 'disputed' : undefined,
		folded.length > 0 ? `+${folded.length} more of this model` : undefined,
	];
	return marks.filter(mark => mark !== undefined).join(', ');
}

/** `315 M MACs, limit 300 M (5 % over)`, and what else is unknown or disputed. */
export function overText({ judgement }: NearMiss): string {
	const { limits, disputed = [] } = judgement;
	const reasons = limits.flatMap(({ limit, verdict, explanation, value, ratio }) => {
		if (verdict === 'meets') return [];
		if (value === undefined || ratio === undefined) return [explanation.text];
		const by = isFloor(limit) ? `${pointsText(limit.min - value)} short` : overshootText(ratio - 1);
		return [`${explanation.text} (${by})`];
	});
	return [...reasons, ...disputed.map(({ explanation }) => explanation.text)].join('; ');
}

/** With a capital letter and a full stop. */
export function asSentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
