import { accuracyKindOf, accuracyWords, bareAccuracyText } from '../catalog/accuracy.ts';
import { plainText } from '../catalog/plainText.ts';
import { formatInput } from '../catalog/units.ts';
import { licenseBadge } from '../catalog/weightsLicense.ts';
import type { Limit } from './budget.ts';
import { bareCostText, deviceText } from './explanation.ts';
import type { PickResult } from './pick.ts';
import type { SourcedValue, Standing } from './standing.ts';
import type { TextColumn } from './textTable.ts';

/** Letters that stand behind figures for their sources, in the order in which an answer shows them. */
export type SourceMarks = ReadonlyMap<string, string>;

/** One letter per source of the figures shown. */
export function markSources({ matches, near }: PickResult): SourceMarks {
	const sources = new Set([...matches, ...near].flatMap(sourcesOf));
	return new Map([...sources].map((source, place) => [source, letterOf(place)]));
}

/** `Sources: a timm-results, b timm-benchmark`; undefined where no figure is shown. */
export function formatSources(marks: SourceMarks): string | undefined {
	const [only, ...others] = [...marks].map(([source, letter]) => ({ id: plainText(source, 60), letter }));
	if (!only) return undefined;
	if (others.length === 0) return `Source of all figures: ${only.id}`;
	return `Sources: ${[only, ...others].map(({ id, letter }) => `${letter} ${id}`).join(', ')}`;
}

/** Name, checkpoint where there is one, and every figure that matters to the budget, each with the letter of its source. */
export function figureColumns(
	{ catalog, budget, filter }: PickResult,
	rows: readonly Standing[],
	marks: SourceMarks,
): readonly TextColumn[] {
	const number = (title: string, read: (row: Standing) => readonly [string, string] | undefined): TextColumn => ({
		title: marks.size > 1 ? `${title}  ` : title,
		cells: rows.map(row => markedCell(read(row), marks)),
		align: 'right',
	});
	const cost = (title: string, metric: 'macs' | 'params' | 'bytes'): TextColumn =>
		number(title, ({ figures }) => cellOf(figures[metric], value => bareCostText(metric, value)));
	const accuracy = accuracyKindOf(filter.task);
	const percentText = (percent: number): string => bareAccuracyText(accuracy, percent);
	return [
		{ title: 'Model', cells: rows.map(({ name }) => name), align: 'left' },
		{ title: 'Checkpoint', cells: rows.map(checkpointText), align: 'left' },
		{ title: 'Input', cells: rows.map(({ candidate }) => formatInput(candidate.input)), align: 'right' },
		number(accuracyWords(accuracy).title, ({ figures }) => cellOf(figures[accuracy], percentText)),
		cost('MACs', 'macs'),
		cost('Params', 'params'),
		...(budget.limits.some(({ metric }) => metric === 'bytes') ? [cost('Size', 'bytes')] : []),
		...budget.limits
			.filter(({ metric }) => metric === 'latencyMs')
			.map(limit => number(deviceText(catalog, limit), row => latencyCell(row, limit))),
	];
}

type FigureCell = readonly [text: string, source: string] | undefined;

function cellOf(figure: SourcedValue | undefined, format: (value: number) => string): FigureCell {
	return figure && [format(figure.value), figure.source];
}

function latencyCell({ judgement }: Standing, limit: Limit): FigureCell {
	const judged = judgement.limits.find(one => one.limit === limit);
	if (judged?.value === undefined || judged.source === undefined) return undefined;
	return [bareCostText('latencyMs', judged.value), judged.source];
}

/** A missing figure is a question mark, never an empty place or a nought. */
function markedCell(cell: FigureCell, marks: SourceMarks): string {
	const [text, source] = cell ?? ['?', ''];
	return marks.size > 1 ? `${text} ${marks.get(source) ?? ' '}` : text;
}

function checkpointText({ checkpoint }: Standing): string {
	if (!checkpoint) return '';
	const badge = licenseBadge(checkpoint.weightsLicence);
	return `${plainText(checkpoint.id, 60)}${badge ? ` (${badge})` : ''}`;
}

function sourcesOf({ figures: { top1, ap, miou, macs, params, bytes, latencies } }: Standing): readonly string[] {
	return [top1, ap, miou, macs, params, bytes, ...latencies].flatMap(figure => (figure ? [figure.source] : []));
}

/** `a` to `z`, then `aa`. */
function letterOf(place: number): string {
	const letter = String.fromCharCode(97 + (place % 26));
	return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}
