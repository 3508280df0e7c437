import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importAiHub } from '../../../../src/catalog/importers/aiHub.ts';

const names = {
	modelOf: new Map([['a_net', 'a-net/1.0']]),
	deviceOf: new Map([['A Phone', 'a-phone']]),
	source: 'hub',
};
const heading =
	'model_id,precision,device,runtime,latency_ms,primary_compute_unit,layers_total,layers_gpu,layers_cpu\n';
const models = 'model_id,input_resolution\na_net,192x224\n';

interface Row {
	readonly name?: string;
	readonly precision?: string;
	readonly device?: string;
	readonly runtime?: string;
	readonly ms?: string;
	readonly unit?: string;
	readonly layers?: string;
}

function row({ name, precision, device, runtime, ms, unit, layers }: Row): string {
	const cells = [name ?? 'a_net', precision ?? 'float', device ?? 'A Phone', runtime ?? 'qnn_dlc', ms ?? '1.25'];
	return [...cells, unit ?? 'NPU', layers ?? '10,,'].join(',');
}

function read(...rows: readonly Row[]) {
	return importAiHub(heading + rows.map(row).join('\n'), models, names);
}

/** The reason of the one row, which gives no record. */
function faultOf(spec: Row): string | undefined {
	const { measurements, rejected } = read(spec);
	assert.deepEqual([measurements.length, rejected.length, rejected[0]?.line], [0, 1, 2]);
	return rejected[0]?.reason;
}

it('takes a row on the NPU for the time of one image at the input size of the model', () => {
	assert.deepEqual(read({}), {
		measurements: [
			{
				model: 'a-net/1.0',
				input: [192, 224],
				device: 'a-phone',
				runtime: 'qnn-dlc-npu',
				precision: 'fp16',
				batch: 1,
				ms: 1.25,
				printed: '1.25',
				scope: 'single-image',
				source: 'hub',
				locator: 'a_net/perf.yaml',
			},
		],
		rejected: [],
	});
});

it('takes float on the NPU for fp16, and keeps 16-bit activations apart from int8', () => {
	const texts = ['float', 'w8a8', 'w8a16', 'w8a8_mixed_int16', 'w8a16_mixed_int16'];
	assert.deepEqual(
		read(...texts.map(precision => ({ precision }))).measurements.map(({ precision }) => precision),
		['fp16', 'int8', 'w8a16', 'w8a8-mixed', 'w8a16-mixed'],
	);
});

it('leaves out a network that ran on the CPU or GPU, which is not the time of the NPU', () => {
	assert.equal(faultOf({ unit: 'CPU' }), 'it ran on the CPU, not on the NPU that the row is of');
	assert.equal(faultOf({ unit: 'GPU' }), 'it ran on the GPU, not on the NPU that the row is of');
});

it('says so where some layers of a network on the NPU ran elsewhere', () => {
	assert.equal(
		read({ layers: '698,2,122' }).measurements[0]?.note,
		'Of its 698 layers 2 on the GPU and 122 on the CPU.',
	);
});

it('takes a run that is printed twice once', () => {
	const { measurements, rejected } = read({}, { ms: '9' });
	assert.deepEqual([measurements.map(({ ms }) => ms), rejected.map(({ line }) => line)], [[1.25], [3]]);
});

it('names the line, the fault and what is accepted where a row gives no record', () => {
	assert.match(faultOf({ name: 'b_net' }) ?? '', /not mapped/);
	assert.match(faultOf({ device: 'B Phone' }) ?? '', /the device B Phone is not known/);
	assert.match(faultOf({ precision: 'w4' }) ?? '', /the precision w4 is not known; expected one of float, w8a8/);
	assert.match(faultOf({ runtime: 'x' }) ?? '', /the runtime x is not known; expected one of tflite/);
	for (const ms of ['', '0', '-1', 'NaN', '1e3', 'Infinity']) assert.match(faultOf({ ms }) ?? '', /no number/);
});

it('reads no row of a model whose input size is not stated', () => {
	const { measurements, rejected } = importAiHub(heading + row({}), 'model_id,input_resolution\na_net,\n', names);
	assert.deepEqual([measurements.length, rejected.length], [0, 1]);
});

it('answers any text with records and rejected lines', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (latency, sizes) => {
			const { measurements } = importAiHub(heading + latency, models + sizes, names);
			assert.ok(measurements.every(({ ms }) => ms > 0 && Number.isFinite(ms)));
		}),
	);
});
