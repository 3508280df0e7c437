import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { parseCatalogText } from '../../src/catalog/parseCatalog.ts';
import { acceptedUnits } from '../../src/catalog/units.ts';
import { parseBudget } from '../../src/selection/parseBudget.ts';
import { fillReadme } from '../support/readme.ts';
import { shippedData } from '../support/shippedData.ts';

const readme = readFileSync('README.md', 'utf8');

it('has the tables of the manifest, the command line and the catalog as they are now: npm run readme', async () => {
	const filled = await format(fillReadme(readme), { ...(await resolveConfig('README.md')), filepath: 'README.md' });
	assert.equal(readme, filled);
});

it('shows budgets that are understood, of every unit', () => {
	const section = readme.slice(readme.indexOf('## Budgets'), readme.indexOf('## Command line'));
	const budgets = section
		.split('\n')
		.filter(line => line.startsWith('| `'))
		.flatMap(line => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, budget = '']) => budget));
	const catalog = shippedData();
	assert.deepEqual(
		budgets.filter(budget => !parseBudget(budget, { catalog }).ok),
		[],
	);
	assert.ok(budgets.length >= acceptedUnits.length);
});

it('shows a catalog that is read without a problem', () => {
	const blocks = [...readme.matchAll(/```json\n([^]*?)```/g)].map(([, block = '']) => block);
	const [example] = blocks.filter(block => block.includes('"figures"'));
	const { problems, records } = parseCatalogText(example ?? '', 'README.md');
	assert.deepEqual([problems, records.figures.length], [[], 2]);
});

it('links to files that exist', () => {
	const files = [...readme.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, file = '']) => file);
	assert.deepEqual(
		files.filter(file => !existsSync(file)),
		[],
	);
});
