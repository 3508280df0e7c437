import { gridRows } from '../../bench/gridRows.ts';

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

/** Share of a range that a step of zoom takes from both of its ends: what is left is drawn 1.5 times as large. */
const share = (1 - 1 / 1.5) / 2;

export type Range = readonly [from: number, to: number];

export function zoomed([from, to]: Range): Range {
	return [from + share * (to - from), to - share * (to - from)];
}

export function panned([from, to]: Range): Range {
	return [from - 0.15 * (to - from), to - 0.15 * (to - from)];
}

/** The same along a logarithmic axis. */
export function alongLog(step: (range: Range) => Range, [from, to]: Range): Range {
	const [least, most] = step([Math.log10(from), Math.log10(to)]);
	return [10 ** least, 10 ** most];
}
