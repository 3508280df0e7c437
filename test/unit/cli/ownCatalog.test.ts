import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputSchemas } from '../../../src/cli/outputs.schema.ts';
import { useCommandLine } from '../../support/builtCommandLine.ts';
import { hostileCatalogText, refusedFigures } from '../../support/hostileCatalog.ts';

const own = {
	families: [{ id: 'own-net', name: 'OwnNet', task: 'classification', weightClass: 'lightweight' }],
	models: [{ id: 'own-net/1.0', family: 'own-net', name: 'OwnNet 1.0' }],
	candidates: [{ id: 'own-net/1.0@224', model: 'own-net/1.0', input: [224, 224], dataset: 'imagenet-1k' }],
	figures: [
		{ of: 'own-net/1.0@224', kind: 'top1', value: 99.5 },
		{ of: 'own-net/1.0@224', kind: 'macs', value: 'many' },
		{ of: 'own-net/1.0@224', kind: 'macs', value: 1_000_000 },
	],
};

const program = useCommandLine(folder => {
	writeFileSync(join(folder, 'own.json'), JSON.stringify(own));
	writeFileSync(join(folder, 'hostile.json'), hostileCatalogText());
	const thief = { models: [{ id: 'resnet/50', family: 'resnet', name: 'Better ResNet' }] };
	writeFileSync(join(folder, 'thief.json'), JSON.stringify(thief));
});

it('adds the good rows of a catalog, names the bad one on stderr, and exits 0', async () => {
	const { code, out, err } = await program.run('pick', '--budget', '2M', '--json', '--catalog', 'own.json');
	const { matches } = outputSchemas.pick.parse(JSON.parse(out));
	assert.deepEqual(
		[code, matches[0]?.id, matches[0]?.figures.top1],
		[0, 'own-net/1.0@224', { value: 99.5, source: 'user:own.json' }],
	);
	assert.match(err, /^own\.json: figures, row 2, line 1: expected [^\n]*value\n$/);
});

it('never lets a catalog replace a shipped record', async () => {
	const { code, out, err } = await program.run('show', 'resnet/50', '--catalog', 'thief.json');
	assert.deepEqual([code, out.includes('Better ResNet')], [0, false]);
	assert.match(err, /^thief\.json: models, row 1, line 1: [^\n]*resnet\/50[^\n]*\n$/);
});

it('takes several catalogs', async () => {
	const args = ['catalog', '--json', '--catalog', 'own.json', '--catalog', 'hostile.json'];
	const [{ out }, plain] = await Promise.all([program.run(...args), program.json('catalog')]);
	const added = outputSchemas.catalog.parse(JSON.parse(out));
	const shipped = outputSchemas.catalog.parse(plain);
	assert.ok(added.families > shipped.families + 1);
	assert.ok((added.figures['user:own.json'] ?? 0) > 0 && (added.figures['user:hostile.json'] ?? 0) > 0);
});

it('survives a hostile catalog: rows are named, nothing reaches the terminal that it would obey', async () => {
	const name = 'hostile/p0';
	const calls = [
		['show', name],
		['show', name, '--format', 'markdown'],
		['show', 'hostile-p0'],
		['compare', name, 'resnet/50'],
		['compare', name, '--format', 'csv'],
		['pick', '--budget', '5M'],
		['why', name, '--budget', '5M'],
		['snippet', name, '--framework', 'record', '--language', 'yaml'],
		['cost', name],
		['catalog'],
	];
	const runs = await Promise.all(calls.map(args => program.run(...args, '--catalog', 'hostile.json')));
	runs.forEach(({ code, out, err }, index) => {
		assert.equal(code, 0, `${String(calls[index])}: ${err}`);
		assert.doesNotMatch(out, /[^\P{C}\n\r]/u, String(calls[index]));
		const lines = err.trimEnd().split('\n');
		assert.equal(lines.length, 21);
		assert.ok(
			lines.slice(0, 20).every(line => /^hostile\.json: (\w+, row \d+: )?[^\p{C}]+$/u.test(line)),
			err,
		);
		assert.match(lines[20] ?? '', /^\d+ more problems in your catalogs$/);
	});
	assert.ok(refusedFigures.length > 10);
}).timeout(60_000);
