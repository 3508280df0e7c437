import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { brushedRows, mostBrushed, narrowedFilter } from '../../../src/comparison/plotBrush.ts';
import { windowBetween } from '../../../src/comparison/plotWindow.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { readTableFilter } from '../../../src/comparison/tableFilter.ts';
import { aCatalog } from '../../support/builders.ts';
import { plotArea, plotOfAll } from '../../support/plots.ts';

const place = fc.record({ x: fc.integer({ min: 40, max: 860 }), y: fc.integer({ min: 0, max: 420 }) });

describe('a rectangle in the plot', () => {
	it('filters to all points inside of it', () => {
		const figures = fc.array(
			fc.record({ top1: fc.double({ min: 1, max: 99, noNaN: true }), macs: fc.integer({ min: 1e5, max: 2e12 }) }),
			{ minLength: 1, maxLength: 20 },
		);
		fc.assert(
			fc.property(figures, place, place, (points, a, b) => {
				const candidates = points.map((point, index) => ({ id: `n${String(index)}/1@224`, ...point }));
				const snapshot = comparisonSnapshot(aCatalog({ candidates }));
				const plot = plotOfAll(snapshot);
				const text = narrowedFilter(
					snapshot,
					'net macs:1M..2G',
					plot,
					windowBetween(plot.window, plotArea, a, b),
				);
				assert.match(text, /^net macs:\S+\.\.\S+ top1:\S+\.\.\S+$/);
				const { judge, problem } = readTableFilter(snapshot, text.replace('net ', ''));
				assert.equal(problem, undefined);
				const { rows } = brushedRows(plot, a, b, new Uint32Array());
				assert.deepEqual(
					[...rows].filter(row => judge(row) !== 'passes'),
					[],
					text,
				);
			}),
			{
				numRuns: 60,
				examples: [
					[
						[
							{ top1: 1, macs: 1766667 },
							{ top1: 1, macs: 100000 },
						],
						{ x: 40, y: 0 },
						{ x: 40, y: 0 },
					],
				],
			},
		);
	});

	it('adds what is not selected yet, the frontier first, and no more than can be looked through', () => {
		const candidates = Array.from({ length: 40 }, (_, index) => ({
			id: `n${String(index)}/1@224`,
			top1: index === 39 ? 90 : 50,
			macs: 1e6 * (index + 1),
		}));
		const snapshot = comparisonSnapshot(aCatalog({ candidates }));
		const all = brushedRows(plotOfAll(snapshot), { x: 0, y: 0 }, { x: 900, y: 500 }, Uint32Array.of(0));
		assert.equal(all.rows.length, 40);
		assert.equal(all.added.length, mostBrushed);
		assert.deepEqual([...all.added.subarray(0, 2)], [39, 1]);
	});
});
