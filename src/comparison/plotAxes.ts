import { accuracyKindOf } from '../catalog/accuracy.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { formatInput } from '../catalog/units.ts';
import { formatMetric, metricName } from './columns.ts';
import { numberMetrics, type ComparisonSnapshot } from './comparisonSnapshot.ts';

/** What an axis of the plot can show: every column of numbers, and the input size. */
export const plotAxes = [...numberMetrics, 'input'] as const;
export type PlotAxis = (typeof plotAxes)[number];

/** What stands on the two axes. */
export interface AxisPair {
	readonly x: PlotAxis;
	readonly y: PlotAxis;
}

/** Value of each row in the unit of the records; of an input the longer side in px. NaN where it is unknown. */
export function axisValues(snapshot: ComparisonSnapshot, axis: PlotAxis): Float64Array {
	if (axis !== 'input') return snapshot.numbers[axis].values;
	return Float64Array.from(snapshot.inputHeights, (_, row) => axisValueAt(snapshot, axis, row));
}

/** The same of one row. */
export function axisValueAt(
	{ numbers, inputHeights, inputWidths }: ComparisonSnapshot,
	axis: PlotAxis,
	row: number,
): number {
	if (axis !== 'input') return numbers[axis].values[row] ?? NaN;
	return Math.max(inputHeights[row] ?? NaN, inputWidths[row] ?? NaN);
}

/** Which end is the better one: of accuracies the high one, of all that costs the low one. */
export function betterEnd(axis: PlotAxis): 'higher' | 'lower' {
	return axis !== 'input' && isAccuracyKind(axis) ? 'higher' : 'lower';
}

/** Axes on which at least one row has a place. */
export function shownAxes(snapshot: ComparisonSnapshot): readonly PlotAxis[] {
	return plotAxes.filter(axis => (axis === 'input' ? snapshot.rows > 0 : snapshot.numbers[axis].known > 0));
}

/** The chosen axes; where one has no value, is another task's accuracy or is both, the cost and accuracy of the task. */
export function shownPair(
	snapshot: ComparisonSnapshot,
	wanted: { readonly x: PlotAxis; readonly y?: PlotAxis | undefined },
): AxisPair {
	const shown = shownAxes(snapshot);
	const known = (axis: PlotAxis | undefined): PlotAxis | undefined => shown.find(each => each === axis);
	const accuracy = accuracyKindOf(snapshot.task);
	const y = known(wanted.y) ?? known(accuracy) ?? accuracy;
	const others = shown.filter(axis => axis !== y);
	const cost = known('macs') ?? others.find(axis => betterEnd(axis) === 'lower') ?? 'macs';
	const x = known(wanted.x);
	return { x: x !== undefined && x !== y ? x : cost === y ? (others[0] ?? cost) : cost, y };
}

/** Name of an axis inside a sentence: `top-1 accuracy`, `latency on Pixel 1`, `input size`. */
export function axisName(snapshot: ComparisonSnapshot, axis: PlotAxis): string {
	return axis === 'input' ? 'input size' : metricName(snapshot, axis);
}

/** The same in a list to choose from, where a device is named beside it. */
export function axisChoiceName(snapshot: ComparisonSnapshot, axis: PlotAxis): string {
	return axis === 'latencyMs' ? 'latency' : axisName(snapshot, axis);
}

/** What stands beside an axis: its name, its unit, and the condition that its figures hold under. */
export function axisTitle(snapshot: ComparisonSnapshot, axis: PlotAxis): string {
	const name = axisName(snapshot, axis);
	const about = [unitOf(axis), conditionOf(snapshot, axis)].filter(text => text !== '').join(', ');
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}${about === '' ? '' : ` (${about})`}`;
}

/** A value in the form of its axis: `75.2 %`, `219 M`, `61.3 ms`, `224 px`; empty for NaN. */
export function formatAxisValue(axis: PlotAxis, value: number): string {
	if (axis !== 'input') return formatMetric(axis, value);
	return Number.isNaN(value) ? '' : formatInput([value, value]);
}

/** Empty for what is a plain count or a mean. */
function unitOf(axis: PlotAxis): string {
	switch (axis) {
		case 'top1':
		case 'top5':
		case 'real-top1':
		case 'v2-top1':
			return '%';
		case 'latencyMs':
			return 'ms';
		case 'bytes':
			return 'bytes';
		case 'input':
			return 'longer side in px';
		default:
			return '';
	}
}

/** What a figure depends on beside the model. */
function conditionOf({ device, costInput }: ComparisonSnapshot, axis: PlotAxis): string {
	switch (axis) {
		case 'latencyMs':
			return device?.run ?? '';
		case 'macs':
			return costInput ? '' : 'each at its own input size';
		case 'top1':
		case 'top5':
			return 'single crop';
		default:
			return '';
	}
}
