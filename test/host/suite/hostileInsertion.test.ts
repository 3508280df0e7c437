import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse as parseYaml } from 'yaml';
import type { Snippet } from '../../../src/frameworks/snippetOffer.ts';
import { hostileCatalogText, hostilePayloads } from '../../support/hostileCatalog.ts';
import { parses, shapeOf } from '../../support/pythonSource.ts';
import { hostileCatalog, setCatalog, unsetCatalog } from './hostileSettings.ts';
import { closeEditors, insert, openText, type OpenText } from './openText.ts';

const catalog = hostileCatalog();
const models = hostilePayloads.map((_payload, index) => `hostile/p${index}`);
/** Those with a checkpoint: the catalog refuses names of weights that no framework could have. */
const loadable = models.filter(model => catalog.checkpointsOf(model).length > 0);

/** What a command leaves in an empty file, one model after the other, each in place of the one before. */
async function insertedTexts(
	open: OpenText,
	run: (model: string) => Promise<Snippet>,
	subjects = models,
): Promise<readonly string[]> {
	const { document } = open.editor;
	const texts: string[] = [];
	for (const model of subjects) {
		const all = new vscode.Range(0, 0, document.lineCount, 0);
		await open.editor.edit(edit => {
			edit.delete(all);
		});
		const snippet = await run(model);
		assert.equal(document.getText(), snippet.text, 'the editor reads nothing in it as a place to type in');
		texts.push(document.getText());
	}
	return texts;
}

const insertRecord = (model: string): Promise<Snippet> => insert({ model }, 'modelScout.insertConfigRecord');

/** A record as it is read, without its figures. */
function expectedName(model: string): string | undefined {
	return catalog.modelById.get(model)?.name;
}

describe('of a hostile catalog', function () {
	this.timeout(120_000);

	before(() => setCatalog(hostileCatalogText(), 'figures, row'));
	afterEach(closeEditors);
	after(unsetCatalog);

	for (const kind of ['load', 'finetune']) {
		it(`each snippet to ${kind} is the same code around one string`, async () => {
			const open = await openText('|');
			const texts = await insertedTexts(open, model => insert({ model, framework: 'timm', kind }), loadable);
			assert.ok(texts.length > hostilePayloads.length / 2);
			const [first = '', ...others] = texts;
			assert.ok(parses(first), first);
			for (const text of others) assert.deepEqual(shapeOf(text), shapeOf(first), text);
		});
	}

	it('each record in Python is one assignment of literals', async () => {
		const open = await openText('|');
		const texts = await insertedTexts(open, insertRecord);
		const [first = '', ...others] = texts;
		assert.ok(parses(first), first);
		for (const text of others) assert.deepEqual(shapeOf(text), shapeOf(first), text);
	});

	it('each record in JSON reads back as the name that the catalog holds', async () => {
		const open = await openText('|', { file: 'inserted.json', indent: '  ' });
		const texts = await insertedTexts(open, insertRecord);
		assert.deepEqual(
			texts.map(text => nameIn(JSON.parse(text))),
			models.map(expectedName),
		);
	});

	it('each record in YAML reads back as the name that the catalog holds', async () => {
		const open = await openText('|', { file: 'inserted.yaml' });
		const texts = await insertedTexts(open, insertRecord);
		assert.deepEqual(
			texts.map(text => nameIn(parseYaml(text))),
			models.map(expectedName),
		);
	});
});

function nameIn(read: unknown): unknown {
	assert.ok(typeof read === 'object' && read !== null);
	return Reflect.get(read, 'name');
}
