import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentUri } from '../../../src/host/documents/documentUri.ts';
import { OneFile } from './oneFile.ts';
import { closeEditors, insert, openText } from './openText.ts';

const timm = { checkpoint: 'timm:mobilenetv2_100.ra_in1k', framework: 'timm', kind: 'load' };

function focusedText(): string | undefined {
	return vscode.window.activeTextEditor?.document.getText();
}

function focusedScheme(): string | undefined {
	return vscode.window.activeTextEditor?.document.uri.scheme;
}

describe('a snippet that no open editor takes', () => {
	afterEach(closeEditors);

	it('goes to a new file where no editor is open', async () => {
		const { text } = await insert(timm);
		assert.equal(focusedScheme(), 'untitled');
		assert.equal(focusedText(), text);
	});

	it('goes to a new file of its language where the editor holds another', async () => {
		const open = await openText('model: a\n|', { file: 'inserted.yaml' });
		const { text } = await insert(timm);
		assert.equal(vscode.window.activeTextEditor?.document.languageId, 'python');
		assert.equal(focusedText(), text);
		assert.equal(open.editor.document.getText(), open.before);
	});

	it('goes to a new file where only a card is open, which cannot be typed in', async () => {
		const card = documentUri({ kind: 'card', title: 'card', extension: 'md', query: 'resnet/50' });
		const { document } = await vscode.window.showTextDocument(card);
		const before = document.getText();
		await insert(timm);
		assert.equal(focusedScheme(), 'untitled');
		assert.equal(document.getText(), before);
	});
});

describe('a call that asks for what does not exist', () => {
	afterEach(closeEditors);

	const wrong = {
		'names a model that is none': { model: 'no such model' },
		'names a framework without such a model': { model: 'tiny-fire/1.0', framework: 'timm' },
		'names a kind that is none': { model: 'resnet/50', kind: 'train' },
		'asks for no classes at all': { model: 'resnet/50', framework: 'timm', kind: 'finetune', classes: 0 },
	};
	for (const [title, request] of Object.entries(wrong)) {
		it(`is refused where it ${title}, and nothing is written`, async () => {
			const open = await openText('x = 1\n|');
			await assert.rejects(insert(request));
			assert.equal(open.editor.document.getText(), open.before);
		});
	}
});

describe('a snippet for an editor without the focus, or one that cannot be typed in,', () => {
	afterEach(closeEditors);

	it('goes to the one that was focused last, while a card has the focus', async () => {
		const open = await openText('|', { file: 'inserted.py' });
		const card = documentUri({ kind: 'card', title: 'card', extension: 'md', query: 'resnet/50' });
		await vscode.window.showTextDocument(card, { viewColumn: vscode.ViewColumn.Beside });
		const { text } = await insert(timm);
		assert.equal(open.editor.document.getText(), text);
	});

	it('leaves a file of a read-only file system as it is', async () => {
		const content = new TextEncoder().encode('x = 1\n');
		const files = vscode.workspace.registerFileSystemProvider('read-only-test', new OneFile(content), {
			isReadonly: true,
		});
		try {
			const uri = vscode.Uri.parse('read-only-test:/locked.py');
			const { document } = await vscode.window.showTextDocument(uri);
			await insert(timm);
			assert.equal(focusedScheme(), 'untitled');
			assert.equal(document.getText(), 'x = 1\n');
		} finally {
			await closeEditors();
			files.dispose();
		}
	});
});
