import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importHailo } from '../../../../src/catalog/importers/hailo.ts';

const names = {
	modelOf: new Map([['a_net', 'a-net/1.0']]),
	deviceOf: new Map([
		['An Accelerator', 'an-accelerator'],
		['Another', 'another'],
	]),
	source: 'zoo',
};
const heading = 'model,hardware,precision,input_hwc,gops,fps_batch1,fps_batch8\n';
const plain = 'a_net,An Accelerator,int8 (default),224x224x3,8.2,500,1600';

it('keeps images per second as the time of a batch, also of a batch of one, since it is no latency', () => {
	const { measurements } = importHailo(heading + plain, names);
	assert.deepEqual(
		measurements.map(({ batch, ms, printed, scope }) => [batch, ms, printed, scope]),
		[
			[1, 2, '500 images/s', 'batch-step'],
			[8, 5, '1600 images/s', 'batch-step'],
		],
	);
});

it('halves its operations, two of which are one multiply-accumulate, and takes them once', () => {
	const { figures } = importHailo(`${heading}${plain}\n${plain.replace('An Accelerator', 'Another')}`, names);
	assert.deepEqual(figures, [
		{
			of: 'a-net/1.0',
			kind: 'macs',
			value: 4.1e9,
			printed: '8.2',
			convention: '2x-macs',
			conditions: { input: [224, 224] },
			source: 'zoo',
			locator: 'row a_net',
		},
	]);
});

it('names the line and the fault of a row that gives no record', () => {
	const faults: readonly (readonly [string, string, RegExp])[] = [
		['a_net', 'b_net', /not mapped/],
		['An Accelerator', 'X', /the device X is not known/],
		['int8', 'fp32', /not int8/],
		['224x224x3', '224', /input_hwc is no input/],
		['500', '0', /fps_batch1 is no number/],
		['1600', '', /fps_batch8 is no number/],
	];
	for (const [from, to, reason] of faults) {
		const { measurements, rejected } = importHailo(heading + plain.replace(from, to), names);
		assert.deepEqual([measurements.length, rejected.map(({ line }) => line)], [0, [2]]);
		assert.match(rejected[0]?.reason ?? '', reason);
	}
});

it('answers any text with records and rejected lines', () => {
	fc.assert(
		fc.property(fc.string(), text => {
			const { measurements } = importHailo(heading + text, names);
			assert.ok(measurements.every(({ ms }) => ms > 0 && Number.isFinite(ms)));
		}),
	);
});
