import type { Measurement } from '../records.ts';
import {
	importRows,
	printedAccuracy,
	printedCost,
	readFrameworkTable,
	type FrameworkNames,
	type FrameworkRecords,
	type WeightsRow,
} from './frameworkRows.ts';
import { printedInput, printedNumber } from './timmRows.ts';
import type { PublicRow } from './publicTable.ts';

const columns = ['default_resolution', 'size_mb', 'top1', 'top5', 'params_m', 'cpu_ms', 'gpu_ms'];
const mebibyte = 2 ** 20;

/** Where the page was timed: a step of 32 images on a server, which says nothing of one image. */
const timings = [
	{ column: 'cpu_ms', device: 'epyc-92-core', runtime: 'keras-cpu' },
	{ column: 'gpu_ms', device: 'nvidia-a100', runtime: 'keras-gpu' },
] as const;

/** Reads the table of Keras Applications. Sizes are in MiB, parameters in millions, times per step of 32 images. */
export function importKeras(text: string, names: FrameworkNames): FrameworkRecords {
	const table = readFrameworkTable(text, 'model', columns);
	const measure = (row: PublicRow, weights: WeightsRow): readonly Measurement[] => readTimes(row, weights, names);
	return importRows(table, names, row => readRow(row, names), measure);
}

function readRow(row: PublicRow, names: FrameworkNames): WeightsRow | string {
	const model = names.modelOf.get(row.name);
	if (model === undefined) return 'the class is not mapped to a model';
	const input = printedInput(row.cell('default_resolution'));
	if (!input) return 'default_resolution is no size in px';
	const top1 = printedAccuracy(row.cell('top1'));
	if (!top1) return 'top1 is no accuracy in percent';
	return {
		framework: 'keras',
		name: row.name,
		model,
		input,
		top1,
		top5: printedAccuracy(row.cell('top5')),
		costs: {
			params: printedCost(row.cell('params_m'), 1e6),
			bytes: printedCost(row.cell('size_mb'), mebibyte),
		},
		locator: `row ${row.name}`,
	};
}

function readTimes(row: PublicRow, { model, input, locator }: WeightsRow, { source }: FrameworkNames): Measurement[] {
	return timings.flatMap(({ column, device, runtime }): Measurement[] => {
		const printed = row.cell(column);
		const ms = printedNumber(printed);
		if (!ms) return [];
		const about = { model, input, device, runtime, precision: 'fp32', batch: 32, ms, printed } as const;
		return [{ ...about, scope: 'batch-step', source, locator }];
	});
}
