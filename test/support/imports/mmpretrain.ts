import { readPublicTable } from '../../../src/catalog/importers/publicTable.ts';
import { readRows } from '../shippedData.ts';
import type { ImportStep } from './importStep.ts';

const file = 'mmpretrain-imagenet.csv';

/** MMPretrain's weights are kept by hand as yet: this lists the rows that are still to be mapped. */
export const mmpretrainImport: ImportStep = {
	name: 'mmpretrain',
	run: read => {
		const kept = new Set(readRows('data', 'checkpoints').map(record => ('id' in record ? record.id : undefined)));
		const { rows, rejected } = readPublicTable(read(file), {
			name: 'model',
			required: ['top1'],
			expected: 'a table of MMPretrain',
			nameFault: () => undefined,
		});
		const left = rows
			.filter(({ name }) => !kept.has(`mmpretrain:${name}`))
			.map(({ line, name }) => ({ line, name, reason: 'not imported as yet: it is mapped to no model' }));
		return { rejected: [...rejected, ...left].map(row => ({ file, ...row })) };
	},
};
