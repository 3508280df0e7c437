import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canJudge, steppedLimit, typedLimit, withFurtherLimit, withLimit } from '../../../src/comparison/movedLimit.ts';
import type { PlotWindow } from '../../../src/comparison/plotWindow.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog } from '../../support/builders.ts';

const catalog = aCatalog({
	candidates: [
		{ id: 'a/1@224', top1: 70, macs: 100e6, params: 1e6 },
		{ id: 'b/1@224', top1: 75, macs: 300e6, params: 9e6 },
		{ id: 'c/1@224', top1: 80, macs: 4e9 },
		{ id: 'd/1@224', top1: 60 },
	],
});
const window: PlotWindow = { x: [50e6, 8e9], y: [50, 90], logX: true, logY: false };

describe('a limit that is moved', () => {
	it('changes its own part of the budget and leaves the others as they were written', () => {
		const snapshot = comparisonSnapshot(catalog, { budget: 'under 5 M params;  300M and at least 65%' });
		const moved = withLimit(snapshot, 1, 412e6);
		assert.equal(moved.budget.text, 'under 5 M params;  ≤ 412 M MACs and at least 65%');
		assert.equal(withLimit(moved, 2, 70.5).budget.text, 'under 5 M params;  ≤ 412 M MACs and top1 ≥ 70.5 %');
	});

	it('gives every row the verdict that the host gives it for the new text', () => {
		const bounds = fc.tuple(
			fc.integer({ min: 50, max: 5000 }),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 50, max: 85 }),
		);
		fc.assert(
			fc.property(bounds, fc.nat(2), fc.constantFrom(300e6, 100e6, 4e9, 5e6, 70), (parts, index, value) => {
				const [macs, params, top1] = parts;
				const budget = `${String(macs)}M, ${String(params)}M params, top1 ≥ ${String(top1)}`;
				const moved = withLimit(
					comparisonSnapshot(catalog, { budget }),
					index,
					index === 2 ? Math.min(value, 100) : value,
				);
				const answer = comparisonSnapshot(catalog, { budget: moved.budget.text });
				assert.deepEqual(moved.verdicts, answer.verdicts);
				assert.deepEqual(moved.budget.counts, answer.budget.counts);
				assert.deepEqual(
					moved.budget.limits.map(limit => limit.value),
					answer.budget.limits.map(limit => limit.value),
				);
			}),
		);
	});

	it('is judged by the host alone where a limit of the budget is on no column', () => {
		assert.equal(canJudge(comparisonSnapshot(catalog, { budget: '300M' })), true);
		assert.equal(canJudge(comparisonSnapshot(catalog, { budget: '300 fps' })), false);
	});
});

describe('the value of a limit', () => {
	it('steps along its axis, is round, and never leaves what is shown', () => {
		assert.equal(steppedLimit(window, 'y', 70.04, 0), 70);
		assert.equal(steppedLimit(window, 'y', 70, 10), 74);
		fc.assert(
			fc.property(
				fc.double({ min: 1, max: 1e10, noNaN: true }),
				fc.integer({ min: -100, max: 100 }),
				(value, steps) => {
					const moved = steppedLimit(window, 'x', value, steps);
					assert.ok(moved >= window.x[0] && moved <= window.x[1], String(moved));
					assert.ok(String(moved).replace(/0+$/, '').length <= 4, String(moved));
				},
			),
		);
	});

	it('is typed in the unit of its metric', () => {
		assert.equal(typedLimit({ metric: 'macs' }, '≤ 300 M MACs'), 300e6);
		assert.equal(typedLimit({ metric: 'macs' }, '0.6 GFLOPs'), 300e6);
		assert.equal(typedLimit({ metric: 'params' }, '5M'), 5e6);
		assert.equal(typedLimit({ metric: 'latencyMs' }, '60 ms'), 60);
		assert.deepEqual(
			['5 fps', '-3', '0', '', '5 ms'].map(text => typedLimit({ metric: 'params' }, text)),
			[undefined, undefined, undefined, undefined, undefined],
		);
	});

	it('is put behind the limits that there are', () => {
		const snapshot = comparisonSnapshot(catalog, { budget: '5M params' });
		assert.equal(withFurtherLimit(snapshot, 'macs', 300e6), '5M params, ≤ 300 M MACs');
		assert.equal(withFurtherLimit(comparisonSnapshot(catalog, {}), 'top1', 75), 'top1 ≥ 75 %');
	});
});
