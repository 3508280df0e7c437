import assert from 'node:assert/strict';
import { deviceCoverage } from '../../../src/latency/deviceCoverage.ts';
import { defaultRun } from '../../../src/latency/defaultRun.ts';
import { aCatalog, aDevice, aMeasurement, aSource } from '../../support/builders.ts';

const model = 'a-net/1.0';

it('means fp32 on the CPU, on the fewest threads, by a device alone', () => {
	const measurements = [
		aMeasurement({ model, ms: 1, runtime: 'edgetpu', precision: 'int8' }),
		aMeasurement({ model, ms: 2, runtime: 'tflite-gpu' }),
		aMeasurement({ model, ms: 3, precision: 'int8' }),
		aMeasurement({ model, ms: 4, threads: 4 }),
		aMeasurement({ model, ms: 5, threads: 4 }),
		aMeasurement({ model, ms: 6, threads: 1 }),
	];
	assert.deepEqual(defaultRun(aCatalog({ measurements }), 'pixel-1'), {
		runtime: 'tflite-cpu',
		precision: 'fp32',
		threads: 1,
	});
});

it('takes every runtime of a CPU for one on the CPU', () => {
	const measurements = [
		aMeasurement({ model, ms: 1, runtime: 'pytorch', precision: 'int8' }),
		aMeasurement({ model, ms: 2, runtime: 'pytorch' }),
	];
	const devices = [aDevice({ id: 'pixel-1', kind: 'cpu' })];
	assert.equal(defaultRun(aCatalog({ measurements, devices }), 'pixel-1')?.precision, 'fp32');
});

it('means the run with most measurements where no other rule decides', () => {
	const measurements = [
		aMeasurement({ model, ms: 1, runtime: 'a-gpu' }),
		aMeasurement({ model, ms: 2, runtime: 'b-gpu' }),
		aMeasurement({ model: 'b-net/1.0', ms: 3, runtime: 'b-gpu' }),
	];
	assert.deepEqual(defaultRun(aCatalog({ measurements }), 'pixel-1')?.runtime, 'b-gpu');
});

it('prefers a known number of threads to an unknown one', () => {
	const { threads, ...unknownThreads } = aMeasurement({ model, ms: 2 });
	assert.equal(threads, 1);
	const catalog = aCatalog({
		measurements: [unknownThreads, unknownThreads, aMeasurement({ model, ms: 1, threads: 4 })],
	});
	assert.equal(defaultRun(catalog, 'pixel-1')?.threads, 4);
});

it('is not moved by what a person measured beside published runs', () => {
	const mine = aMeasurement({ model, ms: 1, runtime: 'my-gpu', source: 'user-1' });
	const published = aMeasurement({ model, ms: 9, runtime: 'tflite-gpu', source: 'paper' });
	const sources = [aSource({ id: 'user-1', kind: 'user' })];
	assert.equal(
		defaultRun(aCatalog({ measurements: [mine, mine, published], sources }), 'pixel-1')?.runtime,
		'tflite-gpu',
	);
	assert.equal(defaultRun(aCatalog({ measurements: [mine], sources }), 'pixel-1')?.runtime, 'my-gpu');
});

it('finds the run among the measurements of one source or precision', () => {
	const measurements = [
		aMeasurement({ model, ms: 1, threads: 1, source: 'paper' }),
		aMeasurement({ model, ms: 2, threads: 4, source: 'seed' }),
		aMeasurement({ model, ms: 3, runtime: 'tflite-gpu', precision: 'fp16' }),
	];
	const catalog = aCatalog({ measurements });
	assert.equal(defaultRun(catalog, 'pixel-1', { source: 'seed' })?.threads, 4);
	assert.equal(defaultRun(catalog, 'pixel-1', { precision: 'fp16' })?.runtime, 'tflite-gpu');
	assert.equal(defaultRun(catalog, 'pixel-1', { precision: 'int8' }), undefined);
});

it('knows no run of a device that was only measured in batches', () => {
	const catalog = aCatalog({ measurements: [aMeasurement({ model, ms: 1, batch: 32, scope: 'batch-step' })] });
	assert.equal(defaultRun(catalog, 'pixel-1'), undefined);
	assert.deepEqual(deviceCoverage(catalog), []);
});
