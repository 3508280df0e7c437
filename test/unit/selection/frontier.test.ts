import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { frontierOf, paretoFrontier } from '../../../src/selection/frontier.ts';
import { aCatalog } from '../../support/builders.ts';

it('leaves out what another point beats on both, or on one with the other equal', () => {
	const points = [
		{ cost: 3, gain: 30 },
		{ cost: 1, gain: 10 },
		{ cost: 2, gain: 10 },
		{ cost: 3, gain: 20 },
		{ cost: 4, gain: 25 },
	];
	assert.deepEqual(paretoFrontier(points), [1, 0]);
});

it('keeps all of several equal points', () => {
	const points = [
		{ cost: 1, gain: 10 },
		{ cost: 1, gain: 10 },
	];
	assert.deepEqual(paretoFrontier(points), [0, 1]);
});

it('never holds a point with an unknown cost or gain', () => {
	const points = [
		{ cost: NaN, gain: 99 },
		{ cost: 1, gain: NaN },
		{ cost: 2, gain: 1 },
	];
	assert.deepEqual(paretoFrontier(points), [2]);
});

it('is what comparing every point with every other one leaves', () => {
	const number = fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constantFrom(NaN, -0, 1e9, 1e-9, 2 ** 52 + 1));
	const points = fc.array(fc.record({ cost: number, gain: number }), { maxLength: 30 });
	fc.assert(
		fc.property(points, list => {
			const left = list.flatMap((b, place) => {
				const beaten = list.some(
					a => a.gain >= b.gain && a.cost <= b.cost && (a.gain > b.gain || a.cost < b.cost),
				);
				return beaten || Number.isNaN(b.cost + b.gain) ? [] : [place];
			});
			assert.deepEqual(
				paretoFrontier(list).toSorted((a, b) => a - b),
				left,
			);
		}),
		{ seed: 3 },
	);
});

it('is of ranked candidates only, cheapest first, on a cost or on the latency of a device', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a/1@224', top1: 80, macs: 9e6, latencyMs: { 'pixel-1': 3 } },
			{ id: 'b/1@224', top1: 70, macs: 5e6, latencyMs: { 'pixel-1': 4 } },
			{ id: 'c/1@224', top1: 99, macs: 1e6, dataset: 'dogs' },
		],
	});
	const ids = (axis: Parameters<typeof frontierOf>[1]): string[] =>
		frontierOf(catalog, axis).map(({ candidate }) => candidate.id);
	assert.deepEqual(ids('macs'), ['b/1@224', 'a/1@224']);
	assert.deepEqual(ids({ metric: 'latencyMs', device: 'pixel-1' }), ['a/1@224']);
});
