import { importMmpretrain } from '../../../src/catalog/importers/mmpretrain.ts';
import { fromFile, readFrameworkNames } from './frameworkNames.ts';
import type { ImportStep } from './importStep.ts';

const file = 'mmpretrain-imagenet.csv';

/** The rows of mmpretrain-imagenet.csv. */
export const mmpretrainImport: ImportStep = {
	name: 'mmpretrain',
	run: read => fromFile(file, importMmpretrain(read(file), readFrameworkNames('mmpretrain', 'mmpretrain-metafiles'))),
};
