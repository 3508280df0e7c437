import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { verbs } from '../../../src/cli/commandLine.ts';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { schemaFiles } from '../../support/schemaFiles.ts';

const program = useCommandLine(folder => {
	writeFileSync(join(folder, 'own.csv'), 'model,input,top-1\nOwnNet,224,75\n');
	writeFileSync(join(folder, 'train.py'), 'import timm\nmodel = timm.create_model("resnet50")\n');
	const source = ['import timm\n', 'a = "é"; m = timm.create_model("resnet50")'];
	writeFileSync(join(folder, 'net.ipynb'), JSON.stringify({ cells: [{ cell_type: 'code', source }] }, undefined, 1));
});

const calls: readonly (readonly string[])[] = [
	['pick', '--budget', '300M, 60ms@pixel-1, top1 ≥ 60'],
	['pick', '--budget', '0.6 GFLOPs', '--framework', 'torchvision', '--limit', '3'],
	['pick', '--budget', '≤ resnet50', '--family', 'ResNet'],
	['pick', '--budget', '1 B'],
	['pick', '--budget', '300M', '--task', 'detection'],
	['pick', '--budget', '300M', '--licence', 'permissive,CC-BY-NC-4.0'],
	['why', 'resnet50', '--budget', '300M', '--licence', 'permissive'],
	['why', 'resnet50', '--budget', '300M'],
	['why', 'seed#31', '--budget', '60ms@pixel-1'],
	['find', 'mbv3 framework:timm year:>=2019'],
	['find', 'zzzzzz'],
	['show', 'mobilenet-v3/large-1.0'],
	['show', 'resnet'],
	['show', 'highway-network'],
	['show', 'seed#51'],
	['show', 'timm:resnet50'],
	['compare', 'mobilenet-v2/1.0', 'seed#31', 'efficientnet/b0'],
	['cost', 'mobilenet-v2/1.0'],
	['cost', 'convnext-v2/tiny'],
	['cost', 'mobilenet-v2/1.0', '--source', 'seed'],
	['cost', 'mobilenet-v2/1.0', '--input', '331x224', '--width', '0.6'],
	['snippet', 'resnet50', '--framework', 'timm'],
	['snippet', 'peleenet', '--framework', 'record', '--language', 'python'],
	['snippet', 'peleenet', '--kind', 'architecture'],
	['snippet', 'mobilenet-v2/1.0', '--kind', 'architecture', '--language', 'json', '--width', '0.6', '--input', '160'],
	['export', 'squeezenet/1.1', '--output', 'written.onnx', '--input', '128'],
	['catalog'],
	['catalog', '--source', 'seed'],
	['import', 'own.csv', '--date', '2024-02-29'],
	['lint'],
	['lint', '--rule', 'unit-slip'],
	['lint', 'own.csv'],
	['check', 'train.py', 'net.ipynb', '--budget', '300M'],
];

const verbNames = [
	'pick',
	'why',
	'find',
	'show',
	'compare',
	'cost',
	'snippet',
	'export',
	'catalog',
	'import',
	'lint',
	'check',
] as const;

it('has a schema for what each verb prints, and each is tried', () => {
	const names = verbs.map(({ name }) => name);
	assert.deepEqual(names, [...verbNames]);
	assert.deepEqual(Object.keys(outputSchemas).sort(), names.toSorted());
	assert.deepEqual([...new Set(calls.map(([verb]) => verb))].sort(), names.toSorted());
});

for (const args of calls) {
	it(`prints one JSON document of its schema: ${args.join(' ')}`, async () => {
		const output = await program.json(...args);
		const verb = verbNames.find(name => name === args[0]);
		assert.ok(verb);
		assert.deepEqual(outputSchemas[verb].parse(output), output);
		const file = readFileSync(`data/schemas/${verb}.output.schema.json`, 'utf8');
		const published = z.fromJSONSchema(z.record(z.string(), z.json()).parse(JSON.parse(file)));
		assert.deepEqual(published.safeParse(output).error?.issues ?? [], []);
	});
}

it('keeps the schema files up to date: npm run schemas', () => {
	const files = schemaFiles();
	for (const { path, text } of files) assert.equal(existsSync(path) ? readFileSync(path, 'utf8') : '', text, path);
	assert.deepEqual(
		readdirSync('data/schemas')
			.map(name => `data/schemas/${name}`)
			.sort(),
		files.map(({ path }) => path).sort(),
	);
});

it('tells where a name stands in the file of a notebook, and a budget that it exceeds', async () => {
	const { mentions, findings } = outputSchemas.check.parse(
		await program.json('check', 'net.ipynb', '--budget', '1M'),
	);
	assert.deepEqual(mentions, [
		{
			path: 'net.ipynb',
			line: 7,
			column: 41,
			endColumn: 49,
			framework: 'timm',
			name: 'resnet50',
			model: 'resnet/50',
		},
	]);
	assert.deepEqual(
		findings.map(({ line, column, severity, code }) => [line, column, severity, code]),
		[[7, 41, 'warning', 'over-budget']],
	);
});
