import { importPytorchcv } from '../../../src/catalog/importers/pytorchcv.ts';
import { fromFile, readFrameworkNames } from './frameworkNames.ts';
import type { ImportStep } from './importStep.ts';

const file = 'pytorchcv-imagenet.csv';

/** The classification rows of pytorchcv-imagenet.csv. */
export const pytorchcvImport: ImportStep = {
	name: 'pytorchcv',
	run: read => fromFile(file, importPytorchcv(read(file), readFrameworkNames('pytorchcv', 'pytorchcv-readme'))),
};
