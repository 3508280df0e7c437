import { gridRows } from '../../bench/gridRows.ts';
import type { Plot } from './plotUnderTest.ts';

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** MACs and accuracy of the rows that have both, cheapest first. */
export function pointsOf(rows: number): readonly Point[] {
	return gridRows(rows)
		.flatMap(({ macs, top1 }) => (top1 === undefined ? [] : [{ x: macs, y: top1 }]))
		.sort((a, b) => a.x - b.x);
}

/** A step of zoom draws what is left of a range 1.5 times as large. */
const factor = 1.5;
/** A step of moving goes by this share of what is shown. */
const share = 0.15;

export type Range = readonly [from: number, to: number];

export type RangeStep = (range: Range) => Range;

/** What the benchmark does with a plot, as steps on its two axes. */
export function rangeSteps(
	change: (x: RangeStep, y: RangeStep) => void,
): Pick<Plot, 'zoom' | 'zoomBack' | 'pan' | 'panBack'> {
	const kept: RangeStep = range => range;
	const zoomBy = (by: number) => (): void => {
		const step: RangeStep = range => scaled(range, by);
		change(step, step);
	};
	const panBy = (by: number) => (): void => {
		change(range => moved(range, by), kept);
	};
	return { zoom: zoomBy(1 / factor), zoomBack: zoomBy(factor), pan: panBy(-share), panBack: panBy(share) };
}

/** About the middle. */
function scaled([from, to]: Range, by: number): Range {
	const room = ((to - from) * (by - 1)) / 2;
	return [from - room, to + room];
}

function moved([from, to]: Range, by: number): Range {
	return [from + by * (to - from), to + by * (to - from)];
}

/** The same along a logarithmic axis. */
export function alongLog(step: RangeStep, [from, to]: Range): Range {
	const [least, most] = step([Math.log10(from), Math.log10(to)]);
	return [10 ** least, 10 ** most];
}
