import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { densityLevels, pixelRim, writePoints, type PixelColors } from '../../../src/comparison/pixelPoints.ts';
import { lookCount, lookOf, type PointLook } from '../../../src/comparison/pointLooks.ts';

const solid = codeOf({});
const square = codeOf({ group: 1 });
const hollow = codeOf({ isHollow: true });
const hollowSquare = codeOf({ group: 1, isHollow: true });
const unranked = codeOf({ isUnranked: true });
const unrankedSquare = codeOf({ group: 1, isUnranked: true });

function codeOf(wanted: Partial<PointLook>): number {
	const look = { group: 0, isHollow: false, isUnranked: false, ...wanted };
	return Array.from({ length: lookCount }, (_, code) => code).findIndex(code =>
		isDeepStrictEqual(lookOf(code), look),
	);
}

/** Says the look in its hundreds, and how many points there are. */
const colors: PixelColors = Array.from({ length: lookCount }, (_, look) =>
	Uint32Array.from({ length: densityLevels }, (_, level) => 100 * look + level + 1),
);

interface Point {
	/** In px of the canvas. */
	readonly x: number;
	readonly y: number;
	readonly look?: number;
}

interface Pixel {
	/** In px of the device from the left and the top of the canvas. */
	readonly across: number;
	readonly down: number;
	readonly color: number;
}

/** The pixels of an area at 50, 10 that are not empty, row by row. */
function pixelsOf(points: readonly Point[], { density = 1, side = 40 } = {}): readonly Pixel[] {
	const [left, top] = [50 - pixelRim, 10 - pixelRim];
	const size = Math.ceil((side + 2 * pixelRim) * density) + 1;
	const pixels = new Uint32Array(size * size).fill(7); // of a picture before
	const plot = {
		rows: Uint32Array.from(points.keys()),
		xs: Float32Array.from(points, ({ x }) => x),
		ys: Float32Array.from(points, ({ y }) => y),
	};
	const looks = Uint8Array.from(points, ({ look = solid }) => look);
	writePoints(pixels, { width: size, height: size, density, left, top }, plot, looks, colors);
	return Array.from(pixels, (color, at) => ({
		across: (at % size) + left * density,
		down: Math.floor(at / size) + top * density,
		color,
	})).filter(({ color }) => color !== 0);
}

/** The rows of a picture as text, `#` for a pixel that is not empty. */
function pictureOf(points: readonly Point[]): readonly string[] {
	const pixels = pixelsOf(points);
	const [columns, rows] = [pixels.map(({ across }) => across), pixels.map(({ down }) => down)];
	const [left, right] = [Math.min(...columns), Math.max(...columns)];
	const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
	return Array.from({ length: bottom - top + 1 }, (_, down) =>
		Array.from({ length: right - left + 1 }, (_, across) =>
			pixels.some(pixel => pixel.across === left + across && pixel.down === top + down) ? '#' : '.',
		).join(''),
	);
}

function colorAt(pixels: readonly Pixel[], across: number, down: number): number | undefined {
	return pixels.find(pixel => pixel.across === across && pixel.down === down)?.color;
}

describe('a point as pixels', () => {
	it('is a stamp of its group’s shape', () => {
		assert.deepEqual(pictureOf([{ x: 70, y: 30 }]), ['..#..', '.###.', '#####', '.###.', '..#..']);
		assert.deepEqual(pictureOf([{ x: 70, y: 30, look: square }]), ['###', '###', '###']);
	});

	it('is a cross where it is not ranked, whatever its group', () => {
		const picture = ['#...#', '.#.#.', '..#..', '.#.#.', '#...#'];
		assert.deepEqual(pictureOf([{ x: 70, y: 30, look: unranked }]), picture);
		assert.deepEqual(pictureOf([{ x: 70, y: 30, look: unrankedSquare }]), picture);
	});

	it('has the shape of its group in the color of its look where it is hollow', () => {
		const pixels = pixelsOf([{ x: 70, y: 30, look: hollowSquare }]);
		assert.deepEqual(
			[pixels.length, new Set(pixels.map(({ color }) => color))],
			[9, new Set([100 * hollowSquare + 1])],
		);
	});

	it('lies about the pixel nearest to its place, wholly inside the rim even at the edge of the area', () => {
		const anyPoint = fc.record({
			x: fc.double({ min: 50, max: 90, noNaN: true }),
			y: fc.double({ min: 10, max: 50, noNaN: true }),
			density: fc.constantFrom(1, 1.25, 2, 3),
		});
		fc.assert(
			fc.property(anyPoint, ({ density, ...point }) => {
				const pixels = pixelsOf([point], { density });
				const inMiddle = pixelsOf([{ x: 70, y: 30 }], { density });
				assert.equal(pixels.length, inMiddle.length);
				const middleOf = (places: readonly number[]): number => (Math.min(...places) + Math.max(...places)) / 2;
				const across = middleOf(pixels.map(pixel => pixel.across)) - point.x * density;
				const down = middleOf(pixels.map(pixel => pixel.down)) - point.y * density;
				assert.ok(Math.abs(across) <= 0.51 && Math.abs(down) <= 0.51);
			}),
		);
	});

	it('is as large on a screen of two pixels per px, in twice as many rows', () => {
		const rows = (density: number): number =>
			new Set(pixelsOf([{ x: 70, y: 30 }], { density }).map(({ down }) => down)).size;
		assert.deepEqual([rows(1), rows(2)], [5, 9]);
	});
});

describe('points upon one another', () => {
	it('have a fuller color where both are, and up to the fullest one', () => {
		const two = pixelsOf([
			{ x: 70, y: 30 },
			{ x: 72, y: 30 },
		]);
		assert.deepEqual(
			[68, 69, 70, 71, 72, 73, 74].map(across => colorAt(two, across, 30)),
			[1, 1, 2, 2, 2, 1, 1],
		);
		const many = Array.from({ length: densityLevels + 9 }, () => ({ x: 70, y: 30 }));
		assert.equal(colorAt(pixelsOf(many), 70, 30), densityLevels);
	});

	it('show those within the budget above hollow and unranked ones, which do not count there', () => {
		const place = { x: 70, y: 30 };
		for (const below of [hollow, unranked]) {
			const points = [{ ...place, look: solid }, place, { ...place, look: below }];
			for (const order of [points, points.toReversed()]) assert.equal(colorAt(pixelsOf(order), 70, 30), 2);
		}
	});

	it('have the look of the last one, and count the others of its layer', () => {
		const pixels = pixelsOf([
			{ x: 70, y: 30, look: square },
			{ x: 71, y: 30, look: solid },
			{ x: 70, y: 30, look: square },
		]);
		assert.deepEqual(
			[69, 70, 71, 72, 73].map(across => colorAt(pixels, across, 30)),
			[100 * square + 3, 100 * square + 3, 100 * square + 3, 1, 1],
		);
	});

	it('leave nothing of the picture before', () => {
		assert.deepEqual(pixelsOf([]), []);
	});
});
