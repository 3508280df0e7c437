import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { formatTextTable } from '../../../src/cli/textTable.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { assertGolden } from '../../support/golden.ts';

const program = useCommandLine();

const calls: Readonly<Record<string, readonly string[]>> = {
	help: ['--help'],
	'pick-help': ['pick', '--help'],
	'pick-macs': ['pick', '--budget', '≤300M', '--source', 'seed'],
	'pick-flops': ['pick', '--budget', '0.6 GFLOPs', '--source', 'seed', '--limit', '3'],
	'pick-latency': ['pick', '--budget', '≤70ms@P1', '--source', 'seed'],
	'pick-licence': ['pick', '--budget', '300M', '--licence', 'non-commercial,unknown', '--limit', '3'],
	'pick-nothing': ['pick', '--budget', '≤10M', '--source', 'seed'],
	'why-exceeds': ['why', 'seed#66', '--budget', '300M', '--source', 'seed'],
	'compare-seed': ['compare', 'seed#51', 'seed#59', 'seed#31', '--source', 'seed'],
	'compare-csv': ['compare', 'seed#51', 'seed#59', '--source', 'seed', '--format', 'csv'],
	'cost-computed': ['cost', 'resnet50', '--input', '331x224'],
	'cost-seed': ['cost', 'seed#51', '--source', 'seed'],
	'show-family': ['show', 'highway-network'],
	'catalog-seed': ['catalog', '--source', 'seed'],
};

for (const [name, args] of Object.entries(calls)) {
	it(`prints the golden text of ${args.join(' ')}`, async () => {
		const { code, out, err } = await program.run(...args);
		assert.deepEqual([code, err], [0, '']);
		assertGolden(
			`cli/${name}.txt`,
			out.replace(/atalog \d+\.\d+\.\d+ of \d{4}-\d\d-\d\d/g, 'atalog VERSION of DATE'),
		);
	});
}

it('says its version and how old its catalog is', async () => {
	const { out } = await program.run('--version');
	assert.match(out, /^model-scout \d+\.\d+\.\d+, catalog \d+\.\d+\.\d+ of \d{4}-\d\d-\d\d\n$/);
	assert.ok(out.startsWith(`model-scout ${version},`));
});

it('prints the help when it is called without a verb', async () => {
	const [bare, help] = await Promise.all([program.run(), program.run('--help')]);
	assert.deepEqual(bare, help);
});

it('aligns columns by what a terminal shows, and leaves out columns without text', () => {
	const columns = [{ title: 'Name' }, { title: '' }, { title: 'Count', align: 'right' }] as const;
	const rows = [
		['宽网', '', '5'],
		['é', '', '12345'],
	];
	assert.equal(formatTextTable(columns, rows), '  Name  Count\n  宽网      5\n  é     12345');
});
