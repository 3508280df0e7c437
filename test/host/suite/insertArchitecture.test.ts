import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Snippet } from '../../../src/frameworks/snippetOffer.ts';
import { assertOneUndo, closeEditors, openText } from './openText.ts';
import { readFixture } from './projectFiles.ts';

function insertArchitecture(request: object): Thenable<Snippet | undefined> {
	return vscode.commands.executeCommand<Snippet | undefined>('modelScout.insertArchitecture', request);
}

describe('an architecture', () => {
	afterEach(closeEditors);

	it('goes to the cursor of a Python file, its imports above, and one undo takes it back', async () => {
		const open = await openText('import os\n\nprint(os.name)\n|\n');
		await insertArchitecture({ model: 'shufflenet-v2/0.5', language: 'python' });
		const text = open.editor.document.getText();
		const kept = readFixture('architectures/shufflenet-v2-0.5.py') ?? '';
		assert.ok(text.startsWith('import os\n'));
		assert.ok(text.includes(kept.slice(kept.indexOf('def conv_block')).trimEnd()));
		assert.ok(text.indexOf('from torch import nn') < text.indexOf('print('));
		assert.ok(text.includes('print(os.name)\n\n\ndef conv_block('), 'two empty lines before a function');
		await assertOneUndo(open);
	});

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
