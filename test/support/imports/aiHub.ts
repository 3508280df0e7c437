import { importAiHub } from '../../../src/catalog/importers/aiHub.ts';
import type { ImportStep } from './importStep.ts';
import { readLatencyNames } from './latencyNames.ts';

const file = 'qualcomm-aihub-latency.csv';

/** Times of Qualcomm AI Hub on phones, laptops, cars and boards. */
export const aiHubImport: ImportStep = {
	name: 'aihub',
	run: read => {
		const names = readLatencyNames('aihub');
		const { measurements, rejected } = importAiHub(read(file), read('qualcomm-aihub-models.csv'), names);
		return { measurements, rejected: names.explain(rejected).map(row => ({ file, ...row })) };
	},
};
