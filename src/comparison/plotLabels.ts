import { placesOfRows, type Plot, type PlotArea, type PlotPoint } from './plot.ts';

export interface PlotLabel {
	readonly text: string;
	/** Left end and middle of the text in px of the canvas. */
	readonly x: number;
	readonly y: number;
}

/** Room that is taken, in px of the canvas. */
export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Distance of a label from the middle of its point, and half the height of a line of text, in px. */
const gap = 9;
const halfLine = 7;
/** From more points than this on there is no free room to look for. */
const mostHeeded = 3000;

/**
 * Names beside points, each name once and as many as have room: earlier rows first, none over another label, over a point or outside the
 * area.
 * @param wanted rows to label, most important first
 * @param measure width of a text in px
 */
export function placeLabels(
	plot: Plot,
	area: PlotArea,
	wanted: Iterable<number>,
	textOf: (row: number) => string,
	measure: (text: string) => number,
	limitBoxes: readonly Box[] = [],
): readonly PlotLabel[] {
	const points = placesOfRows(plot, wanted);
	const taken = [...pointBoxes(plot, points), ...limitBoxes];
	const labels: PlotLabel[] = [];
	const named = new Set<string>();
	for (const { row, x, y } of points) {
		const text = textOf(row);
		if (named.has(text)) continue; // several checkpoints of one model need its name once
		const width = measure(text);
		const place = placesAround(x, y, width).find(
			({ box }) => fits(box, area) && taken.every(other => apart(box, other)),
		);
		if (!place) continue;
		named.add(text);
		taken.push(place.box);
		labels.push({ text, x: place.x, y: place.y });
	}
	return labels;
}

/** The room of every point, or where there are too many to heed of the ones to label. */
function pointBoxes(plot: Plot, wanted: readonly PlotPoint[]): Box[] {
	const all = (): PlotPoint[] => Array.from(plot.xs, (x, index) => ({ x, y: plot.ys[index] ?? NaN }));
	const heeded = plot.xs.length <= mostHeeded ? all() : wanted;
	return heeded.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
}

/** Above left of a point of the frontier there is nothing, so that is tried first. */
function placesAround(x: number, y: number, width: number): { x: number; y: number; box: Box }[] {
	const tries = [
		{ x: x - gap - width, y: y - 4 },
		{ x: x - width / 2, y: y - gap - halfLine },
		{ x: x + gap, y: y + 4 },
		{ x: x + gap, y: y - 10 },
		{ x: x + gap, y: y + gap + 2 },
		{ x: x - width / 2, y: y + gap + halfLine },
	];
	return tries.map(place => ({
		...place,
		box: { left: place.x, right: place.x + width, top: place.y - halfLine, bottom: place.y + halfLine },
	}));
}

function fits(box: Box, { left, top, width, height }: PlotArea): boolean {
	return box.left >= left && box.right <= left + width && box.top >= top && box.bottom <= top + height;
}

function apart(a: Box, b: Box): boolean {
	return a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
}
