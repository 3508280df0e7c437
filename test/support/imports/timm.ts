import * as z from 'zod';
import {
	importTimmResults,
	type TimmCheckpoint,
	type TimmDataset,
	type TimmNames,
} from '../../../src/catalog/importers/timm.ts';
import { importTimmBenchmark } from '../../../src/catalog/importers/timmBenchmark.ts';
import type { Figure, Measurement, Precision } from '../../../src/catalog/records.ts';
import { readData } from '../shippedData.ts';
import type { ImportStep } from './importStep.ts';
import type { RejectedRow } from '../../../src/catalog/importers/publicTable.ts';

interface ResultsFile {
	readonly file: string;
	readonly dataset: TimmDataset;
	readonly source: string;
}

const results: readonly ResultsFile[] = [
	{ file: 'timm/results-imagenet.csv', dataset: 'imagenet-1k', source: 'timm-results' },
	{ file: 'timm/results-imagenet-real.csv', dataset: 'imagenet-real', source: 'timm-results-real' },
	{
		file: 'timm/results-imagenetv2-matched-frequency.csv',
		dataset: 'imagenetv2-matched-frequency',
		source: 'timm-results-v2',
	},
];

interface BenchmarkFile {
	/** What stands between `benchmark-infer-` and `.csv`. */
	readonly run: string;
	readonly source: string;
	readonly device: string;
	readonly runtime: string;
	readonly precision: Precision;
}

/** Times of one image first, so that counts of multiply-accumulates are read from them where two files have them. */
const benchmarks: readonly BenchmarkFile[] = [
	{
		run: 'fp32-nchw-pt240-cpu-i7_12700h-dynamo',
		source: 'timm-benchmark-i7-12700h',
		device: 'i7-12700h',
		runtime: 'pytorch-dynamo',
		precision: 'fp32',
	},
	{
		run: 'fp32-nchw-pt240-cpu-i9_10940x-dynamo',
		source: 'timm-benchmark-i9-10940x',
		device: 'i9-10940x',
		runtime: 'pytorch-dynamo',
		precision: 'fp32',
	},
	{
		run: 'fp32-nchw-pt221-cpu-i9_10940x-dynamo',
		source: 'timm-benchmark-i9-10940x-pt221',
		device: 'i9-10940x',
		runtime: 'pytorch-dynamo',
		precision: 'fp32',
	},
	{
		run: 'amp-nchw-pt240-cu124-rtx3090',
		source: 'timm-benchmark-rtx-3090',
		device: 'rtx-3090',
		runtime: 'pytorch-cuda',
		precision: 'amp',
	},
	{
		run: 'amp-nhwc-pt240-cu124-rtx3090',
		source: 'timm-benchmark-rtx-3090-nhwc',
		device: 'rtx-3090',
		runtime: 'pytorch-cuda-nhwc',
		precision: 'amp',
	},
	{
		run: 'amp-nchw-pt291-cu128-4090',
		source: 'timm-benchmark-rtx-4090',
		device: 'rtx-4090',
		runtime: 'pytorch-cuda',
		precision: 'amp',
	},
	{
		run: 'amp-nchw-pt291-cu128-4090-dynamo',
		source: 'timm-benchmark-rtx-4090-dynamo',
		device: 'rtx-4090',
		runtime: 'pytorch-dynamo-cuda',
		precision: 'amp',
	},
	{
		run: 'amp-nchw-pt291-cu130-5090',
		source: 'timm-benchmark-rtx-5090',
		device: 'rtx-5090',
		runtime: 'pytorch-cuda',
		precision: 'amp',
	},
	{
		run: 'amp-nchw-pt291-cu130-5090-dynamo',
		source: 'timm-benchmark-rtx-5090-dynamo',
		device: 'rtx-5090',
		runtime: 'pytorch-dynamo-cuda',
		precision: 'amp',
	},
	{
		run: 'amp-nchw-pt291-cu130-pro6000maxq-dynamo',
		source: 'timm-benchmark-rtx-pro-6000-max-q',
		device: 'rtx-pro-6000-max-q',
		runtime: 'pytorch-dynamo-cuda',
		precision: 'amp',
	},
];

/** timm's results and benchmarks, with what its own package says of the weights. */
export const timmImport: ImportStep = {
	name: 'timm',
	run: read => {
		const names = readNames();
		const rejected: (RejectedRow & { readonly file: string })[] = [];
		const [ranked, ...others] = results.map(({ file, dataset, source }) => {
			const imported = importTimmResults(read(file), { ...names, source }, dataset);
			rejected.push(...imported.rejected.map(row => ({ file, ...row })));
			return imported;
		});
		const ids = new Set(ranked?.checkpoints.map(({ name }) => name));
		const evaluated = { ...names, checkpoints: new Map([...names.checkpoints].filter(([name]) => ids.has(name))) };
		const measurements: Measurement[] = [];
		const costs = new Map<string, Figure>();
		for (const { run, ...about } of benchmarks) {
			const file = `timm/benchmark-infer-${run}.csv`;
			const imported = importTimmBenchmark(read(file), { ...evaluated, ...about, costSource: 'timm-benchmark' });
			rejected.push(...imported.rejected.map(row => ({ file, ...row })));
			measurements.push(...imported.measurements);
			for (const figure of imported.figures) {
				const key = JSON.stringify([figure.of, figure.kind, figure.conditions.input]);
				if (!costs.has(key)) costs.set(key, figure);
			}
		}
		return {
			checkpoints: ranked?.checkpoints ?? [],
			candidates: ranked?.candidates ?? [],
			figures: [...[ranked, ...others].flatMap(imported => imported?.figures ?? []), ...costs.values()],
			measurements,
			rejected,
		};
	},
};

const checkpointSchema = z.looseObject({
	name: z.string(),
	licence: z.string(),
	input: z.tuple([z.number(), z.number()]),
	cropPct: z.number().exactOptional(),
	interpolation: z.string().exactOptional(),
	mean: z.array(z.number()).exactOptional(),
	std: z.array(z.number()).exactOptional(),
	classes: z.number(),
});
const extractedSchema = z.looseObject({ timm: z.looseObject({ checkpoints: z.array(checkpointSchema) }) });
const mappingSchema = z.record(z.string(), z.string());

function readNames(): TimmNames {
	const extracted = extractedSchema.parse(JSON.parse(readData('extracted/frameworks.json')));
	const mapping = mappingSchema.parse(JSON.parse(readData('mapping/timm.json')));
	return {
		modelOf: new Map(Object.entries(mapping)),
		checkpoints: new Map<string, TimmCheckpoint>(extracted.timm.checkpoints.map(each => [each.name, each])),
		source: '',
	};
}
