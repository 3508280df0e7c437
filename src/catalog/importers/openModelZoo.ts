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
import type { PublicRow } from './publicTable.ts';

const columns = ['type', 'gflops_2xmacs', 'mparams', 'top1', 'top5', 'input_shape'];

/**
 * Reads the public models of the Open Model Zoo. Its GFLOPs count two operations per multiply-accumulate and are
 * halved; parameters are in millions. Rows of other tasks are rejected.
 */
export function importOpenModelZoo(text: string, names: FrameworkNames): FrameworkRecords {
	return importRows(readFrameworkTable(text, 'omz_name', columns), names, row => readRow(row, names));
}

function readRow(row: PublicRow, names: FrameworkNames): WeightsRow | string {
	if (row.cell('type') !== 'Classification') return 'no model for classification';
	const left = names.notes.get(row.name)?.leftOut;
	if (left !== undefined) return left;
	const model = names.modelOf.get(row.name);
	if (model === undefined) return 'the network is not mapped to a model';
	const input = readShape(row.cell('input_shape'));
	if (!input) return 'input_shape is no shape of one image, such as 1, 3, 224, 224';
	const top1 = printedAccuracy(row.cell('top1'));
	if (!top1) return 'top1 is no accuracy in percent';
	return {
		framework: 'openvino-omz',
		name: row.name,
		model,
		input,
		top1,
		top5: printedAccuracy(row.cell('top5')),
		costs: {
			macs: readMacs(row, names),
			params: printedCost(row.cell('mparams'), 1e6),
		},
		locator: `models/public/${row.name}/README.md`,
	};
}

function readMacs(row: PublicRow, names: FrameworkNames): Printed | undefined {
	const operations = row.cell('gflops_2xmacs');
	if (names.notes.get(row.name)?.countsMacs === true) return printedCost(operations, 1e9);
	const macs = printedCost(operations, 0.5e9);
	return macs && { ...macs, convention: '2x-macs' };
}

/** Height and width, whichever side of them the 3 channels stand on. */
function readShape(text: string): readonly [number, number] | undefined {
	const sides = /^1, (?:3, (\d{1,5}), (\d{1,5})|(\d{1,5}), (\d{1,5}), 3)$/.exec(text);
	if (!sides) return undefined;
	const height = Number(sides[1] ?? sides[3]);
	const width = Number(sides[2] ?? sides[4]);
	return height > 0 && width > 0 ? [height, width] : undefined;
}
