import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { histogramOf } from '../../../src/comparison/histogram.ts';

describe('a histogram', () => {
	it('counts every number once, the greatest too, and those that are unknown apart', () => {
		const { bins, unknown, isLogarithmic } = histogramOf([1, 2, 3, 4, NaN], 3);
		assert.deepEqual(
			bins.map(({ count }) => count),
			[1, 1, 2],
		);
		assert.deepEqual([bins[0]?.from, bins[2]?.to, unknown, isLogarithmic], [1, 4, 1, false]);
	});

	it('has ranges of one ratio where the numbers span a wide range', () => {
		const { bins, isLogarithmic } = histogramOf([1, 10, 100, 1000], 3);
		assert.equal(isLogarithmic, true);
		assert.deepEqual(
			bins.map(({ to }) => Math.round(to)),
			[10, 100, 1000],
		);
	});

	it('has one range for one number, and none for no number', () => {
		assert.deepEqual(histogramOf([5, 5]).bins, [{ from: 5, to: 5, count: 2 }]);
		assert.deepEqual(histogramOf([NaN]), { bins: [], unknown: 1, isLogarithmic: false });
	});

	it('loses none, whatever the numbers', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1e12, noNaN: true })), numbers => {
				const { bins } = histogramOf(numbers);
				assert.equal(
					bins.reduce((sum, { count }) => sum + count, 0),
					numbers.length,
				);
			}),
		);
	});
});
