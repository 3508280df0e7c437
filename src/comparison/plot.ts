import { scaleLinear, scaleLog } from 'd3-scale';
import { accuracyKindOf } from '../catalog/accuracy.ts';
import { formatMetric } from './columns.ts';
import type { ComparisonSnapshot, CostMetric, NumberMetric, SnapshotLimit } from './comparisonSnapshot.ts';
import type { PlotWindow } from './plotWindow.ts';

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
export interface Plot {
	readonly axis: CostMetric;
	/** What is drawn of the plane, and what would be without a zoom. */
	readonly window: PlotWindow;
	readonly whole: PlotWindow;
	readonly rows: Uint32Array;
	readonly xs: Float64Array;
	readonly ys: Float64Array;
	readonly xTicks: readonly Tick[];
	readonly yTicks: readonly Tick[];
	/** Corners of the frontier as a staircase: the best accuracy that each cost buys. */
	readonly frontier: readonly PlotPoint[];
	readonly limits: readonly LimitLine[];
	/** Rows that have no place because their accuracy or cost is unknown. */
	readonly missing: number;
	/** Rows that lie outside of the window. */
	readonly outside: number;
}

export interface PlotPoint {
	readonly x: number;
	readonly y: number;
}

export interface LimitLine {
	/** A vertical line for a cost, a horizontal one for accuracy. */
	readonly direction: 'vertical' | 'horizontal';
	readonly at: number;
	readonly label: string;
}

/** Where the label of a limit begins and its middle line, in px of the canvas. */
export interface LimitLabel extends PlotPoint {
	readonly text: string;
}

/** From this ratio of the largest to the smallest cost on, the axis is logarithmic. */
const logarithmicFrom = 20;

interface Extent {
	readonly min: number;
	readonly max: number;
}

interface Scale {
	(value: number): number;
	ticks(count?: number): number[];
}

/**
 * Accuracy against a cost for `rows`. Limits of `axis` and of the accuracy in the budget become lines.
 * @param zoom the part to draw; everything without it.
 */
export function layOutPlot(
	snapshot: ComparisonSnapshot,
	rows: ArrayLike<number>,
	axis: CostMetric,
	area: PlotArea,
	zoom?: PlotWindow,
): Plot {
	const costs = snapshot.numbers[axis].values;
	const accuracy = accuracyKindOf(snapshot.task);
	const gains = snapshot.numbers[accuracy].values;
	const placed = Uint32Array.from(rows).filter(row => costs[row] !== undefined && isPlace(costs[row], gains[row]));
	const limits = snapshot.budget.limits.filter(({ metric }) => metric === axis || metric === accuracy);
	const costExtent = extentOf([...pick(costs, placed), ...valuesOf(limits, axis)]);
	const gainExtent = extentOf([...pick(gains, placed), ...valuesOf(limits, accuracy)]);
	const logarithmic = costExtent.min > 0 && costExtent.max / costExtent.min >= logarithmicFrom;
	const whole: PlotWindow = {
		cost: costDomain(costExtent, logarithmic),
		gain: gainDomain(gainExtent),
		logarithmic,
	};
	const window = zoom?.logarithmic === logarithmic ? zoom : whole;
	const x = (logarithmic ? scaleLog : scaleLinear)(window.cost, [area.left, area.left + area.width]);
	const y = scaleLinear(window.gain, [area.top + area.height, area.top]);
	const isInside = (cost: number, gain: number): boolean =>
		isWithin(cost, window.cost) && isWithin(gain, window.gain);
	const known = placed.filter(row => isInside(costs[row] ?? NaN, gains[row] ?? NaN));
	const isDrawn = ({ metric, value }: SnapshotLimit): boolean =>
		isWithin(value, metric === accuracy ? window.gain : window.cost);
	return {
		axis,
		window,
		whole,
		rows: known,
		xs: Float64Array.from(known, row => x(costs[row] ?? NaN)),
		ys: Float64Array.from(known, row => y(gains[row] ?? NaN)),
		xTicks: costTicks(x, axis, logarithmic, area),
		yTicks: gainTicks(y, accuracy, area),
		frontier: staircase(snapshot, axis, x, y, area),
		limits: limits
			.filter(isDrawn)
			.map(({ metric, value, text }) =>
				metric === accuracy
					? { direction: 'horizontal', at: y(value), label: text }
					: { direction: 'vertical', at: x(value), label: text },
			),
		missing: rows.length - placed.length,
		outside: placed.length - known.length,
	};
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
		const square = ((xs[index] ?? NaN) - place.x) ** 2 + ((ys[index] ?? NaN) - place.y) ** 2;
		if (square <= nearestSquare) {
			nearest = index;
			nearestSquare = square;
		}
	}
	return nearest;
}

/** Order in which the keyboard walks the points: the frontier from cheap to dear, then the others from cheap to dear. */
export function walkingOrder(snapshot: ComparisonSnapshot, plot: Plot): Uint32Array {
	const drawn = new Set(plot.rows);
	const frontier = snapshot.frontiers[plot.axis].filter(row => drawn.has(row));
	const onFrontier = new Set(frontier);
	const costs = snapshot.numbers[plot.axis].values;
	const others = plot.rows.filter(row => !onFrontier.has(row));
	others.sort((a, b) => (costs[a] ?? NaN) - (costs[b] ?? NaN) || a - b);
	const order = new Uint32Array(frontier.length + others.length);
	order.set(frontier);
	order.set(others, frontier.length);
	return order;
}

function isPlace(cost: number, gain: number | undefined): boolean {
	return Number.isFinite(cost) && cost > 0 && gain !== undefined && Number.isFinite(gain);
}

function pick(values: Float64Array, rows: Uint32Array): number[] {
	return Array.from(rows, row => values[row] ?? NaN);
}

function valuesOf(limits: ComparisonSnapshot['budget']['limits'], metric: NumberMetric): number[] {
	return limits.filter(limit => limit.metric === metric && Number.isFinite(limit.value)).map(({ value }) => value);
}

function extentOf(values: readonly number[]): Extent {
	let [min, max] = [Infinity, -Infinity];
	for (const value of values) {
		min = Math.min(min, value);
		max = Math.max(max, value);
	}
	return min <= max ? { min, max } : { min: 0, max: 1 };
}

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
	return value >= from && value <= to;
}

function costDomain({ min, max }: Extent, logarithmic: boolean): readonly [number, number] {
	if (logarithmic) return [min / 1.15, max * 1.15];
	return [Math.max(0, min - (max - min) * 0.06), max + (max - min) * 0.06 || 1];
}

function gainDomain({ min, max }: Extent): readonly [number, number] {
	const margin = (max - min) * 0.06 || 1;
	return [Math.max(0, min - margin), Math.min(100, max + margin)];
}

/** About one label in 80 px; on a logarithmic axis only 1, 2 and 5 times a power of ten have one. */
function costTicks(scale: Scale, axis: CostMetric, logarithmic: boolean, area: PlotArea): Tick[] {
	const ticks = scale.ticks(Math.max(2, Math.floor(area.width / 80)));
	const decades = ticks.length / 9;
	const roomForAll = !logarithmic || area.width / Math.max(1, decades) > 200;
	const leading = roomForAll ? [1, 2, 5] : [1];
	return ticks.map(value => {
		const digit = Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9));
		const labelled = !logarithmic || leading.includes(digit);
		return { at: scale(value), label: labelled ? formatMetric(axis, value) : '' };
	});
}

function gainTicks(scale: Scale, accuracy: NumberMetric, area: PlotArea): Tick[] {
	const ticks = scale.ticks(Math.max(2, Math.floor(area.height / 45)));
	return ticks.map(value => ({ at: scale(value), label: formatMetric(accuracy, value) }));
}

function staircase(snapshot: ComparisonSnapshot, axis: CostMetric, x: Scale, y: Scale, area: PlotArea): PlotPoint[] {
	const corners: PlotPoint[] = [];
	for (const row of snapshot.frontiers[axis]) {
		const cost = snapshot.numbers[axis].values[row] ?? NaN;
		const gain = snapshot.numbers[accuracyKindOf(snapshot.task)].values[row];
		if (!isPlace(cost, gain)) continue;
		const point = { x: x(cost), y: y(gain ?? NaN) };
		const last = corners.at(-1);
		if (last) corners.push({ x: point.x, y: last.y });
		corners.push(point);
	}
	const end = corners.at(-1);
	if (end && end.x < area.left + area.width) corners.push({ x: area.left + area.width, y: end.y });
	return corners;
}
