import type { PlotPoint } from './plot.ts';

/** Outlines of points, in the order of the groups; `diamond` is that of the frontier where points are not told apart. */
export const markShapes = ['circle', 'square', 'up', 'down', 'plus'] as const;
export type MarkShape = (typeof markShapes)[number] | 'diamond';

/** Signs of the same shapes in a line of text. */
export const shapeSigns: Readonly<Record<MarkShape, string>> = {
	circle: '●',
	square: '■',
	up: '▲',
	down: '▼',
	plus: '✚',
	diamond: '◆',
};

/** Shape of a group; that of no named group is a circle too, in another color. */
export function shapeOfGroup(group: number): MarkShape {
	return markShapes[group] ?? 'circle';
}

/** Corners of a shape around its middle; undefined for a circle, which has none. */
export function shapeCorners(shape: MarkShape, { x, y }: PlotPoint, radius: number): readonly PlotPoint[] | undefined {
	return corners[shape]?.map(([across, down]) => ({ x: x + across * radius, y: y + down * radius }));
}

type Corner = readonly [across: number, down: number];

/** In units of the radius, so that all shapes look equally large. */
const corners: Readonly<Record<MarkShape, readonly Corner[] | undefined>> = {
	circle: undefined,
	square: [
		[-0.9, -0.9],
		[0.9, -0.9],
		[0.9, 0.9],
		[-0.9, 0.9],
	],
	up: [
		[0, -1.2],
		[1.1, 0.9],
		[-1.1, 0.9],
	],
	down: [
		[0, 1.2],
		[1.1, -0.9],
		[-1.1, -0.9],
	],
	plus: [
		[-0.4, -1.2],
		[0.4, -1.2],
		[0.4, -0.4],
		[1.2, -0.4],
		[1.2, 0.4],
		[0.4, 0.4],
		[0.4, 1.2],
		[-0.4, 1.2],
		[-0.4, 0.4],
		[-1.2, 0.4],
		[-1.2, -0.4],
		[-0.4, -0.4],
	],
	diamond: [
		[0, -1.3],
		[1.3, 0],
		[0, 1.3],
		[-1.3, 0],
	],
};
