import assert from 'node:assert/strict';
import { deviceCoverage, precisionCoverage } from '../../../src/latency/deviceCoverage.ts';
import { latencyLookup } from '../../../src/latency/shownLatency.ts';
import { aCatalog, aMeasurement } from '../../support/builders.ts';
import { shippedData } from '../../support/shippedData.ts';

it('counts the candidates that each device covers in its default run, most first', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a-net/1.0@224', latencyMs: { 'pixel-1': 60, 'pixel-2': 50 } },
			{ id: 'b-net/1.0@224', latencyMs: { 'pixel-2': 40 } },
			{ id: 'timm:b_net@224', model: 'b-net/1.0' },
			{ id: 'b-net/1.0@160' },
		],
		measurements: [aMeasurement({ model: 'b-net/1.0', ms: 5, precision: 'int8' })],
	});
	assert.deepEqual(
		deviceCoverage(catalog).map(({ device, candidates }) => [device.id, candidates]),
		[
			['pixel-2', 3],
			['pixel-1', 1],
		],
	);
	assert.deepEqual(
		deviceCoverage(catalog, { framework: 'timm' }).map(({ device, candidates }) => [device.id, candidates]),
		[['pixel-2', 1]],
	);
});

it('counts the precisions that a device was measured in', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'a-net/1.0@224', latencyMs: { 'pixel-1': 60 } },
			{ id: 'b-net/1.0@224', latencyMs: { 'pixel-1': 50 } },
		],
		measurements: [
			aMeasurement({ model: 'b-net/1.0', ms: 5, precision: 'int8' }),
			aMeasurement({ model: 'b-net/1.0', ms: 5, precision: 'fp16', batch: 32, scope: 'batch-step' }),
		],
	});
	assert.deepEqual(precisionCoverage(catalog, 'pixel-1'), [
		{ precision: 'fp32', candidates: 2 },
		{ precision: 'int8', candidates: 1 },
	]);
});

it('counts just those candidates of the shipped catalog that a budget on the device can judge', () => {
	const catalog = shippedData();
	const judged = (device: string, precision?: 'int8'): number => {
		const latencyOf = latencyLookup(catalog, { device, precision });
		return catalog.candidates.filter(candidate => latencyOf(candidate) !== undefined).length;
	};
	const coverage = deviceCoverage(catalog);
	assert.ok(coverage.length > 20);
	for (const { device, candidates } of coverage) assert.equal(candidates, judged(device.id), device.id);
	const int8 = precisionCoverage(catalog, 'galaxy-s24').find(({ precision }) => precision === 'int8');
	assert.equal(int8?.candidates, judged('galaxy-s24', 'int8'));
});
