import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';

const code = ['net = make({{name}}, classes={{classes}})', 'net.size = {{input}}'];
const templates = [
	{ name: 'ours', frameworks: ['timm'], imports: ['from ours import make'], code },
	{ name: 'broken', code: 'make("{{name}}")' },
];

const program = useCommandLine(folder => {
	writeFileSync(join(folder, 'team.json'), JSON.stringify({ templates }));
});
const call = ['snippet', 'resnet50', '--framework', 'timm'] as const;

it('writes a template of a file for the weights that are asked for, and never as one that was run', async () => {
	const args = [...call, '--kind', 'ours', '--templates', 'team.json', '--classes', '3'];
	const made = outputSchemas.snippet.parse(await program.json(...args));
	assert.equal(made.text, `from ours import make\n\n${made.code}`);
	assert.match(made.code, /^net = make\("resnet50\.\w+", classes=3\)\nnet\.size = \[\d+, \d+\]$/);
	assert.deepEqual([made.kind, made.template, made.ranWith], ['template', 'ours', null]);
	const { out } = await program.run(...args);
	assert.match(out, /\n\n# not run\n$/);
});

it('names a bad template and its line on stderr, and what else there is where one is not known', async () => {
	const good = await program.run(...call, '--kind', 'ours', '--templates', 'team.json');
	assert.match(good.err, /^team\.json: templates, row 2, line 1: \{\{name\}\} must stand alone as a value[^\n]*\n$/);
	assert.equal(good.code, 0);
	const unknown = await program.run(...call, '--kind', 'broken', '--templates', 'team.json');
	assert.equal(
		unknown.err,
		'model-scout: --kind takes load, features, finetune, config, record, architecture, ours, not "broken"\n',
	);
	assert.equal(unknown.code, 2);
	const lost = await program.run(...call, '--templates', 'none.json');
	assert.equal(lost.err, 'model-scout: cannot read the file of templates "none.json": there is no such file\n');
});

it('reads model-scout.templates.json of the folder of the call', async () => {
	assert.equal((await program.run(...call, '--kind', 'here')).code, 2);
	const here = [{ name: 'here', language: 'yaml', code: 'net: {{name}}' }];
	writeFileSync(join(program.folder, 'model-scout.templates.json'), JSON.stringify({ templates: here }));
	assert.match((await program.run(...call, '--kind', 'here')).out, /^net: resnet50\.\w+\n/);
});
