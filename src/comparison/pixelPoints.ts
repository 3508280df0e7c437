import type { Plot } from './plot.ts';
import { lookCount, lookOf } from './pointLooks.ts';

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
 * Writes every point as a small stamp of its group's shape. Where points lie upon one another the color is fuller; points
 * within the budget lie above the others.
 * @param looks per row of the snapshot.
 * @param pixels all that is there, row by row; written anew.
 */
export function writePoints(
	pixels: Uint32Array,
	grid: PixelGrid,
	{ rows, xs, ys }: Plot,
	looks: Uint8Array,
	colors: PixelColors,
): void {
	const written = new Uint16Array(pixels.length);
	const stamps = Array.from({ length: lookCount }, (_, code) => stampOf(code, grid));
	const isSolid = Array.from({ length: lookCount }, (_, code) => isAbove(code));
	const { width, density } = grid;
	const [left, top] = [grid.left * density - 0.5, grid.top * density - 0.5];
	for (const above of [false, true]) {
		for (let index = 0; index < rows.length; index++) {
			const look = looks[rows[index] ?? 0] ?? 0;
			if (isSolid[look] !== above) continue;
			const across = ((xs[index] ?? 0) * density - left) | 0;
			const down = ((ys[index] ?? 0) * density - top) | 0;
			stamp(written, down * width + across, stamps[look] ?? new Int32Array(), look);
		}
	}
	const colorOf = new Uint32Array(lookCount << countBits);
	colors.forEach((levels, look) => {
		colorOf.set(levels, (look << countBits) + 1);
	});
	for (let at = 0; at < pixels.length; at++) pixels[at] = colorOf[written[at] ?? 0] ?? 0;
}

/** A pixel is the look of the points that lie uppermost upon it, and how many of them. */
const countBits = 8;

function stamp(written: Uint16Array, middle: number, offsets: Int32Array, look: number): void {
	const first = (look << countBits) + 1;
	const last = first + densityLevels - 1;
	for (let place = offsets.length - 1; place >= 0; place--) {
		const at = middle + (offsets[place] ?? 0);
		const before = written[at] ?? 0;
		if (before < first || before > last) written[at] = first;
		else if (before < last) written[at] = before + 1;
	}
}

/** Solid points lie above hollow and unranked ones. */
function isAbove(code: number): boolean {
	const { isHollow, isUnranked } = lookOf(code);
	return !isHollow && !isUnranked;
}

/** Offsets of the pixels of a stamp from its middle. */
function stampOf(code: number, { width, density }: PixelGrid): Int32Array {
	const { group, isUnranked } = lookOf(code);
	const radius = 2 * density;
	const isInside = isUnranked ? isOnCross : (stampShapes[group] ?? isInCircle);
	const offsets: number[] = [];
	const reach = Math.ceil(radius);
	for (let y = -reach; y <= reach; y++) {
		for (let x = -reach; x <= reach; x++) {
			if (isInside(x / radius, y / radius)) offsets.push(y * width + x);
		}
	}
	return Int32Array.from(offsets);
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
