import type { Preprocess } from '../records.ts';
import {
	importRows,
	printedAccuracy,
	printedCost,
	readFrameworkTable,
	type FrameworkNames,
	type FrameworkRecords,
	type WeightsRow,
} from './frameworkRows.ts';
import { printedInput } from './timmRows.ts';
import type { PublicRow } from './publicTable.ts';

/** What torchvision's own package says of weights, by `builder.weights`. */
export interface TorchvisionNames extends FrameworkNames {
	readonly preprocessOf: ReadonlyMap<string, Preprocess>;
}

const columns = ['weights_enum', 'weights', 'task', 'acc1', 'acc5', 'params', 'gflops', 'file_size_mb', 'crop_size'];
const mebibyte = 2 ** 20;

/**
 * Reads the classification weights of torchvision, 8-bit ones with them. What is printed as GFLOPS counts
 * multiply-accumulates, and the file sizes are in MiB. Rows of other tasks are rejected.
 */
export function importTorchvision(text: string, names: TorchvisionNames): FrameworkRecords {
	return importRows(readFrameworkTable(text, 'model', columns), names, row => readRow(row, names));
}

function readRow(row: PublicRow, names: TorchvisionNames): WeightsRow | string {
	const task = row.cell('task');
	if (task !== 'classification' && task !== 'classification-int8') return 'no weights for classification';
	const tag = row.cell('weights');
	if (!/^\w{1,100}$/.test(tag)) return 'weights is no name of an entry such as IMAGENET1K_V1';
	const model = names.modelOf.get(row.name);
	if (model === undefined) return 'the builder is not mapped to a model';
	const name = `${task === 'classification-int8' ? 'quantized_' : ''}${row.name}.${tag}`;
	const left = names.notes.get(name)?.leftOut;
	if (left !== undefined) return left;
	const input = printedInput(row.cell('crop_size'));
	if (!input) return 'crop_size is no size in px';
	const top1 = printedAccuracy(row.cell('acc1'));
	if (!top1) return 'acc1 is no accuracy in percent';
	const preprocess = names.preprocessOf.get(name);
	return {
		framework: 'torchvision',
		name,
		model,
		input,
		...(preprocess && { preprocess }),
		top1,
		top5: printedAccuracy(row.cell('acc5')),
		costs: {
			macs: printedCost(row.cell('gflops'), 1e9),
			params: printedCost(row.cell('params'), 1),
			bytes: printedCost(row.cell('file_size_mb'), mebibyte),
		},
		locator: `${/^\w{1,100}$/.exec(row.cell('weights_enum'))?.[0] ?? row.name}.${tag}`,
	};
}
