import { importKeras } from '../../../src/catalog/importers/keras.ts';
import { fromFile, readFrameworkNames } from './frameworkNames.ts';
import type { ImportStep } from './importStep.ts';

const file = 'keras-applications.csv';

/** The table of Keras Applications. */
export const kerasImport: ImportStep = {
	name: 'keras',
	run: read => fromFile(file, importKeras(read(file), readFrameworkNames('keras', 'keras-applications'))),
};
