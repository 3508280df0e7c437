import assert from 'node:assert/strict';
import { importTable } from '../../../src/catalog/importers/tableOnDesktop.ts';
import { layerCatalogs, type CatalogLayer, type LayeredFile } from '../../../src/catalog/layerCatalogs.ts';
import { catalogFormat, parseCatalogFile } from '../../../src/catalog/parseCatalogFile.ts';
import { aCatalog } from '../../support/builders.ts';

const shipped = aCatalog({ candidates: [{ id: 'a-net/1.0@224', top1: 70, macs: 300e6 }] });

function aFile(origin: string, layer: CatalogLayer, models: readonly { id: string; name: string }[]): LayeredFile {
	const rows = models.map(model => `{ "family": "a-net", "name": "${model.name}", "id": "${model.id}" }`);
	const text = `{ "models": [\n${rows.join(',\n')}\n] }`;
	return { layer, text, parsed: parseCatalogFile(text, origin, shipped) };
}

/** `line: what is marked: message` of each problem of a file. */
function problemsOf(file: LayeredFile, files: readonly LayeredFile[]): readonly string[] {
	const found = layerCatalogs(shipped, files).problems.get(file) ?? [];
	return found.map(({ line = 0, column = 0, endColumn = 0, message, severity = 'warning' }) => {
		const marked = file.text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) ?? '';
		return `${severity} ${line}: ${marked}: ${message}`;
	});
}

const mine = aFile('/home/me/own.json', 'user', [
	{ id: 'mine', name: 'Mine' },
	{ id: 'both', name: 'Mine too' },
]);
const team = aFile('model-scout.catalog.json', 'workspace', [{ id: 'both', name: 'Theirs' }]);

it('lets a row of the workspace stand before one of the person, in whichever order they are read', () => {
	for (const files of [
		[mine, team],
		[team, mine],
	]) {
		const { catalog } = layerCatalogs(shipped, files);
		assert.equal(catalog.modelById.get('both')?.name, 'Theirs');
		assert.equal(catalog.modelById.get('mine')?.name, 'Mine');
	}
});

it('says at both rows which of them is used', () => {
	assert.deepEqual(problemsOf(mine, [mine, team]), [
		'information 3: "both": the row of model-scout.catalog.json (workspace) with this id is used instead',
	]);
	assert.deepEqual(problemsOf(team, [mine, team]), [
		'information 2: "both": is used instead of the row of /home/me/own.json (yours) with the same id',
	]);
});

it('lets the first of two folders stand before the second', () => {
	const other = aFile('b/model-scout.catalog.json', 'workspace', [{ id: 'both', name: 'Second' }]);
	assert.equal(layerCatalogs(shipped, [team, other]).catalog.modelById.get('both')?.name, 'Theirs');
	assert.equal(problemsOf(other, [team, other]).length, 1);
});

it('never lets a file stand before a shipped record, and warns of it at the row', () => {
	const thief = aFile('model-scout.catalog.json', 'workspace', [{ id: 'a-net/1.0', name: 'Better' }]);
	const { catalog } = layerCatalogs(shipped, [thief]);
	assert.equal(catalog.modelById.get('a-net/1.0'), shipped.modelById.get('a-net/1.0'));
	assert.deepEqual(problemsOf(thief, [thief]), [
		'warning 2: "a-net/1.0": id a-net/1.0 is taken; expected one that the catalog does not have',
	]);
});

it('marks the field that refers to something missing', () => {
	const text =
		'{ "figures": [{ "of": "a-net/1.0", "kind": "params",\n"value": 5, "conditions": { "dataset": "dogs" } }] }';
	const file: LayeredFile = { layer: 'user', text, parsed: parseCatalogFile(text, 'own.json', shipped) };
	const [problem] = problemsOf(file, [file]);
	assert.match(problem ?? '', /^warning 2: "dogs": unknown id dogs/);
});

it('knows the format of a file by its ending', () => {
	const formats = ['a.json', 'a.CSV', 'a.tsv', 'a.md', 'a.Markdown', 'md', 'a.csv.json', 'a'].map(catalogFormat);
	assert.deepEqual(formats, ['json', 'csv', 'tsv', 'markdown', 'markdown', 'json', 'json', 'json']);
});

it('reads a table by the ending of its file, and says at its line what is wrong with a row', () => {
	const text = 'model,input,top-1\nmine,224,75\na-net/1.0,224,good\n';
	const file: LayeredFile = { layer: 'workspace', text, parsed: parseCatalogFile(text, 'own.csv', shipped) };
	const { catalog } = layerCatalogs(shipped, [file]);
	assert.equal(catalog.modelById.get('own.csv/mine')?.name, 'mine');
	assert.equal(catalog.fileById.get('own.csv/mine'), 'own.csv');
	const faults = file.parsed.problems.filter(({ severity }) => severity === undefined);
	assert.deepEqual(
		faults.map(({ line, column }) => [line, column]),
		[[3, 15]],
	);
});

it('says in a browser that tables are read on the desktop', () => {
	const { problems, places } = importTable('', { format: 'csv', origin: 'own.csv', catalog: shipped });
	assert.equal(places.size, 0);
	assert.match(problems[0]?.message ?? '', /on the desktop only/);
});
