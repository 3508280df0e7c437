import type { Plot } from './plot.ts';
import { lookCount, lookOf } from './pointLooks.ts';

/** The points to write, in px of the canvas. */
export type PointPlaces = Pick<Plot, 'rows' | 'xs' | 'ys'>;

/** Above so many points arcs would not be painted within a frame, and pixels are written instead. */
export const mostDrawnPoints = 5000;

/** Pixels of the plotting area, with a rim that lets a stamp lie over its edge. */
export interface PixelGrid {
	/** In px of the device. */
	readonly width: number;
	readonly height: number;
	/** Pixels of the device per px of the canvas. */
	readonly density: number;
	/** Place of the first pixel in px of the canvas. */
	readonly left: number;
	readonly top: number;
}

/** What a pixel becomes: per look, as 0xAABBGGRR, from one point upon it to as many as are told apart. */
export type PixelColors = readonly Uint32Array[];

/** From so many points upon one pixel on it is drawn in full color. */
export const densityLevels = 64;

/** Rim around the area in px of the canvas: more than half of a stamp. */
export const pixelRim = 4;

/**
 * Writes every point as a small stamp of its group's shape. Where points lie upon one another the color is fuller, and that
 * of the last of them; points within the budget lie above the others.
 * @param looks per row of the snapshot.
 * @param pixels all that is there, row by row; written anew.
 */
export function writePoints(
	pixels: Uint32Array,
	grid: PixelGrid,
	plot: PointPlaces,
	looks: Uint8Array,
	colors: PixelColors,
): void {
	pixels.fill(0);
	const used = usedLooks(plot.rows, looks);
	for (const above of [false, true]) {
		const ofLayer = used.filter(look => isAbove(look) === above);
		if (ofLayer.length > 0) colorLayer(pixels, layerOf(ofLayer, grid, plot, looks), colors);
	}
}

function usedLooks(rows: Uint32Array, looks: Uint8Array): readonly number[] {
	const isUsed = new Uint8Array(lookCount);
	for (const row of rows) isUsed[looks[row] ?? 0] = 1;
	return Array.from(isUsed.keys()).filter(look => isUsed[look] === 1);
}

/** Solid points lie above hollow and unranked ones. */
function isAbove(code: number): boolean {
	const { isHollow, isUnranked } = lookOf(code);
	return !isHollow && !isUnranked;
}

interface Layer {
	/** By how many points more than upon the pixel before lie upon each: two numbers per row of a stamp, instead of all. */
	readonly rises: Int32Array;
	/** Look of the last point upon each. */
	readonly tops: Uint8Array;
}

function layerOf(ofLayer: readonly number[], grid: PixelGrid, { rows, xs, ys }: PointPlaces, looks: Uint8Array): Layer {
	const { width, height, density } = grid;
	const [left, top] = [grid.left * density - 0.5, grid.top * density - 0.5];
	const stamps = Array.from({ length: lookCount }, (_, look) =>
		ofLayer.includes(look) ? stampOf(look, grid) : undefined,
	);
	const isMixed = ofLayer.length > 1;
	const rises = new Int32Array(width * height);
	const tops = new Uint8Array(width * height).fill(ofLayer[0] ?? 0);
	for (let index = 0; index < rows.length; index++) {
		const look = looks[rows[index] ?? 0] ?? 0;
		const runs = stamps[look];
		if (!runs) continue;
		const across = ((xs[index] ?? 0) * density - left) | 0;
		const down = ((ys[index] ?? 0) * density - top) | 0;
		const middle = down * width + across;
		for (let run = 0; run < runs.length; run += 2) {
			const from = middle + (runs[run] ?? 0);
			const to = middle + (runs[run + 1] ?? 0);
			rises[from] = (rises[from] ?? 0) + 1;
			rises[to] = (rises[to] ?? 0) - 1;
			if (isMixed) for (let at = from; at < to; at++) tops[at] = look;
		}
	}
	return { rises, tops };
}

function colorLayer(pixels: Uint32Array, { rises, tops }: Layer, colors: PixelColors): void {
	const colorOf = new Uint32Array(lookCount * densityLevels);
	colors.forEach((levels, look) => {
		colorOf.set(levels, look * densityLevels);
	});
	let points = 0;
	for (let at = 0; at < pixels.length; at++) {
		points += rises[at] ?? 0;
		if (points > 0)
			pixels[at] = colorOf[(tops[at] ?? 0) * densityLevels + Math.min(points, densityLevels) - 1] ?? 0;
	}
}

/** Runs of pixels that a stamp has in its rows, as offsets from its middle: of the first one, and of the one after the last. */
function stampOf(code: number, { width, density }: PixelGrid): Int32Array {
	const { group, isUnranked } = lookOf(code);
	const radius = 2 * density;
	const isInside = isUnranked ? isOnCross : (stampShapes[group] ?? isInCircle);
	const runs: number[] = [];
	const reach = Math.ceil(radius);
	for (let y = -reach; y <= reach; y++) {
		for (let x = -reach; x <= reach; x++) {
			if (!isInside(x / radius, y / radius)) continue;
			const at = y * width + x;
			if (runs.at(-1) === at) runs[runs.length - 1] = at + 1;
			else runs.push(at, at + 1);
		}
	}
	return Int32Array.from(runs);
}

type Shape = (x: number, y: number) => boolean;

const isInCircle: Shape = (x, y) => x * x + y * y <= 1;
const isOnCross: Shape = (x, y) => Math.abs(Math.abs(x) - Math.abs(y)) < 0.3 && Math.abs(x) <= 1;

/** In units of the radius, in the order of the groups. */
const stampShapes: readonly Shape[] = [
	isInCircle,
	(x, y) => Math.abs(x) <= 0.8 && Math.abs(y) <= 0.8,
	(x, y) => y <= 1 && Math.abs(x) <= (y + 1) / 2 + 0.1,
	(x, y) => y >= -1 && Math.abs(x) <= (1 - y) / 2 + 0.1,
	(x, y) => (Math.abs(x) < 0.4 || Math.abs(y) < 0.4) && Math.max(Math.abs(x), Math.abs(y)) <= 1,
];
