import { importOpenModelZoo } from '../../../src/catalog/importers/openModelZoo.ts';
import { fromFile, readFrameworkNames } from './frameworkNames.ts';
import type { ImportStep } from './importStep.ts';

const file = 'openvino-omz-public.csv';

/** The classification rows of openvino-omz-public.csv. */
export const openModelZooImport: ImportStep = {
	name: 'omz',
	run: read => fromFile(file, importOpenModelZoo(read(file), readFrameworkNames('omz', 'omz-public'))),
};
