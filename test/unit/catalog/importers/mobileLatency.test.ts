import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importMobileLatency } from '../../../../src/catalog/importers/mobileLatency.ts';
import { readMobileNames } from '../../../support/imports/mobile.ts';
import { shippedData } from '../../../support/shippedData.ts';

const names = {
	documents: [
		{
			source: 'a-paper',
			where: 'arXiv:1 ',
			modelOf: new Map([['A-Net 0.5', 'a-net/0.5']]),
			runtimeOf: new Map([['CPU', 'tflite-cpu']]),
		},
	],
	deviceOf: new Map([['A Phone', 'a-phone']]),
	keptByHand: ['arXiv:2 '],
};
const heading = 'model,variant,resolution,hardware,accelerator,precision,batch,threads,latency_ms,source\n';
const plain = 'A-Net,0.5,160,A Phone,CPU,int8,1,4,2.50,arXiv:1 Table 6';

it('takes a row as the time of one image, as its document prints it', () => {
	assert.deepEqual(importMobileLatency(heading + plain, names).measurements, [
		{
			model: 'a-net/0.5',
			input: [160, 160],
			device: 'a-phone',
			runtime: 'tflite-cpu',
			precision: 'int8',
			batch: 1,
			threads: 4,
			ms: 2.5,
			printed: '2.50',
			scope: 'single-image',
			source: 'a-paper',
			locator: 'row A-Net 0.5',
		},
	]);
});

it('states no threads where the row states none', () => {
	const [time] = importMobileLatency(heading + plain.replace(',4,', ',,'), names).measurements;
	assert.ok(time);
	assert.equal('threads' in time, false);
});

for (const [from, to, reason] of [
	['A-Net', 'B-Net', /not mapped/],
	['160', '', /no input size/],
	['A Phone', 'X', /the device X is not known/],
	['CPU', 'GPU', /the accelerator GPU is not known/],
	['int8', 'int4', /none of float32, float16 and int8/],
	[',1,4', ',8,4', /the batch is not 1/],
	['2.50', '0', /no number of milliseconds/],
	['arXiv:1 ', 'arXiv:2 ', /read by hand/],
	['arXiv:1 ', 'arXiv:3 ', /the document arXiv:3 Table 6 is not known/],
] as const)
	it(`names the fault of a row with ${to === '' ? 'nothing' : to} in place of ${from}`, () => {
		const { measurements, rejected } = importMobileLatency(`${heading}${plain.replace(from, to)}\n${plain}`, names);
		assert.equal(measurements.length, 1, 'the row below is kept');
		assert.deepEqual(
			rejected.map(({ line }) => line),
			[2],
		);
		assert.match(rejected[0]?.reason ?? '', reason);
	});

it('answers any text with records and rejected lines', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), text => {
			const { measurements, rejected } = importMobileLatency(heading + text, names);
			assert.equal(measurements.length, 0);
			assert.ok(rejected.every(({ line }) => line >= 1));
		}),
	);
});

it('is mapped to models, devices and sources of the catalog', () => {
	const catalog = shippedData();
	const { documents, deviceOf } = readMobileNames();
	for (const id of deviceOf.values()) assert.ok(catalog.deviceById.has(id), id);
	for (const { source, modelOf } of documents) {
		assert.ok(catalog.sourceById.has(source), source);
		for (const id of modelOf.values()) assert.ok(catalog.modelById.has(id), id);
	}
});
