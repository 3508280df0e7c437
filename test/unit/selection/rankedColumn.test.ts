import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { lastPlaceWithin, rankColumn } from '../../../src/selection/rankedColumn.ts';

const value = fc.oneof(fc.double({ min: 0, noNaN: true }), fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
const column = fc.array(value, { maxLength: 200 }).map(values => Float64Array.from(values, one => Math.abs(one)));

for (const best of ['lowest', 'highest'] as const) {
	it(`stands in the order of comparing, ${best} first, unknown last, equal ones as given`, () => {
		fc.assert(
			fc.property(column, values => {
				const indices = Int32Array.from(values.keys()).reverse();
				const sign = best === 'lowest' ? 1 : -1;
				const expected = [...indices].sort((a, b) => {
					const [x = NaN, y = NaN] = [values[a], values[b]];
					if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
					return x === y ? 0 : sign * (x < y ? -1 : 1);
				});
				assert.deepEqual([...rankColumn(values, indices, best).order], expected);
			}),
			{ seed: 4 },
		);
	});
}

it('knows the place of each value, and of an unknown one that it has none', () => {
	const { places, known } = rankColumn(Float64Array.of(5, NaN, 3), Int32Array.of(0, 1, 2), 'lowest');
	assert.deepEqual([[...places], known], [[1, -1, 0], 2]);
});

it('finds the last place within a limit and within a floor, inclusive', () => {
	const limit = (max: number) => ({ metric: 'macs', max, text: '' }) as const;
	const floor = (min: number) => ({ metric: 'top1', min, text: '' }) as const;
	const values = Float64Array.of(1, 2, 2, 3, NaN);
	const indices = Int32Array.from(values.keys());
	const lowest = rankColumn(values, indices, 'lowest');
	const highest = rankColumn(values, indices, 'highest');
	assert.deepEqual(
		[0.5, 2, 9].map(max => lastPlaceWithin(lowest, limit(max))),
		[-1, 2, 3],
	);
	assert.deepEqual(
		[9, 2, 0.5].map(min => lastPlaceWithin(highest, floor(min))),
		[-1, 2, 3],
	);
});
