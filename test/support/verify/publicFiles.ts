import type { FigureKind, Measurement } from '../../../src/catalog/records.ts';

/** A row of a public file: text by column. */
export type PublicRow = Readonly<Record<string, string>>;

/** Where the number of a figure stands in a public file, and how many of the catalog's units one of it is. */
export interface PublicColumn {
	readonly column: string;
	/** Percent points, multiply-accumulates, parameters, bytes or milliseconds for a printed 1. */
	readonly unit: number;
	/** The file prints the error rate of an accuracy. */
	readonly isError?: boolean;
	/** The same kind on another data set, as the column `note` states it. */
	readonly inNote?: RegExp;
}

/** Where the time of a measurement stands. */
export interface PublicTime extends PublicColumn {
	/** The column prints images per second. */
	readonly isSpeed?: boolean;
	/** Batch of the column, where a file has a column for each. */
	readonly batch?: number;
	/** Whether a row is of the run of a measurement, where rows of one locator are of several. */
	readonly isOfRun?: (row: PublicRow, measurement: Measurement) => boolean;
}

/** How figures of a source are found again in a public file, without any importer. */
export interface PublicFile {
	readonly file: string;
	/** What the locators of its records say of a row, where its figures are of `sources`. */
	readonly locator: (row: PublicRow) => string;
	readonly sources: readonly string[];
	/** Column of the input side in px, where one network has rows at several sizes. */
	readonly sizeColumn?: string;
	readonly figures: Readonly<Partial<Record<FigureKind, PublicColumn>>>;
	/** It has rows for some figures of its sources alone. */
	readonly isPartial?: boolean;
	/** Its figures are read only where an earlier file has none, so that none is drawn from it. */
	readonly isFallback?: boolean;
	/** Time of one image, or the images per second of a batch. */
	readonly time?: PublicTime;
}

const byModel = (row: PublicRow): string => `row ${row['model'] ?? ''}`;

function timmResults(file: string, source: string, prefix: '' | 'real-' | 'v2-'): PublicFile {
	const accuracies = {
		[`${prefix}top1`]: { column: 'top1', unit: 1 },
		[`${prefix}top5`]: { column: 'top5', unit: 1 },
	};
	const params = prefix === '' ? { params: { column: 'param_count', unit: 1e6 } } : {};
	return {
		file: `timm/${file}.csv`,
		locator: byModel,
		sources: [source],
		sizeColumn: 'img_size',
		figures: { ...accuracies, ...params },
	};
}

function timmBenchmark(run: string, source: string): PublicFile {
	const isSingle = run.includes('-cpu-');
	return {
		file: `timm/benchmark-infer-${run}.csv`,
		locator: byModel,
		sources: [source, ...(run.includes('pt221') ? [] : ['timm-benchmark'])],
		sizeColumn: 'infer_img_size',
		isFallback: !run.includes('i7_12700h'),
		figures: { macs: { column: 'infer_gmacs', unit: 1e9 }, activations: { column: 'infer_macts', unit: 1e6 } },
		time: isSingle
			? { column: 'infer_step_time', unit: 1 }
			: { column: 'infer_samples_per_sec', unit: 1, isSpeed: true },
	};
}

const timmFiles: readonly PublicFile[] = [
	timmResults('results-imagenet', 'timm-results', ''),
	timmResults('results-imagenet-real', 'timm-results-real', 'real-'),
	timmResults('results-imagenetv2-matched-frequency', 'timm-results-v2', 'v2-'),
	timmBenchmark('fp32-nchw-pt240-cpu-i7_12700h-dynamo', 'timm-benchmark-i7-12700h'),
	timmBenchmark('fp32-nchw-pt240-cpu-i9_10940x-dynamo', 'timm-benchmark-i9-10940x'),
	timmBenchmark('fp32-nchw-pt221-cpu-i9_10940x-dynamo', 'timm-benchmark-i9-10940x-pt221'),
	timmBenchmark('amp-nchw-pt240-cu124-rtx3090', 'timm-benchmark-rtx-3090'),
	timmBenchmark('amp-nhwc-pt240-cu124-rtx3090', 'timm-benchmark-rtx-3090-nhwc'),
	timmBenchmark('amp-nchw-pt291-cu128-4090', 'timm-benchmark-rtx-4090'),
	timmBenchmark('amp-nchw-pt291-cu128-4090-dynamo', 'timm-benchmark-rtx-4090-dynamo'),
	timmBenchmark('amp-nchw-pt291-cu130-5090', 'timm-benchmark-rtx-5090'),
	timmBenchmark('amp-nchw-pt291-cu130-5090-dynamo', 'timm-benchmark-rtx-5090-dynamo'),
	timmBenchmark('amp-nchw-pt291-cu130-pro6000maxq-dynamo', 'timm-benchmark-rtx-pro-6000-max-q'),
];

const mebibyte = 2 ** 20;

const detectorSources = [
	'detr-readme',
	'efficientdet-readme',
	'mobilenetv4-paper',
	'pelee-readme',
	'rt-detr-readme',
	'rt-detrv2-readme',
	'tf1-detection-zoo',
	'tf2-detection-zoo',
	'tpu-detection-zoo',
	'ultralytics-yolo11',
	'ultralytics-yolo26',
	'ultralytics-yolov5',
	'ultralytics-yolov8',
	'yolox-readme',
];

/** Every public file that figures of the catalog are found again in. */
export const publicFiles: readonly PublicFile[] = [
	...timmFiles,
	{
		file: 'torchvision-weights.csv',
		locator: row => `${row['weights_enum'] ?? ''}.${row['weights'] ?? ''}`,
		sources: ['torchvision-0.29.1'],
		figures: {
			top1: { column: 'acc1', unit: 1 },
			top5: { column: 'acc5', unit: 1 },
			macs: { column: 'gflops', unit: 1e9 },
			params: { column: 'params', unit: 1 },
			bytes: { column: 'file_size_mb', unit: mebibyte },
			ap: { column: 'box_map', unit: 1 },
			miou: { column: 'miou', unit: 1 },
		},
	},
	{
		file: 'keras-applications.csv',
		locator: byModel,
		sources: ['keras-applications'],
		figures: {
			top1: { column: 'top1', unit: 1 },
			top5: { column: 'top5', unit: 1 },
			params: { column: 'params_m', unit: 1e6 },
			bytes: { column: 'size_mb', unit: mebibyte },
		},
	},
	{
		file: 'pytorchcv-imagenet.csv',
		locator: byModel,
		sources: ['pytorchcv-readme'],
		figures: {
			top1: { column: 'top1_err', unit: 1, isError: true },
			top5: { column: 'top5_err', unit: 1, isError: true },
			macs: { column: 'macs_m', unit: 1e6 },
			params: { column: 'params', unit: 1 },
		},
	},
	{
		file: 'mmpretrain-imagenet.csv',
		locator: row => `${row['source_file'] ?? ''}: ${row['model'] ?? ''}`,
		sources: ['mmpretrain-metafiles'],
		figures: {
			top1: { column: 'top1', unit: 1 },
			top5: { column: 'top5', unit: 1 },
			macs: { column: 'macs_m', unit: 1e6 },
			params: { column: 'params_m', unit: 1e6 },
		},
	},
	{
		file: 'openvino-omz-public.csv',
		locator: row => `models/public/${row['omz_name'] ?? ''}/README.md`,
		sources: ['omz-public'],
		figures: {
			top1: { column: 'top1', unit: 1 },
			top5: { column: 'top5', unit: 1 },
			macs: { column: 'gflops_2xmacs', unit: 0.5e9 },
			params: { column: 'mparams', unit: 1e6 },
		},
	},
	{
		// the one row of the zoo that prints multiply-accumulates
		file: 'openvino-omz-public.csv',
		locator: row => (row['omz_name'] === 'mixnet-l' ? 'models/public/mixnet-l/README.md' : ''),
		sources: ['omz-public'],
		figures: { macs: { column: 'gflops_2xmacs', unit: 1e9 } },
		isPartial: true,
		isFallback: true,
	},
	{
		file: 'qualcomm-aihub-latency.csv',
		locator: row => `${row['model_id'] ?? ''}/perf.yaml`,
		sources: ['qualcomm-ai-hub'],
		figures: {},
		time: { column: 'latency_ms', unit: 1, isOfRun: isOfHubRun },
	},
	...[1, 8].map(batch => ({
		file: 'hailo-edge-npu.csv',
		locator: byModel,
		sources: ['hailo-model-zoo'],
		figures: { macs: { column: 'gops', unit: 0.5e9 } },
		time: { column: `fps_batch${String(batch)}`, unit: 1, isSpeed: true, batch, isOfRun: isOfHailoRun },
	})),
	{
		file: 'detection.csv',
		locator: byModel,
		sources: [...detectorSources, 'mobilenetv3-paper-v1', 'tiny-ssd-paper'],
		isPartial: true,
		figures: {
			ap: { column: 'map_50_95', unit: 1, inNote: /test-dev AP ([\d.]+)/ },
			ap50: { column: 'map_50', unit: 1 },
			params: { column: 'params_m', unit: 1e6 },
		},
		time: { column: 'latency_ms', unit: 1 },
	},
	{
		file: 'mobile-latency.csv',
		locator: row => `row ${row['model'] ?? ''} ${row['variant'] ?? ''}`.trim(),
		sources: ['mobilenetv4-paper', 'efficientnet-lite-readme'],
		isPartial: true,
		figures: {},
		time: { column: 'latency_ms', unit: 1, isOfRun: isOfPhoneRun },
	},
];

const hubPrecisions: Readonly<Record<string, string>> = {
	float: 'fp16',
	w8a8: 'int8',
	w8a16: 'w8a16',
	w8a8_mixed_int16: 'w8a8-mixed',
	w8a16_mixed_int16: 'w8a16-mixed',
};

function isOfHubRun(row: PublicRow, { device, runtime, precision }: Measurement): boolean {
	const words = (row['device'] ?? '').toLowerCase().split(/[^a-z0-9]+/);
	return (
		`${row['runtime']?.replaceAll('_', '-') ?? ''}-npu` === runtime &&
		hubPrecisions[row['precision'] ?? ''] === precision &&
		device.split('-').every(word => words.includes(word))
	);
}

const phonePrecisions: Readonly<Record<string, string>> = { float32: 'fp32', float16: 'fp16', int8: 'int8' };

/** `Google Pixel 6`, `CPU (fastest core)` and `int8` of `pixel-6`, `tflite-cpu` and `int8`. */
function isOfPhoneRun(row: PublicRow, { device, runtime, precision }: Measurement): boolean {
	const [, ...model] = (row['hardware'] ?? '').toLowerCase().split(' ');
	const [accelerator = ''] = (row['accelerator'] ?? '').toLowerCase().replace('edge tpu', 'edgetpu').split(' ');
	return (
		model.join('-') === device &&
		runtime.includes(accelerator) &&
		phonePrecisions[row['precision'] ?? ''] === precision
	);
}

function isOfHailoRun(row: PublicRow, { device }: Measurement): boolean {
	return row['hardware']?.toLowerCase() === device;
}
