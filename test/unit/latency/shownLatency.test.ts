import assert from 'node:assert/strict';
import type { Measurement } from '../../../src/catalog/records.ts';
import { shownLatency, type LatencyQuery } from '../../../src/latency/shownLatency.ts';
import { aCatalog, aMeasurement, aSource } from '../../support/builders.ts';

const model = 'a-net/1.0';
const sources = [
	aSource({ id: 'paper-1', date: '2019-01-01' }),
	aSource({ id: 'paper-2', date: '2020-01-01' }),
	aSource({ id: 'user-1', kind: 'user', date: '2030-01-01' }),
];

/** Milliseconds shown for `a-net/1.0@224`, with the other ones of the same run. */
function shown(measurements: readonly Measurement[], query: Partial<LatencyQuery> = {}): readonly number[] | undefined {
	const catalog = aCatalog({ candidates: [{ id: 'a-net/1.0@224' }], measurements, sources });
	const [candidate] = catalog.candidates;
	const latency = candidate && shownLatency(catalog, candidate, { device: 'pixel-1', ...query });
	return latency && [latency.ms, ...latency.others.map(({ ms }) => ms)];
}

it('shows the newest source first, and what a person measured last', () => {
	const measurements = ['user-1', 'paper-1', 'paper-2'].map((source, index) =>
		aMeasurement({ model, ms: index + 1, source }),
	);
	assert.deepEqual(shown(measurements), [3, 2, 1]);
});

it('compares only measurements of the same run', () => {
	const measurements = [
		aMeasurement({ model, ms: 60 }),
		aMeasurement({ model, ms: 20, threads: 4 }),
		aMeasurement({ model, ms: 15, precision: 'int8' }),
		aMeasurement({ model, ms: 10, runtime: 'tflite-gpu' }),
		aMeasurement({ model, ms: 5, device: 'pixel-2' }),
	];
	assert.deepEqual(shown(measurements), [60]);
	assert.deepEqual(shown(measurements, { precision: 'int8' }), [15]);
	assert.deepEqual(shown(measurements, { device: 'pixel-2' }), [5]);
	assert.equal(shown(measurements, { device: 'pixel-3' }), undefined);
	assert.equal(shown(measurements, { precision: 'fp16' }), undefined);
});

it('never takes the latency at another input size, of another model or of a batch', () => {
	const others = [
		aMeasurement({ model, ms: 1, input: [224, 192] }),
		aMeasurement({ model: 'b-net/1.0', ms: 2 }),
		aMeasurement({ model, ms: 3, batch: 32, scope: 'batch-step' }),
	];
	assert.equal(shown(others), undefined);
});

it('knows the measurements of one source alone when asked for them', () => {
	const measurements = [
		aMeasurement({ model, ms: 60, source: 'paper-1' }),
		aMeasurement({ model, ms: 50, source: 'paper-2', threads: 1 }),
	];
	assert.deepEqual(shown(measurements, { source: 'paper-1' }), [60]);
	assert.equal(shown(measurements, { source: 'user-1' }), undefined);
});
