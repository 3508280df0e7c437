import assert from 'node:assert/strict';
import { indexDevices, readHeading } from '../../../../src/catalog/importers/tableHeadings.ts';
import { aDevice } from '../../../support/builders.ts';

const devices = indexDevices([
	aDevice({ id: 'pixel-3', name: 'Google Pixel 3', aliases: ['pixel3', 'p3'] }),
	aDevice({ id: 'a-phone', aliases: ['shared'] }),
	aDevice({ id: 'b-phone', aliases: ['shared'] }),
]);

const kinds: Readonly<Record<string, readonly string[]>> = {
	model: ['model', 'Network', 'Architecture', 'name', 'Model Name', 'model_id', 'arch', 'Backbone'],
	top1: [
		'top-1',
		'Top 1 (%)',
		'acc@1',
		'Acc@1 (%)',
		'top1',
		'Accuracy',
		'ImageNet top-1',
		'top-1 accuracy',
		'top1_acc',
		'acc1',
	],
	top5: ['top-5', 'acc@5', 'top5 accuracy', 'Top-5 Accuracy (%)'],
	params: [
		'params',
		'Params (M)',
		'#Params (M)',
		'parameters',
		'param_count',
		'params_m',
		'number of parameters',
		'params(million)',
		'Params [M]',
		'Params (B)',
	],
	macs: [
		'MACs',
		'MAdds (M)',
		'GMACs',
		'MMACs',
		'FLOPs (G)',
		'GFLOPs',
		'mult-adds (B)',
		'flops/Madds(million)',
		'macs_m',
		'infer_gmacs',
		'Multiply-Adds (M)',
		'FLOPs (GFLOPs)',
	],
	bytes: ['size (MB)', 'Size (MiB)', 'model size', 'file size (MB)', 'size_mb', 'Size'],
	input: [
		'input',
		'resolution',
		'img_size',
		'input size',
		'Image Size',
		'size (px)',
		'test size',
		'Input Resolution',
		'input (px)',
		'infer_img_size',
	],
	latency: [
		'latency (ms)',
		'latency_ms',
		'Pixel 3 (ms)',
		'latency(ms)-hardware',
		'P3 latency (ms)',
		'Google Pixel 3 int8 (ms)',
		'inference time (s)',
		'Latency',
		'pixel3_ms',
	],
	device: ['device', 'Hardware'],
	framework: ['framework', 'library'],
	checkpoint: ['checkpoint', 'weights', 'pretrained'],
	licence: ['license', 'licence', 'weights license'],
	source: ['source', 'URL', 'paper', 'link'],
	cropPct: ['crop_pct'],
	activations: ['activations (M)', 'macts'],
};
for (const [kind, headings] of Object.entries(kinds)) {
	it(`reads ${kind} in many spellings`, () => {
		const read = headings.map(heading => [heading, readHeading(heading, devices)?.kind]);
		assert.deepEqual(
			read,
			headings.map(heading => [heading, kind]),
		);
	});
}

it('leaves a heading alone that says something else, or two things', () => {
	const others = [
		'mAP',
		'AP50',
		'CIFAR-10 accuracy',
		'top-1 (ReaL)',
		'top-3',
		'images/s',
		'throughput',
		'latency on a toaster (ms)',
		'shared (ms)',
		'Nokia (ms)',
		'params (kg)',
		'MACs (GFLOPs)',
		'GMACs (M)',
		'latency (fps)',
		'model (M)',
		'__proto__',
		'constructor',
		'toString',
		'ms',
		'',
	];
	assert.deepEqual(
		others.filter(heading => readHeading(heading, devices)),
		[],
	);
});

it('reads the unit from brackets, an ending or the word itself', () => {
	const factorOf = (heading: string): unknown => {
		const column = readHeading(heading, devices);
		return column && 'factor' in column ? column.factor : undefined;
	};
	assert.deepEqual(
		[
			'params (M)',
			'params_k',
			'params (Billion)',
			'GMACs',
			'MAdds',
			'size (MiB)',
			'latency (s)',
			'latency (µs)',
			'params',
		].map(factorOf),
		[1e6, 1e3, 1e9, 1e9, undefined, 2 ** 20, 1000, 0.001, undefined],
	);
});

it('tells FLOPs from multiply-accumulates, and takes both together for these', () => {
	const isFlops = (heading: string): unknown => {
		const column = readHeading(heading, devices);
		return column?.kind === 'macs' && column.isFlops;
	};
	assert.deepEqual(['GFLOPs', 'FLOPs (M)', 'MAdds (M)', 'FLOPs/MAdds (M)', 'FLOPs/GFLOPs'].map(isFlops), [
		true,
		true,
		false,
		false,
		true,
	]);
});

it('tells an error rate from an accuracy', () => {
	const isError = (heading: string): unknown => {
		const column = readHeading(heading, devices);
		return column && 'isError' in column && column.isError;
	};
	assert.deepEqual(['top1_err', 'Top-1 error (%)', 'top-1', 'top-5 error rate'].map(isError), [
		true,
		true,
		false,
		true,
	]);
});

it('finds the device and the precision in a heading', () => {
	assert.deepEqual(readHeading('Google Pixel 3 int8 (ms)', devices), {
		kind: 'latency',
		factor: 1,
		device: 'pixel-3',
		precision: 'int8',
	});
});
