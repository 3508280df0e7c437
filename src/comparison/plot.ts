import type { ComparisonSnapshot, SnapshotLimit } from './comparisonSnapshot.ts';
import { axisValues, betterEnd, type AxisPair, type PlotAxis } from './plotAxes.ts';
import { wholeWindow, type PlotPoints } from './plotPoints.ts';
import { axisTicks, type AxisTick } from './plotTicks.ts';
import { lengthOf, lengths, type PlotWindow, type Range } from './plotWindow.ts';

/** Place of the plotting area inside the canvas, in px from its top left corner. */
export interface PlotArea {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

export interface Tick {
	/** Distance from the canvas's left or top edge in px. */
	readonly at: number;
	/** Empty for a minor tick. */
	readonly label: string;
}

/** Everything that is drawn, as numbers in px of the canvas. Entry `i` of `rows`, `xs` and `ys` is one point. */
export interface Plot extends AxisPair {
	/** What is drawn of the plane, and what would be without a zoom. */
	readonly window: PlotWindow;
	readonly whole: PlotWindow;
	readonly rows: Uint32Array;
	readonly xs: Float64Array;
	readonly ys: Float64Array;
	readonly xTicks: readonly Tick[];
	readonly yTicks: readonly Tick[];
	/** Rows on the frontier of all candidates, shown or not, from left to right. */
	readonly frontierRows: Uint32Array;
	/** Corners of the frontier as a staircase: the best value of one axis that each value of the other allows. */
	readonly frontier: readonly PlotPoint[];
	readonly limits: readonly LimitLine[];
	/** Rows that have no place because one of their values is unknown. */
	readonly missing: number;
	/** Rows that lie outside of the window. */
	readonly outside: number;
}

export interface PlotPoint {
	readonly x: number;
	readonly y: number;
}

export interface LimitLine {
	/** A vertical line for a limit on `x`, a horizontal one on `y`. */
	readonly direction: 'vertical' | 'horizontal';
	/** Index into the limits of the budget. */
	readonly limit: number;
	readonly at: number;
	readonly label: string;
}

/** Where the label of a limit begins and its middle line, in px of the canvas. */
export interface LimitLabel extends PlotPoint {
	readonly text: string;
}

/**
 * One value of every point against another. Limits of the budget on either axis become lines.
 * @param frontier rows of the frontier of these axes, from left to right.
 * @param zoom the part to draw; everything without it.
 */
export function layOutPlot(
	snapshot: ComparisonSnapshot,
	points: PlotPoints,
	frontier: Uint32Array,
	area: PlotArea,
	zoom?: PlotWindow,
): Plot {
	const { x, y } = points;
	const { limits } = snapshot.budget;
	const on = (axis: PlotAxis): number[] => limits.flatMap(({ metric, value }) => (metric === axis ? [value] : []));
	const whole = wholeWindow(points, { x: on(x), y: on(y) });
	const window = zoom?.logX === whole.logX && zoom.logY === whole.logY ? zoom : whole;
	const placed = placePoints(points, window, area);
	const toX = (value: number): number => placeOn(value, window.x, window.logX, area.left, area.width);
	const toY = (value: number): number => placeOn(value, window.y, window.logY, area.top + area.height, -area.height);
	const [xValues, yValues] = [axisValues(snapshot, x), axisValues(snapshot, y)];
	const onFrontier = Array.from(frontier, row => ({ x: toX(xValues[row] ?? NaN), y: toY(yValues[row] ?? NaN) }));
	return {
		x,
		y,
		window,
		whole,
		...placed,
		xTicks: axisTicks(x, window.x, window.logX, area.width, 80).map(placedBy(toX)),
		yTicks: axisTicks(y, window.y, window.logY, area.height, 45).map(placedBy(toY)),
		frontierRows: frontier,
		frontier: staircase(points, onFrontier, area),
		limits: limits.flatMap((limit, index) => limitLines(limit, index, { x, y }, window, toX, toY)),
		missing: points.missing,
		outside: points.rows.length - placed.rows.length,
	};
}

function placedBy(toPlace: (value: number) => number): (tick: AxisTick) => Tick {
	return ({ value, label }) => ({ at: toPlace(value), label });
}

/** The points inside of a window, in px of the canvas. */
function placePoints(
	{ rows, xs, ys }: PlotPoints,
	window: PlotWindow,
	area: PlotArea,
): Pick<Plot, 'rows' | 'xs' | 'ys'> {
	const { x, y } = lengths(window);
	const [perX, perY] = [area.width / (x[1] - x[0]), area.height / (y[1] - y[0])];
	const bottom = area.top + area.height;
	const placed = {
		rows: new Uint32Array(rows.length),
		xs: new Float64Array(rows.length),
		ys: new Float64Array(rows.length),
	};
	let count = 0;
	for (let index = 0; index < rows.length; index++) {
		const [alongX, alongY] = [xs[index] ?? NaN, ys[index] ?? NaN];
		if (!(alongX >= x[0] && alongX <= x[1] && alongY >= y[0] && alongY <= y[1])) continue;
		placed.rows[count] = rows[index] ?? 0;
		placed.xs[count] = area.left + (alongX - x[0]) * perX;
		placed.ys[count] = bottom - (alongY - y[0]) * perY;
		count++;
	}
	return {
		rows: placed.rows.subarray(0, count),
		xs: placed.xs.subarray(0, count),
		ys: placed.ys.subarray(0, count),
	};
}

/** Place of a value between `start` and `start + size` px. */
function placeOn(value: number, [from, to]: Range, logarithmic: boolean, start: number, size: number): number {
	const first = lengthOf(from, logarithmic);
	return start + ((lengthOf(value, logarithmic) - first) / (lengthOf(to, logarithmic) - first)) * size;
}

function limitLines(
	{ metric, value, text }: SnapshotLimit,
	limit: number,
	{ x, y }: AxisPair,
	window: PlotWindow,
	toX: (value: number) => number,
	toY: (value: number) => number,
): LimitLine[] {
	const isWithin = ([from, to]: Range): boolean => value >= from && value <= to;
	if (metric === x && isWithin(window.x)) return [{ direction: 'vertical', limit, at: toX(value), label: text }];
	if (metric === y && isWithin(window.y)) return [{ direction: 'horizontal', limit, at: toY(value), label: text }];
	return [];
}

/** Between two points the frontier keeps the worse of their `y`, and beyond the last one that point's. */
function staircase({ x }: AxisPair, points: readonly PlotPoint[], area: PlotArea): PlotPoint[] {
	const isLowBetter = betterEnd(x) === 'lower';
	const [first, last] = [points.at(0), points.at(-1)];
	if (!first || !last) return [];
	const corners = points.flatMap((point, index) => {
		const before = points[index - 1];
		if (!before) return [point];
		return [isLowBetter ? { x: point.x, y: before.y } : { x: before.x, y: point.y }, point];
	});
	const right = area.left + area.width;
	if (isLowBetter) return last.x < right ? [...corners, { x: right, y: last.y }] : corners;
	return first.x > area.left ? [{ x: area.left, y: first.y }, ...corners] : corners;
}

/**
 * Where labels of limits stand: at the top left of a vertical line, where the frontier leaves room, and right above a
 * horizontal one.
 */
export function limitLabels(plot: Plot, area: PlotArea, measure: (text: string) => number): readonly LimitLabel[] {
	const right = area.left + area.width;
	return plot.limits.map(({ at, direction, label }) => {
		const width = measure(label);
		if (direction === 'horizontal') return { text: label, x: right - width - 4, y: at - 9 };
		const hasRoom = at - width - 6 >= area.left;
		return { text: label, x: hasRoom ? at - width - 6 : at + 6, y: area.top + 8 };
	});
}

/** The point nearest to a place, as an index into `rows`; undefined where none is within `reach` px. */
export function nearestPoint({ xs, ys }: Plot, place: PlotPoint, reach: number): number | undefined {
	let nearest: number | undefined;
	let nearestSquare = reach * reach;
	for (let index = 0; index < xs.length; index++) {
		const across = (xs[index] ?? NaN) - place.x;
		const down = (ys[index] ?? NaN) - place.y;
		const square = across * across + down * down;
		if (square <= nearestSquare) {
			nearest = index;
			nearestSquare = square;
		}
	}
	return nearest;
}

/** Index of each wanted row among the points; rows that are not drawn have none. */
export function indicesOfRows({ rows }: Plot, wanted: Iterable<number>): ReadonlyMap<number, number> {
	const asked = [...wanted];
	// of 100,000 points each is looked at at every step of a zoom: a set would take ten times as long
	const isWanted = new Uint8Array(asked.reduce((most, row) => Math.max(most, row + 1), 0));
	for (const row of asked) isWanted[row] = 1;
	const indices = new Map<number, number>();
	if (asked.length === 0) return indices;
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] ?? 0;
		if (isWanted[row] === 1) indices.set(row, index);
	}
	return indices;
}

/** Rows of the points between two places of the canvas, which are opposite corners. */
export function rowsBetween({ rows, xs, ys }: Plot, a: PlotPoint, b: PlotPoint): Uint32Array {
	const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
	const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
	return rows.filter((_, index) => {
		const [x, y] = [xs[index] ?? NaN, ys[index] ?? NaN];
		return x >= left && x <= right && y >= top && y <= bottom;
	});
}

/** Order in which the keyboard walks the points: the frontier from left to right, then the others from left to right. */
export function walkingOrder(plot: Plot): Uint32Array {
	const drawn = new Set(plot.rows);
	const frontier = plot.frontierRows.filter(row => drawn.has(row));
	const onFrontier = new Set(frontier);
	const others = Uint32Array.from(plot.rows.keys()).filter(index => !onFrontier.has(plot.rows[index] ?? -1));
	others.sort((a, b) => (plot.xs[a] ?? NaN) - (plot.xs[b] ?? NaN) || a - b);
	const order = new Uint32Array(frontier.length + others.length);
	order.set(frontier);
	order.set(
		others.map(index => plot.rows[index] ?? 0),
		frontier.length,
	);
	return order;
}
