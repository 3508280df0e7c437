import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { insertArchitecture } from './insertArchitecture.ts';
import { closeEditors, openText } from './openText.ts';

describe('an architecture', () => {
	afterEach(closeEditors);

	it('goes to a new file of its language where the open one is of another', async () => {
		const open = await openText('import os\n|');
		await insertArchitecture({ model: 'peleenet/1.0', language: 'yaml' });
		const active = vscode.window.activeTextEditor?.document;
		assert.equal(active?.languageId, 'yaml');
		assert.match(active.getText(), /^network: PeleeNet\n/);
		assert.equal(open.editor.document.getText(), open.before);
	});

	it('is refused in words for a language that there is none in', async () => {
		await assert.rejects(
			async () => insertArchitecture({ model: 'resnet/18', language: 'rust' }),
			/Invalid language; expected one of python, yaml, json/,
		);
	});
});
