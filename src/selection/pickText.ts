import { plainText } from '../catalog/plainText.ts';
import { formatAccuracy, formatInput } from '../catalog/units.ts';
import type { CostAxis, Limit } from './budget.ts';
import { bareCostText, deviceText } from './explanation.ts';
import { formatBudget } from './parseBudget.ts';
import type { Match, NearMiss, PickResult } from './pick.ts';
import { readingText } from './pickOutput.ts';
import { halfWidthText } from './rankReasons.ts';
import type { SourcedValue, Standing } from './standing.ts';
import { layOutColumns, type TextColumn } from './textTable.ts';

/**
 * An answer as plain lines, word for word the same on the command line and in the editor: the budget as it was understood,
 * the counts, the ranked models with their figures and sources, near misses, what binds, the next step up, the catalog.
 */
export function formatPickText(result: PickResult): string {
	const blocks = [
		headLines(result),
		matchLines(result),
		whyLines(result),
		nearLines(result),
		stepLines(result),
		[formatCatalogFoot(result.catalog)],
	];
	return blocks
		.filter(lines => lines.length > 0)
		.map(lines => lines.join('\n'))
		.join('\n\n');
}

/** The foot of every answer: `Catalog 2025.11 of 2025-11-20`. */
export function formatCatalogFoot({ version, date }: { readonly version: string; readonly date: string }): string {
	return `Catalog ${plainText(version, 40)} of ${plainText(date, 40)}`;
}

/** The first line of an answer: the budget in its one spelling, and how its words were understood. */
export function formatBudgetLine(result: PickResult): string {
	const reading = readingText(result);
	return `Budget: ${plainText(formatBudget(result.budget), 400)}${reading === '' ? '' : ` (${reading})`}`;
}

/** `19 meet, 26 exceed, 6 unknown, 2 unranked; 53 candidates` */
export function formatCounts({ counts, filter }: Pick<PickResult, 'counts' | 'filter'>): string {
	const { meets, exceeds, unknown, unranked } = counts;
	const all = meets + exceeds + unknown + unranked;
	const asked = [
		filter.source === undefined ? undefined : `source ${plainText(filter.source, 60)}`,
		filter.framework === undefined ? undefined : `framework ${filter.framework}`,
		filter.family === undefined ? undefined : `family ${plainText(filter.family, 60)}`,
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

function matchLines(result: PickResult): readonly string[] {
	const { matches, matchingModels, nothing } = result;
	if (nothing) return [asSentence(nothing.text)];
	if (matches.length === 0) return [];
	const more = matchingModels - matches.length;
	return [
		...layOutColumns([
			{ title: 'Rank', cells: matches.map(rankText), align: 'right' },
			...figureColumns(result, matches),
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

function nearLines(result: PickResult): readonly string[] {
	if (result.near.length === 0) return [];
	const columns = [
		...figureColumns(result, result.near),
		{ title: 'Over by', cells: result.near.map(overText), align: 'left' } as const,
	];
	return ['Near misses', ...layOutColumns(columns).map(line => `  ${line}`)];
}

function stepLines({ binding, nextStepUp }: PickResult): readonly string[] {
	return [
		...(binding ? [`Binding limit: ${binding.explanation.text}`] : []),
		...(nextStepUp ? [`Next step up: ${nextStepUp.explanation.text}`] : []),
	];
}

/** Name, checkpoint where there is one, and every figure that matters to the budget, each column with its sources. */
function figureColumns({ catalog, budget }: PickResult, rows: readonly Standing[]): readonly TextColumn[] {
	const number = (title: string, format: (row: Standing) => string | undefined): TextColumn => ({
		title,
		cells: rows.map(row => format(row) ?? '?'),
		align: 'right',
	});
	const cost = (title: string, metric: 'macs' | 'params' | 'bytes'): TextColumn =>
		number(title, ({ figures }) => figures[metric] && bareCostText(metric, figures[metric].value));
	const latencies = budget.limits.filter(({ metric }) => metric === 'latencyMs');
	return [
		{ title: 'Model', cells: rows.map(({ name }) => name), align: 'left' },
		{ title: 'Checkpoint', cells: rows.map(checkpointText), align: 'left' },
		number('Input', ({ candidate }) => formatInput(candidate.input)),
		number('Top-1', ({ figures }) => figures.top1 && formatAccuracy(figures.top1.value)),
		cost('MACs', 'macs'),
		cost('Params', 'params'),
		...(budget.limits.some(({ metric }) => metric === 'bytes') ? [cost('Size', 'bytes')] : []),
		...latencies.map(limit => number(latencyTitle(catalog, limit), row => latencyText(row, limit))),
		{ title: 'Sources', cells: rows.map(sourcesText), align: 'left' },
	];
}

function latencyTitle(catalog: PickResult['catalog'], axis: CostAxis): string {
	return deviceText(catalog, axis);
}

function latencyText({ judgement }: Standing, limit: Limit): string | undefined {
	const value = judgement.limits.find(judged => judged.limit === limit)?.value;
	return value === undefined ? undefined : bareCostText('latencyMs', value);
}

function checkpointText({ checkpoint }: Standing): string {
	return checkpoint ? plainText(checkpoint.id, 60) : '';
}

function rankText({ rank, tie }: Match): string {
	return tie ? `${rank}=` : String(rank);
}

function marksText({ isPick, isMostAccurate, tie, judgement, folded }: Match): string {
	const marks = [
		isPick ? 'pick' : undefined,
		tie ? `tied within ±${halfWidthText(tie)}` : undefined,
		tie && isMostAccurate ? 'most accurate' : undefined,
		judgement.disputed ? 'disputed' : undefined,
		folded.length > 0 ? `+${folded.length} more of this model` : undefined,
	];
	return marks.filter(mark => mark !== undefined).join(', ');
}

function overText({ judgement }: NearMiss): string {
	const { limits, disputed = [] } = judgement;
	const reasons = [...limits.filter(({ verdict }) => verdict !== 'meets'), ...disputed];
	return reasons.map(({ explanation }) => explanation.text).join('; ');
}

/** `seed`, or `paper-a (top-1), timm-1.0.29 (MACs, params)` where the figures of a row come from several. */
function sourcesText({ figures }: Standing): string {
	const { top1, macs, params, bytes, latencies } = figures;
	const named: readonly (readonly [string, SourcedValue | undefined])[] = [
		['top-1', top1],
		['MACs', macs],
		['params', params],
		['size', bytes],
		...latencies.map(latency => ['latency', latency] as const),
	];
	const bySource = new Map<string, Set<string>>();
	for (const [name, figure] of named) {
		if (!figure) continue;
		bySource.set(figure.source, (bySource.get(figure.source) ?? new Set<string>()).add(name));
	}
	const entries = [...bySource];
	return entries
		.map(([source, names]) => {
			const id = plainText(source, 60);
			return entries.length === 1 ? id : `${id} (${[...names].join(', ')})`;
		})
		.join(', ');
}

function asSentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
