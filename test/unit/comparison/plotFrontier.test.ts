import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { betterEnd, shownPair, type AxisPair } from '../../../src/comparison/plotAxes.ts';
import { pairFrontier } from '../../../src/comparison/plotFrontier.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog } from '../../support/builders.ts';
import { plotArea, plotOfAll } from '../../support/plots.ts';

const pairs: readonly AxisPair[] = [
	{ x: 'macs', y: 'top1' },
	{ x: 'top1', y: 'macs' },
	{ x: 'macs', y: 'params' },
	{ x: 'top5', y: 'top1' },
];
const anyCandidates = fc.array(
	fc.record({
		top1: fc.integer({ min: 1, max: 9 }),
		top5: fc.integer({ min: 1, max: 9 }),
		macs: fc.integer({ min: 1, max: 9 }),
		params: fc.integer({ min: 1, max: 9 }),
	}),
	{ maxLength: 25 },
);

describe('the frontier of two axes', () => {
	for (const pair of pairs) {
		it(`of ${pair.y} against ${pair.x} has the rows that no other beats on both, from left to right`, () => {
			fc.assert(
				fc.property(anyCandidates, figures => {
					const candidates = figures.map((each, index) => ({ id: `n${String(index)}/1@224`, ...each }));
					const snapshot = comparisonSnapshot(aCatalog({ candidates }));
					const [xs, ys] = [pair.x, pair.y].map(axis =>
						axis === 'input' ? [] : snapshot.numbers[axis].values,
					);
					const gain = (axis: AxisPair['x'], value: number | undefined): number =>
						(betterEnd(axis) === 'higher' ? 1 : -1) * (value ?? NaN);
					const beats = (a: number, b: number): boolean => {
						const [x, y] = [
							gain(pair.x, xs?.[a]) - gain(pair.x, xs?.[b]),
							gain(pair.y, ys?.[a]) - gain(pair.y, ys?.[b]),
						];
						return x >= 0 && y >= 0 && x + y > 0;
					};
					const all = candidates.map((_, row) => row);
					const best = all.filter(row => !all.some(other => beats(other, row)));
					const frontier = [...pairFrontier(snapshot, pair)];
					assert.deepEqual(
						[...frontier].sort((a, b) => a - b),
						best,
					);
					const along = frontier.map(row => xs?.[row] ?? NaN);
					assert.deepEqual(
						along,
						[...along].sort((a, b) => a - b),
					);
				}),
			);
		});
	}

	it('is drawn as stairs that no point lies beyond, whichever ends are better', () => {
		const candidates = [
			{ id: 'a/1@224', top1: 70, top5: 92, macs: 1, params: 9 },
			{ id: 'b/1@224', top1: 75, top5: 90, macs: 5, params: 5 },
			{ id: 'c/1@224', top1: 80, top5: 88, macs: 9, params: 1 },
		];
		const snapshot = comparisonSnapshot(aCatalog({ candidates }));
		const ends = pairs.map(pair => {
			const { frontier } = plotOfAll(snapshot, pair);
			return [frontier.at(0)?.x === plotArea.left, frontier.at(-1)?.x === plotArea.left + plotArea.width];
		});
		assert.deepEqual(ends, [
			[false, true],
			[true, false],
			[false, true],
			[true, false],
		]);
	});
});

describe('the axes', () => {
	const snapshot = comparisonSnapshot(
		aCatalog({ candidates: [{ id: 'a/1@224', top1: 70, macs: 1e8, params: 1e6 }] }),
	);

	it('are accuracy and MACs where what was chosen has no value or is both', () => {
		assert.deepEqual(shownPair(snapshot, { x: 'latencyMs', y: 'ap' }), { x: 'macs', y: 'top1' });
		assert.deepEqual(shownPair(snapshot, { x: 'params', y: 'params' }), { x: 'macs', y: 'params' });
		assert.deepEqual(shownPair(snapshot, { x: 'top1', y: 'input' }), { x: 'top1', y: 'input' });
	});
});
