import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentUri, type DocumentAddress } from '../../../src/host/documents/documentUri.ts';

async function textOf(address: DocumentAddress): Promise<string> {
	return (await vscode.workspace.openTextDocument(documentUri(address))).getText();
}

const compared = { kind: 'comparison', title: 'Model Comparison', extension: 'md', query: '' } as const;

describe('read-only documents', () => {
	it('show the card of a model with its sources', async () => {
		const text = await textOf({ kind: 'card', title: 'A card', extension: 'md', query: 'mobilenet-v3/large-1.0' });
		assert.ok(text.startsWith('# MobileNetV3'), text.slice(0, 80));
		assert.ok(text.includes('Sources') || text.includes('source'), 'no sources');
	});

	it('say what is wrong where the record is no longer there', async () => {
		const text = await textOf({ kind: 'card', title: 'Gone', extension: 'md', query: 'no-such-model/1.0' });
		assert.ok(text.includes('"no-such-model/1.0" is not in the catalog'), text);
	});

	it('answer a stored request for a budget', async () => {
		const query = JSON.stringify({ budget: '≤300M', source: 'seed' });
		const text = await textOf({ kind: 'pick', title: 'Pick', extension: 'txt', query });
		assert.ok(text.includes('MobileNetV3-Large'), text);
	});

	for (const query of ['', '{', '{"budget":7}', '{"budget":"1M","extra":1}']) {
		it(`take ${JSON.stringify(query)} for a request that cannot be read`, async () => {
			const text = await textOf({ kind: 'pick', title: `Pick ${query}`, extension: 'txt', query });
			assert.ok(text.includes('cannot be read'), text);
		});
	}
});

describe('the comparison', () => {
	afterEach(() => vscode.commands.executeCommand('modelScout.clearComparison'));

	async function comparedRows(): Promise<number> {
		// header and rule stand above the rows
		return (await textOf(compared)).split('\n').filter(line => line.startsWith('|')).length - 2;
	}

	it('is shared by the commands and the document, which follows it', async () => {
		await vscode.commands.executeCommand('modelScout.addToComparison', ['mobilenet-v2/1.0', 'efficientnet/b0']);
		assert.equal(await comparedRows(), 2);
		await vscode.commands.executeCommand('modelScout.toggleComparison', 'resnet/50');
		await changeOf(documentUri(compared));
		assert.equal(await comparedRows(), 3);
		await vscode.commands.executeCommand('modelScout.toggleComparison', ['resnet/50', 'mobilenet-v2/1.0']);
		await changeOf(documentUri(compared));
		assert.equal(await comparedRows(), 1);
	});
});

/** Waits until the editor has the new text of a document, for a second at most. */
async function changeOf(uri: vscode.Uri): Promise<void> {
	await new Promise<void>(done => {
		const timer = setTimeout(done, 1000);
		const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
			if (document.uri.toString() !== uri.toString()) return;
			clearTimeout(timer);
			listener.dispose();
			done();
		});
	});
}
