import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';

const table = 'model,input,top-1,GFLOPs,Pixel 3 (ms)\nOwnNet,224,99.5,0.002,7.5\nresnet50,224,good,,\n';
const timm = [
	'model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation',
	'resnet50.newer_in1k,224,81.000,19.000,95.000,5.000,25.56,0.95,bicubic',
	'no_such_net.a1_in1k,224,81.000,19.000,95.000,5.000,25.56,0.95,bicubic',
];

const program = useCommandLine(folder => {
	writeFileSync(join(folder, 'own.csv'), table);
	writeFileSync(join(folder, 'own.md'), '| model | top-1 |\n| --- | --- |\n| MarkNet | 99.9 |\n');
	writeFileSync(join(folder, 'results.csv'), timm.join('\n'));
});

it('prints a catalog that can be read by itself, and names what is left out on stderr', async () => {
	const { code, out, err } = await program.run('import', 'own.csv', '--date', '2024-02-29');
	assert.equal(code, 0);
	const { problems, records } = parseCatalogText(out, 'x');
	assert.deepEqual(problems, []);
	assert.deepEqual(
		records.figures.map(({ of, kind, value, source }) => [of, kind, value, source]),
		[
			['own.csv/ownnet@224', 'top1', 99.5, 'user:own.csv'],
			['own.csv/ownnet@224', 'macs', 1_000_000, 'user:own.csv'],
		],
	);
	assert.deepEqual(
		records.sources.map(({ id, date }) => [id, date]),
		[['user:own.csv', '2024-02-29']],
	);
	assert.match(err, /^own\.csv: row 2, line 3: expected a number above 0 /m);
	assert.match(err, /models of their own in "Models of own\.csv": OwnNet/);
});

it('reads tables as catalogs of every call', async () => {
	const { out } = await program.run(
		'pick',
		'--budget',
		'2M',
		'--json',
		'--catalog',
		'own.csv',
		'--catalog',
		'own.md',
	);
	const { matches } = outputSchemas.pick.parse(JSON.parse(out));
	assert.deepEqual(
		[matches[0]?.id, matches[0]?.figures.top1],
		['own.csv/ownnet@224', { value: 99.5, source: 'user:own.csv' }],
	);
});

it('imports results of timm for the architectures of the catalog, and lists the others', async () => {
	const { out, err } = await program.run('import', 'results.csv', '--as', 'timm-results', '--date', '2024-02-29');
	const { records, problems } = parseCatalogText(out, 'x');
	assert.deepEqual(problems, []);
	assert.deepEqual(
		records.candidates.map(({ id, model }) => [id, model]),
		[['timm:resnet50.newer_in1k@224', 'resnet/50']],
	);
	assert.match(err, /^results\.csv: line 3: no_such_net\.a1_in1k: the architecture no_such_net is not mapped/m);
	assert.deepEqual([...new Set(records.figures.map(({ source }) => source))], ['user:results.csv-of-2024-02-29']);
});

const refused: readonly (readonly [readonly string[], RegExp])[] = [
	[['import'], /import takes one file/],
	[['import', 'none.csv'], /cannot read the catalog "none\.csv": there is no such file/],
	[['import', 'own.csv', '--format', 'json'], /nothing to import: own\.csv: not valid JSON/],
	[['import', 'own.csv', '--date', 'today'], /--date takes a date such as 2024-02-29, not "today"/],
	[['import', 'own.csv', '--as', 'timm-benchmark'], /needs --device, --runtime and --precision/],
	[['import', 'own.csv', '--as', 'timm-results', '--format', 'csv'], /--format is for tables/],
];
for (const [args, expected] of refused) {
	it(`says in one line what is wrong with: ${args.join(' ')}`, async () => {
		const { code, out, err } = await program.run(...args);
		assert.deepEqual([code, out], [2, '']);
		assert.match(err, expected);
		assert.equal(err.trimEnd().split('\n').length, 1);
	});
}
