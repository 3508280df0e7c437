import type { PlotArea, PlotPoint } from './plot.ts';

/** From and to, in the units of the records. */
export type Range = readonly [from: number, to: number];

/** The part of the plane that is drawn. */
export interface PlotWindow {
	readonly x: Range;
	readonly y: Range;
	readonly logX: boolean;
	readonly logY: boolean;
}

/** Beyond it a window would show less than the rounding of the figures. */
const leastShare = 1e-4;

/** A value along its axis: equal distances are equal lengths on the screen. */
export function lengthOf(value: number, logarithmic: boolean): number {
	return logarithmic ? Math.log10(value) : value;
}

/** What stands at a place of the canvas, in the units of the records. */
export function valuesAt(
	window: PlotWindow,
	area: PlotArea,
	at: PlotPoint,
): { readonly x: number; readonly y: number } {
	const [across, up] = sharesAt(area, at);
	const { x, y } = lengths(window);
	return {
		x: valueOf(x[0] + (x[1] - x[0]) * across, window.logX),
		y: valueOf(y[0] + (y[1] - y[0]) * up, window.logY),
	};
}

/** The window of what lies between two places of the canvas, no larger than `window` itself. */
export function windowBetween(window: PlotWindow, area: PlotArea, a: PlotPoint, b: PlotPoint): PlotWindow {
	const [from, to] = [valuesAt(window, area, inside(area, a)), valuesAt(window, area, inside(area, b))];
	const between = (one: number, other: number): Range => [Math.min(one, other), Math.max(one, other)];
	return { ...window, x: between(from.x, to.x), y: between(from.y, to.y) };
}

/**
 * A window that shows more or less, with what lies under a place kept there.
 * @param at in px of the canvas.
 * @param factor how much larger things become: above 1 nearer, below 1 further.
 * @param whole the window of everything, which is the largest that there is.
 */
export function zoomWindow(
	window: PlotWindow,
	area: PlotArea,
	at: PlotPoint,
	factor: number,
	whole: PlotWindow,
): PlotWindow {
	const [across, up] = sharesAt(area, at);
	const x = scaled(lengths(window).x, across, factor, lengths(whole).x);
	const y = scaled(lengths(window).y, up, factor, lengths(whole).y);
	return windowOf(window, x, y);
}

/** A window moved by so many px of the canvas, no further than that of everything reaches. */
export function panWindow(window: PlotWindow, area: PlotArea, by: PlotPoint, whole: PlotWindow): PlotWindow {
	const x = moved(lengths(window).x, -by.x / area.width, lengths(whole).x);
	const y = moved(lengths(window).y, by.y / area.height, lengths(whole).y);
	return windowOf(window, x, y);
}

/** Whether two windows show the same. */
export function isSameWindow(a: PlotWindow, b: PlotWindow): boolean {
	const numbers = ({ x, y }: PlotWindow): readonly number[] => [...x, ...y];
	return numbers(a).every((value, place) => Math.abs(value - (numbers(b)[place] ?? NaN)) <= 1e-9 * Math.abs(value));
}

/** A window in lengths. */
export function lengths({ x, y, logX, logY }: PlotWindow): { readonly x: Range; readonly y: Range } {
	return {
		x: [lengthOf(x[0], logX), lengthOf(x[1], logX)],
		y: [lengthOf(y[0], logY), lengthOf(y[1], logY)],
	};
}

function windowOf({ logX, logY }: PlotWindow, x: Range, y: Range): PlotWindow {
	return {
		x: [valueOf(x[0], logX), valueOf(x[1], logX)],
		y: [valueOf(y[0], logY), valueOf(y[1], logY)],
		logX,
		logY,
	};
}

function valueOf(length: number, logarithmic: boolean): number {
	return logarithmic ? 10 ** length : length;
}

/** Shares of the area's width from the left and of its height from the bottom. */
function sharesAt(area: PlotArea, at: PlotPoint): readonly [across: number, up: number] {
	return [(at.x - area.left) / area.width, 1 - (at.y - area.top) / area.height];
}

function inside({ left, top, width, height }: PlotArea, { x, y }: PlotPoint): PlotPoint {
	return { x: Math.min(left + width, Math.max(left, x)), y: Math.min(top + height, Math.max(top, y)) };
}

function scaled([from, to]: Range, share: number, factor: number, whole: Range): Range {
	const fixed = from + (to - from) * Math.min(1, Math.max(0, share));
	const size = whole[1] - whole[0];
	const wanted = Math.min(size, Math.max(size * leastShare, (to - from) / factor));
	const ratio = wanted / (to - from);
	return within([fixed - (fixed - from) * ratio, fixed + (to - fixed) * ratio], whole);
}

function moved([from, to]: Range, share: number, whole: Range): Range {
	const by = (to - from) * share;
	return within([from + by, to + by], whole);
}

/** As large as it is, but inside; all where it is larger. */
function within([from, to]: Range, [least, most]: Range): Range {
	const size = to - from;
	if (size >= most - least) return [least, most];
	const start = Math.min(Math.max(from, least), most - size);
	return [start, start + size];
}
