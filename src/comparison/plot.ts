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

/** How lengths along an axis become px of the canvas. */
interface Scale {
	/** Lengths at both ends of what is drawn. */
	readonly range: Range;
	/** Where the first of them stands. */
	readonly start: number;
	/** Negative where the axis climbs. */
	readonly pxPerLength: number;
}

/** Everything that is drawn, as numbers in px of the canvas. Entry `i` of `rows`, `xs` and `ys` is one point. */
export interface Plot extends AxisPair {
	/** What the points are laid out from. */
	readonly points: PlotPoints;
	readonly scales: { readonly x: Scale; readonly y: Scale };
	/** What is drawn of the plane, and what would be without a zoom. */
	readonly window: PlotWindow;
	readonly whole: PlotWindow;
	readonly rows: Uint32Array;
	readonly xs: Float32Array;
	readonly ys: Float32Array;
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

/** A row of the snapshot and where its point is drawn. */
export interface PlacedRow extends PlotPoint {
	readonly row: number;
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
	const ranges = lengths(window);
	const scales = {
		x: scaleOf(ranges.x, area.left, area.width),
		y: scaleOf(ranges.y, area.top + area.height, -area.height),
	};
	const placed = placePoints(points, scales);
	const toX = (value: number): number => placeOn(scales.x, lengthOf(value, window.logX));
	const toY = (value: number): number => placeOn(scales.y, lengthOf(value, window.logY));
	const [xValues, yValues] = [axisValues(snapshot, x), axisValues(snapshot, y)];
	const onFrontier = Array.from(frontier, row => ({ x: toX(xValues[row] ?? NaN), y: toY(yValues[row] ?? NaN) }));
	return {
		x,
		y,
		points,
		scales,
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

function scaleOf(range: Range, start: number, size: number): Scale {
	return { range, start, pxPerLength: size / (range[1] - range[0]) };
}

/** Where a length along an axis stands. */
export function placeOn({ range, start, pxPerLength }: Scale, length: number): number {
	return start + (length - range[0]) * pxPerLength;
}

/** The points inside of the area, in px of the canvas. */
function placePoints({ rows, xs, ys }: PlotPoints, { x, y }: Plot['scales']): Pick<Plot, 'rows' | 'xs' | 'ys'> {
	const [[fromX, toX], [fromY, toY]] = [x.range, y.range];
	const placed = {
		rows: new Uint32Array(rows.length),
		xs: new Float32Array(rows.length),
		ys: new Float32Array(rows.length),
	};
	let count = 0;
	for (let index = 0; index < rows.length; index++) {
		const alongX = xs[index] ?? NaN;
		const alongY = ys[index] ?? NaN;
		if (!(alongX >= fromX && alongX <= toX && alongY >= fromY && alongY <= toY)) continue;
		placed.rows[count] = rows[index] ?? 0;
		placed.xs[count] = x.start + (alongX - fromX) * x.pxPerLength;
		placed.ys[count] = y.start + (alongY - fromY) * y.pxPerLength;
		count++;
	}
	return {
		rows: placed.rows.subarray(0, count),
		xs: placed.xs.subarray(0, count),
		ys: placed.ys.subarray(0, count),
	};
}

function isWithin([from, to]: Range, value: number): boolean {
	return value >= from && value <= to;
}

function limitLines(
	{ metric, value, text }: SnapshotLimit,
	limit: number,
	{ x, y }: AxisPair,
	window: PlotWindow,
	toX: (value: number) => number,
	toY: (value: number) => number,
): LimitLine[] {
	if (metric === x && isWithin(window.x, value))
		return [{ direction: 'vertical', limit, at: toX(value), label: text }];
	if (metric === y && isWithin(window.y, value))
		return [{ direction: 'horizontal', limit, at: toY(value), label: text }];
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

/** Where the point of a row is drawn; undefined where it is not. */
export function placeOfRow({ points, scales: { x, y } }: Plot, row: number): PlotPoint | undefined {
	const index = points.indexOfRow[row] ?? -1;
	const [alongX = NaN, alongY = NaN] = [points.xs[index], points.ys[index]];
	const isDrawn = isWithin(x.range, alongX) && isWithin(y.range, alongY);
	return isDrawn ? { x: placeOn(x, alongX), y: placeOn(y, alongY) } : undefined;
}

/** The rows of some that are drawn, with their places, in their order and each once. */
export function placesOfRows(plot: Plot, rows: Iterable<number>): readonly PlacedRow[] {
	return [...new Set(rows)].flatMap(row => {
		const place = placeOfRow(plot, row);
		return place ? [{ row, ...place }] : [];
	});
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
