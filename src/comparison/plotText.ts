import { accuracyKindOf, accuracyText } from '../catalog/accuracy.ts';
import { formatMetric, metricName } from './columns.ts';
import { hasMark, verdictAt, type ComparisonSnapshot } from './comparisonSnapshot.ts';
import type { Plot } from './plot.ts';
import { rowLabel } from './rowText.ts';

/** What the plot shows, for those who do not see it: how many points, the frontier's ends, the budget, what is missing. */
export function plotSummary(snapshot: ComparisonSnapshot, plot: Plot): string {
	const { axis } = plot;
	const accuracy = accuracyKindOf(snapshot.task);
	const drawn = new Set(plot.rows);
	const frontier = snapshot.frontiers[axis].filter(row => drawn.has(row));
	const [first, last] = [frontier.at(0), frontier.at(-1)];
	const scale = plot.whole.logarithmic ? ', logarithmic' : '';
	const sentences = [
		`${candidates(plot.rows.length)}: ${metricName(snapshot, accuracy)} against ${metricName(snapshot, axis)}${scale}.`,
	];
	if (first !== undefined && last !== undefined) {
		const ends = `${pointWords(snapshot, axis, first)}, to ${pointWords(snapshot, axis, last)}`;
		sentences.push(`${String(frontier.length)} on the frontier, from ${ends}.`);
	}
	const lines = snapshot.budget.limits.filter(({ metric }) => metric === axis || metric === accuracy);
	if (lines.length > 0) sentences.push(`Budget lines: ${lines.map(({ text }) => text).join(', ')}.`);
	if (plot.missing > 0) {
		sentences.push(`${candidates(plot.missing)} not drawn: accuracy or ${metricName(snapshot, axis)} unknown.`);
	}
	if (plot.outside > 0) sentences.push(`${candidates(plot.outside)} outside of the part that is shown.`);
	return sentences.join(' ');
}

/** One point in words: name, accuracy, cost, and whether it is on the frontier. */
export function pointLabel(snapshot: ComparisonSnapshot, { axis }: Plot, row: number): string {
	const words = [rowLabel(snapshot, row), accuracyWordsOf(snapshot, row), costWords(snapshot, axis, row)];
	if (snapshot.frontiers[axis].includes(row)) words.push('on frontier');
	const verdict = verdictAt(snapshot, row);
	if (verdict !== 'none') words.push(verdict === 'unknown' ? 'budget unknown' : `${verdict} budget`);
	if (hasMark(snapshot, row, 'unranked')) words.push('not ranked');
	if (snapshot.selection.includes(row)) words.push('pinned');
	return words.join(', ');
}

function pointWords(snapshot: ComparisonSnapshot, axis: Plot['axis'], row: number): string {
	return `${rowLabel(snapshot, row)} with ${accuracyWordsOf(snapshot, row)} at ${costWords(snapshot, axis, row)}`;
}

/** Empty where the accuracy is unknown. */
function accuracyWordsOf(snapshot: ComparisonSnapshot, row: number): string {
	const kind = accuracyKindOf(snapshot.task);
	const value = snapshot.numbers[kind].values[row] ?? NaN;
	return Number.isNaN(value) ? '' : accuracyText(kind, value);
}

function costWords(snapshot: ComparisonSnapshot, axis: Plot['axis'], row: number): string {
	const cost = formatMetric(axis, snapshot.numbers[axis].values[row] ?? NaN);
	switch (axis) {
		case 'macs':
			return `${cost} MACs`;
		case 'params':
			return `${cost} params`;
		case 'bytes':
		case 'latencyMs':
			return cost;
	}
}

function candidates(count: number): string {
	return count === 1 ? '1 candidate' : `${String(count)} candidates`;
}
