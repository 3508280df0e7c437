import { importHailo } from '../../../src/catalog/importers/hailo.ts';
import type { ImportStep } from './importStep.ts';
import { readLatencyNames } from './latencyNames.ts';

const file = 'hailo-edge-npu.csv';

/** Speeds of the Hailo Model Zoo on its accelerators. */
export const hailoImport: ImportStep = {
	name: 'hailo',
	run: read => {
		const names = readLatencyNames('hailo');
		const { measurements, figures, rejected } = importHailo(read(file), names);
		return { measurements, figures, rejected: names.explain(rejected).map(row => ({ file, ...row })) };
	},
};
