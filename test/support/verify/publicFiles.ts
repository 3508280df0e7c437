import type { FigureKind } from '../../../src/catalog/records.ts';

/** A row of a public file: text by column. */
export type PublicRow = Readonly<Record<string, string>>;

/** Where the number of a figure stands in a public file, and how many of the catalog's units one of it is. */
export interface PublicColumn {
	readonly column: string;
	/** Percent points, multiply-accumulates, parameters, bytes or milliseconds for a printed 1. */
	readonly unit: number;
	/** The file prints the error rate of an accuracy. */
	readonly isError?: boolean;
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
	/** Time of one image, or the images per second of a batch. */
	readonly time?: PublicColumn & { readonly batchColumn?: string };
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
		figures: { macs: { column: 'infer_gmacs', unit: 1e9 }, activations: { column: 'infer_macts', unit: 1e6 } },
		time: isSingle
			? { column: 'infer_step_time', unit: 1 }
			: { column: 'infer_samples_per_sec', unit: 1, batchColumn: 'infer_batch_size' },
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
];
