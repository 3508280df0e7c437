import { accuracyKindOf, accuracyText } from '../catalog/accuracy.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { hasMark, verdictAt, type ComparisonSnapshot } from './comparisonSnapshot.ts';
import { placesOfRows, type Plot } from './plot.ts';
import { axisName, axisValueAt, betterEnd, formatAxisValue, type AxisPair, type PlotAxis } from './plotAxes.ts';
import { lengthOf } from './plotWindow.ts';
import { rowLabel } from './rowText.ts';

/** What the plot shows, for those who do not see it: how many points, the frontier's ends and knee, the budget, what is missing. */
export function plotSummary(snapshot: ComparisonSnapshot, plot: Plot): string {
	const frontier = Uint32Array.from(placesOfRows(plot, plot.frontierRows), ({ row }) => row);
	const { x, y, whole } = plot;
	const [nameX, nameY] = [axisName(snapshot, x), axisName(snapshot, y)];
	const scales = `${whole.logY ? ', logarithmic,' : ''} against ${nameX}${whole.logX ? ', logarithmic' : ''}`;
	const sentences = [
		`${candidates(plot.rows.length)}: ${nameY}${scales}.`,
		...frontierSentences(snapshot, plot, frontier),
	];
	const lines = snapshot.budget.limits.filter(({ metric }) => metric === x || metric === y);
	if (lines.length > 0) sentences.push(`Budget lines: ${lines.map(({ text }) => text).join(', ')}.`);
	if (plot.missing > 0) {
		sentences.push(`${candidates(plot.missing)} not drawn: ${nameY} or ${nameX} unknown.`);
	}
	if (plot.outside > 0) sentences.push(`${candidates(plot.outside)} outside of the part that is shown.`);
	return sentences.join(' ');
}

function frontierSentences(snapshot: ComparisonSnapshot, plot: Plot, frontier: Uint32Array): string[] {
	const [first, last] = [frontier.at(0), frontier.at(-1)];
	if (first === undefined || last === undefined) return [];
	const ends = `${pointWords(snapshot, plot, first)}, to ${pointWords(snapshot, plot, last)}`;
	const knee = kneeOf(snapshot, plot, frontier);
	return [
		`${String(frontier.length)} on the frontier, from ${ends}.`,
		...(knee === undefined ? [] : [`It bends most at ${pointWords(snapshot, plot, knee)}.`]),
	];
}

/** The row of the frontier that is furthest from the straight line between its ends, as the axes are drawn; undefined below four rows. */
export function kneeOf(snapshot: ComparisonSnapshot, { x, y, whole }: Plot, frontier: Uint32Array): number | undefined {
	if (frontier.length < 4) return undefined;
	const along = (axis: PlotAxis, logarithmic: boolean): number[] => {
		const lengths = Array.from(frontier, row => lengthOf(axisValueAt(snapshot, axis, row), logarithmic));
		const [start, end] = [lengths.at(0) ?? NaN, lengths.at(-1) ?? NaN];
		return lengths.map(length => (length - start) / (end - start));
	};
	const [xs, ys] = [along(x, whole.logX), along(y, whole.logY)];
	const distances = xs.map((share, place) => Math.abs((ys[place] ?? NaN) - share));
	const furthest = Math.max(...distances);
	return furthest > 0 ? frontier[distances.indexOf(furthest)] : undefined;
}

/** One point in words: name, both values, and whether it is on the frontier. */
export function pointLabel(snapshot: ComparisonSnapshot, plot: Plot, row: number): string {
	const { y, x } = plot;
	const words = [rowLabel(snapshot, row), valueWords(snapshot, y, row), valueWords(snapshot, x, row)];
	if (plot.frontierRows.includes(row)) words.push('on frontier');
	const verdict = verdictAt(snapshot, row);
	if (verdict !== 'none') words.push(verdict === 'unknown' ? 'budget unknown' : `${verdict} budget`);
	if (hasMark(snapshot, row, 'unranked')) words.push('not ranked');
	if (snapshot.selection.includes(row)) words.push('pinned');
	return words.filter(text => text !== '').join(', ');
}

function pointWords(snapshot: ComparisonSnapshot, { x, y }: AxisPair, row: number): string {
	return `${rowLabel(snapshot, row)} with ${valueWords(snapshot, y, row)} at ${valueWords(snapshot, x, row)}`;
}

/** A value with what it is of where the value alone does not say so; empty where it is unknown. */
function valueWords(snapshot: ComparisonSnapshot, axis: PlotAxis, row: number): string {
	const value = axisValueAt(snapshot, axis, row);
	if (Number.isNaN(value)) return '';
	const text = formatAxisValue(axis, value);
	if (axis === 'macs') return `${text} ${snapshot.countsFlops ? 'FLOPs' : 'MACs'}`;
	if (axis === 'params') return `${text} params`;
	if (axis === 'input') return `input ${text}`;
	if (!isAccuracyKind(axis)) return text;
	return axis === accuracyKindOf(snapshot.task) ? accuracyText(axis, value) : `${text} ${axisName(snapshot, axis)}`;
}

/** Which way is better on the two axes, as the plot is read. */
export function betterWords({ x, y }: AxisPair): string {
	const side = betterEnd(x) === 'higher' ? 'right' : 'left';
	return `Better is ${betterEnd(y) === 'higher' ? 'up' : 'down'} and to the ${side}.`;
}

function candidates(count: number): string {
	return count === 1 ? '1 candidate' : `${String(count)} candidates`;
}
