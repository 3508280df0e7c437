import type { PlotArea, PlotPoint } from './plot.ts';

/** The part of the plane that is drawn: from and to, in the units of the records. */
export interface PlotWindow {
	readonly cost: readonly [number, number];
	readonly gain: readonly [number, number];
	readonly logarithmic: boolean;
}

/** Beyond it a window would show less than the rounding of the figures. */
const leastShare = 1e-4;

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
	const across = (at.x - area.left) / area.width;
	const up = 1 - (at.y - area.top) / area.height;
	const cost = scaled(lengths(window).cost, across, factor, lengths(whole).cost);
	const gain = scaled(lengths(window).gain, up, factor, lengths(whole).gain);
	return windowOf(window.logarithmic, cost, gain);
}

/** A window moved by so many px of the canvas, no further than that of everything reaches. */
export function panWindow(window: PlotWindow, area: PlotArea, by: PlotPoint, whole: PlotWindow): PlotWindow {
	const cost = moved(lengths(window).cost, -by.x / area.width, lengths(whole).cost);
	const gain = moved(lengths(window).gain, by.y / area.height, lengths(whole).gain);
	return windowOf(window.logarithmic, cost, gain);
}

/** Whether two windows show the same. */
export function isSameWindow(a: PlotWindow, b: PlotWindow): boolean {
	const numbers = ({ cost, gain }: PlotWindow): readonly number[] => [...cost, ...gain];
	return numbers(a).every((value, place) => Math.abs(value - (numbers(b)[place] ?? NaN)) <= 1e-9 * Math.abs(value));
}

type Range = readonly [number, number];

/** Where equal distances are equal lengths on the screen. */
function lengths({ cost, gain, logarithmic }: PlotWindow): { readonly cost: Range; readonly gain: Range } {
	return { cost: logarithmic ? [Math.log10(cost[0]), Math.log10(cost[1])] : cost, gain };
}

function windowOf(logarithmic: boolean, cost: Range, gain: Range): PlotWindow {
	return { cost: logarithmic ? [10 ** cost[0], 10 ** cost[1]] : cost, gain, logarithmic };
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
