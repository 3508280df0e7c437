import { readPublicTable } from '../../../src/catalog/importers/publicTable.ts';
import type { ImportStep } from './importStep.ts';

const file = 'cadene-pretrainedmodels.csv';
const reason =
	'the table prints no input size, and its package is none that code is written for; the networks are there with the weights of other packages';

/** The table of pretrained-models.pytorch gives no record: an accuracy without its input size is none to compare. */
export const cadeneImport: ImportStep = {
	name: 'cadene',
	run: read => {
		const { rows, rejected } = readPublicTable(read(file), {
			name: 'model',
			required: ['implementation', 'top1', 'top5'],
			expected: 'the table of pretrained-models.pytorch',
			nameFault: () => undefined,
		});
		const left = rows.map(row => ({
			line: row.line,
			name: `${row.name}, ${row.cell('implementation')}`,
			reason,
		}));
		return { rejected: [...rejected, ...left].map(each => ({ file, ...each })) };
	},
};
