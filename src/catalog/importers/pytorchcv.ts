import { escapeUnseen } from '../plainText.ts';
import {
	importRows,
	printedAccuracy,
	printedCost,
	readFrameworkTable,
	type FrameworkNames,
	type FrameworkRecords,
	type Printed,
	type WeightsRow,
} from './frameworkRows.ts';
import { printedNumber } from './timmRows.ts';
import type { PublicRow } from './publicTable.ts';

const columns = ['model', 'top1', 'top5', 'top1_err', 'top5_err', 'params', 'macs_m', 'note'];
const usualInput = 224;

/**
 * Reads the ImageNet table of pytorchcv, which prints errors in percent and million multiply-accumulates. It does not
 * say the input size: that is 224 px where the notes of the row say no other.
 */
export function importPytorchcv(text: string, names: FrameworkNames): FrameworkRecords {
	return importRows(readFrameworkTable(text, 'pytorchcv_id', columns), names, row => readRow(row, names));
}

function readRow(row: PublicRow, names: FrameworkNames): WeightsRow | string {
	const model = names.modelOf.get(row.name);
	if (model === undefined) return 'the network is not mapped to a model';
	const top1 = readError(row, 'top1');
	const top5 = readError(row, 'top5');
	if (!top1 || !top5) return 'top1 or top5 is no accuracy in percent that makes 100 together with its error';
	const side = names.notes.get(row.name)?.input ?? usualInput;
	return {
		framework: 'pytorchcv',
		name: row.name,
		model,
		input: [side, side],
		top1,
		top5,
		costs: { macs: printedCost(row.cell('macs_m'), 1e6), params: printedCost(row.cell('params'), 1) },
		locator: `row ${escapeUnseen(row.cell('model').slice(0, 100))}`,
	};
}

function readError(row: PublicRow, column: 'top1' | 'top5'): Printed | undefined {
	const accuracy = printedAccuracy(row.cell(column));
	const error = row.cell(`${column}_err`);
	const printed = printedNumber(error);
	if (!accuracy || printed === undefined || Math.abs(accuracy.value + printed - 100) > 0.005) return undefined;
	return { value: accuracy.value, printed: `error ${error}` };
}
