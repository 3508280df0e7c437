import { escapeUnseen } from '../plainText.ts';
import {
	importRows,
	printedAccuracy,
	printedCost,
	readFrameworkTable,
	type FrameworkNames,
	type FrameworkRecords,
	type WeightsRow,
} from './frameworkRows.ts';
import type { PublicRow } from './publicTable.ts';

const columns = ['top1', 'top5', 'macs_m', 'params_m', 'source_file'];
const usualInput = 224;

/**
 * Reads the ImageNet results of MMPretrain's metafiles: million multiply-accumulates, called FLOPs there, and million
 * parameters. They do not say the input size: that is 224 px where the notes of the row say no other.
 */
export function importMmpretrain(text: string, names: FrameworkNames): FrameworkRecords {
	return importRows(readFrameworkTable(text, 'model', columns), names, row => readRow(row, names));
}

function readRow(row: PublicRow, names: FrameworkNames): WeightsRow | string {
	const notes = names.notes.get(row.name);
	if (notes?.leftOut !== undefined) return notes.leftOut;
	const model = names.modelOf.get(row.name);
	if (model === undefined) return 'the weights are not mapped to a model';
	const top1 = printedAccuracy(row.cell('top1'));
	if (!top1) return 'top1 is no accuracy in percent';
	const side = notes?.input ?? usualInput;
	return {
		framework: 'mmpretrain',
		name: row.name,
		model,
		input: [side, side],
		top1,
		top5: printedAccuracy(row.cell('top5')),
		costs: {
			macs: printedCost(row.cell('macs_m'), 1e6),
			params: printedCost(row.cell('params_m'), 1e6),
		},
		locator: `${escapeUnseen(row.cell('source_file').slice(0, 200))}: ${row.name}`,
	};
}
