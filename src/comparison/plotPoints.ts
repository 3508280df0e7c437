import { hasMark, type ComparisonSnapshot } from './comparisonSnapshot.ts';
import { axisValues, betterEnd, type AxisPair, type PlotAxis } from './plotAxes.ts';
import type { PlotWindow, Range } from './plotWindow.ts';

/** The rows that have a place on two axes. Made once, and then laid out for every zoom. */
export interface PlotPoints extends AxisPair {
	/** Row indices of the snapshot. */
	readonly rows: Uint32Array;
	/** Length of each along its axis: log10 of the value on a logarithmic one, else the value. */
	readonly xs: Float64Array;
	readonly ys: Float64Array;
	/** Index into `rows` of each row of the snapshot; -1 for one without a place. */
	readonly indexOfRow: Int32Array;
	/** Whether one of them is not ranked. */
	readonly hasUnranked: boolean;
	/** What is drawn without a zoom: all points with room around them, without the limits of a budget. */
	readonly extent: PlotWindow;
	/** Rows that have no place because one of their values is unknown. */
	readonly missing: number;
}

/** From this ratio of the largest to the smallest value on, the axis of a cost is logarithmic. */
const logarithmicFrom = 20;

export function plotPoints(snapshot: ComparisonSnapshot, rows: Uint32Array, axes: AxisPair): PlotPoints {
	const [xValues, yValues] = [axisValues(snapshot, axes.x), axisValues(snapshot, axes.y)];
	const placed = new Uint32Array(rows.length);
	let count = 0;
	for (const row of rows) {
		if (!Number.isFinite(xValues[row]) || !Number.isFinite(yValues[row])) continue;
		placed[count++] = row;
	}
	const kept = placed.slice(0, count);
	const indexOfRow = new Int32Array(snapshot.rows).fill(-1);
	kept.forEach((row, index) => (indexOfRow[row] = index));
	const [xs, ys] = [valuesOf(xValues, kept), valuesOf(yValues, kept)];
	const [x, y] = [rangeOf(xs), rangeOf(ys)];
	const [logX, logY] = [isLogarithmic(axes.x, x), isLogarithmic(axes.y, y)];
	return {
		...axes,
		rows: kept,
		xs: logX ? xs.map(Math.log10) : xs,
		ys: logY ? ys.map(Math.log10) : ys,
		indexOfRow,
		hasUnranked: kept.some(row => hasMark(snapshot, row, 'unranked')),
		extent: { x, y, logX, logY },
		missing: rows.length - count,
	};
}

/** The window of all points and of some values on the axes beside them, with room around. */
export function wholeWindow(
	{ x, y, extent }: PlotPoints,
	beside: { x: readonly number[]; y: readonly number[] },
): PlotWindow {
	const { logX, logY } = extent;
	return {
		x: withRoom(x, widened(extent.x, beside.x), logX),
		y: withRoom(y, widened(extent.y, beside.y), logY),
		logX,
		logY,
	};
}

function valuesOf(values: Float64Array, rows: Uint32Array): Float64Array {
	const kept = new Float64Array(rows.length);
	for (let place = 0; place < rows.length; place++) kept[place] = values[rows[place] ?? 0] ?? NaN;
	return kept;
}

/** Without any value from 0 to 1. */
function rangeOf(values: Float64Array): Range {
	let [from, to] = [Infinity, -Infinity];
	for (const value of values) {
		if (value < from) from = value;
		if (value > to) to = value;
	}
	return from <= to ? [from, to] : [0, 1];
}

/** Accuracies are compared by their distance, never by their ratio. */
function isLogarithmic(axis: PlotAxis, [from, to]: Range): boolean {
	return betterEnd(axis) === 'lower' && from > 0 && to / from >= logarithmicFrom;
}

function widened([from, to]: Range, values: readonly number[]): Range {
	const finite = values.filter(Number.isFinite);
	return [Math.min(from, ...finite), Math.max(to, ...finite)];
}

function withRoom(axis: PlotAxis, [from, to]: Range, logarithmic: boolean): Range {
	if (logarithmic) return [from / 1.15, to * 1.15];
	const room = (to - from) * 0.06 || 1;
	const most = betterEnd(axis) === 'higher' ? 100 : Infinity;
	return [Math.max(0, from - room), Math.min(most, to + room)];
}
