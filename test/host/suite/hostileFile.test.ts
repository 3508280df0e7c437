import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { maxCatalogBytes } from '../../../src/catalog/parseCatalog.ts';
import { documentUri } from '../../../src/host/documents/documentUri.ts';
import { hostileCatalogText } from '../../support/hostileCatalog.ts';
import { pickSome, problems, setCatalog, unsetCatalog } from './hostileSettings.ts';
import { closeEditors, insert, openText } from './openText.ts';

async function cardOf(model: string): Promise<string> {
	const uri = documentUri({ kind: 'card', title: 'card', extension: 'md', query: model });
	return (await vscode.workspace.openTextDocument(uri)).getText();
}

async function shippedMatches(): Promise<readonly string[]> {
	const { matches } = await pickSome();
	return matches.map(({ id }) => id).filter(id => !id.startsWith('hostile/'));
}

describe('a file set as a catalog', function () {
	this.timeout(60_000);

	afterEach(async () => {
		await closeEditors();
		await unsetCatalog();
	});

	it('takes the place of nothing that is shipped: each such row is a problem', async () => {
		const card = await cardOf('resnet/50');
		const taken = {
			families: [{ id: 'resnet', name: 'Taken', task: 'detection', weightClass: 'heavy' }],
			models: [{ id: 'resnet/50', family: 'resnet', name: 'Taken' }],
			checkpoints: [{ id: 'timm:mobilenetv2_100.ra_in1k', model: 'resnet/50', framework: 'timm', name: 'taken' }],
			sources: [{ id: 'seed', title: 'Taken', kind: 'seed', where: 'here' }],
		};
		await setCatalog(JSON.stringify(taken), 'models, row 1');
		for (const list of Object.keys(taken))
			assert.ok(
				problems().some(each => each.startsWith(`${list}, row 1: `)),
				`${list}: ${problems().join('\n')}`,
			);
		assert.equal(await cardOf('resnet/50'), card);
		await openText('|');
		const { code } = await insert({ checkpoint: 'timm:mobilenetv2_100.ra_in1k', kind: 'load' });
		assert.match(code, /create_model\("mobilenetv2_100\.ra_in1k"/);
	});

	for (const [title, text] of Object.entries({
		'of more than 10 MB on one line': `{"models":"${'m'.repeat(maxCatalogBytes)}"}`,
		'that is cut short': hostileCatalogText(1000).slice(0, 5000),
		'of a million brackets': '['.repeat(1_000_000),
		'that is no JSON at all': '\u0000\u0001PNG',
		'that is a list': '[1, 2, 3]',
		'of nothing': '',
	})) {
		it(`${title} is one problem, and the shipped models stay`, async () => {
			const before = await shippedMatches();
			await setCatalog(text, '');
			assert.equal(problems().length, 1, problems().join('\n'));
			assert.deepEqual(await shippedMatches(), before);
		});
	}

	it('that turns bad keeps what it held', async () => {
		await setCatalog(hostileCatalogText(1000), 'figures, row');
		await setCatalog('{', 'JSON');
		const { matches } = await pickSome();
		assert.ok(matches.some(({ id }) => id.startsWith('hostile/')));
	});
});
