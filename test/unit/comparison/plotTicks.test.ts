import assert from 'node:assert/strict';
import fc from 'fast-check';
import { axisTicks } from '../../../src/comparison/plotTicks.ts';

function valuesOf(range: readonly [number, number], size: number): readonly number[] {
	return axisTicks('top1', range, false, size, 45).map(({ value }) => value);
}

describe('the marks of an axis', () => {
	it('are round values, about one in the space that a mark needs', () => {
		assert.deepEqual(valuesOf([60, 85], 180), [60, 65, 70, 75, 80, 85]);
	});

	it('are two at least, since one alone tells no scale', () => {
		assert.deepEqual(valuesOf([28, 95], 85), [40, 60, 80]);
	});

	it('lie within any range, in order, two or more of them', () => {
		const edge = fc.double({ min: 0.001, max: 1e12, noNaN: true });
		fc.assert(
			fc.property(
				edge,
				fc.double({ min: 0.01, max: 5, noNaN: true }),
				fc.integer({ min: 20, max: 900 }),
				(from, part, size) => {
					const to = from * (1 + part);
					const values = valuesOf([from, to], size);
					assert.ok(values.length >= 2, values.join());
					const slack = (to - from) * 1e-6;
					assert.ok(
						values.every(value => value >= from - slack && value <= to + slack),
						values.join(),
					);
					assert.deepEqual(
						values,
						values.toSorted((a, b) => a - b),
					);
				},
			),
		);
	});
});
