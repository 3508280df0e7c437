import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';

const json = [
	'{ "figures": [',
	'	{ "of": "resnet/50", "kind": "params", "value": 51100000 },',
	'	{ "of": "resnet/50", "kind": "params", "value": "many" },',
	'	{ "of": "resnet/50", "kind": "macs", "value": 4100000, "conditions": { "input": [224, 224] } }',
	'] }',
].join('\n');
const csv = 'model,input,top-1,params (M),MACs (M)\nresnet50,224,77.2,25.6,8200\n';
const markdown = '| model | input | top-1 | params (M) |\n| --- | --- | --- | --- |\n| OwnNet | 224 | 88 | 1.0 |\n';

const program = useCommandLine(folder => {
	writeFileSync(join(folder, 'own.json'), json);
	writeFileSync(join(folder, 'own.csv'), csv);
	writeFileSync(join(folder, 'own.md'), markdown);
	writeFileSync(join(folder, 'good.json'), '{ "figures": [] }');
});

it('tells each finding and each bad row of a JSON catalog with line and column, and exits 1 for an error', async () => {
	const { code, out, err } = await program.run('lint', 'own.json');
	assert.deepEqual([code, err], [1, '']);
	assert.match(out, /^own\.json:2:50: warning: resnet\/50: figures, row 1: .* is twice .* \[unit-slip\]$/m);
	assert.match(out, /^own\.json:3:50: error: figures, row 2: expected number, .* \[row\]$/m);
	assert.match(out, /^own\.json:4:48: error: resnet\/50: figures, row 3: .* a thousandth .* \[unit-slip\]$/m);
	assert.match(out, /\n\n2 errors, 1 warning, 0 for information\n$/);
});

it('marks the figure in a row of a table, and exits 0 for warnings alone', async () => {
	const [table, list] = await Promise.all([program.run('lint', 'own.csv'), program.run('lint', 'own.md')]);
	assert.deepEqual([table.code, list.code], [0, 0]);
	assert.match(table.out, /^own\.csv:2:24: warning: .* 8\.2 G MACs is twice .* \[unit-slip\]$/m);
	assert.match(list.out, /^own\.md:3:18: warning: .* above every published network .* \[implausible-figure\]$/m);
});

it('tells of several files in their order, of one rule alone where it is asked, and of no shipped row', async () => {
	const args = ['lint', 'own.csv', 'own.json', '--rule', 'unit-slip', '--json'];
	const { code, out } = await program.run(...args);
	const { findings, errors, warnings } = outputSchemas.lint.parse(JSON.parse(out));
	assert.deepEqual(
		findings.map(({ path, line, severity, code: rule }) => [path, line, severity, rule]),
		[
			['own.csv', 2, 'warning', 'unit-slip'],
			['own.json', 2, 'warning', 'unit-slip'],
			['own.json', 4, 'error', 'unit-slip'],
		],
	);
	assert.deepEqual([code, errors, warnings], [1, 1, 2]);
});

it('finds nothing in a catalog without rows, and exits 2 for a file that is none', async () => {
	const [good, missing] = await Promise.all([program.run('lint', 'good.json'), program.run('lint', 'none.json')]);
	assert.deepEqual([good.code, good.out], [0, '0 errors, 0 warnings, 0 for information\n']);
	assert.equal(missing.code, 2);
	assert.match(missing.err, /^model-scout: cannot read the catalog "none\.json": [^\n]*\n$/);
});
