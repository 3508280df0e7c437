import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { longCode } from '../../support/longCode.ts';
import { createRandom } from '../../support/random.ts';
import { findings } from './openCode.ts';
import { eventually } from './openText.ts';

const pieces = [
	...['timm.create_model("resnet5O")\n', 'models.resnet50(pretrained=True)\n', 'import timm as t\n', '# é\n', '𝒳'],
	...['"', "'", '(', ')', '[', ',', '=', '\n', '    ', 'x', '0', 'O', 'resnet', '\ndef f():\n    ', 'else:\n'],
];

/** Waits until the findings of a text stay what they are for a second, and returns them. */
async function settledFindings(document: vscode.TextDocument): Promise<readonly string[]> {
	let last: readonly string[] = [];
	await eventually(async () => {
		const before = last;
		await new Promise(done => setTimeout(done, 1000));
		last = await findings(document, -1, 0);
		return last.length > 0 && last.join() === before.join();
	}, 30_000);
	return last;
}

it('a text of 5,000 lines has after 1,000 random edits the findings that it has when it is opened', async function () {
	this.timeout(240_000);
	const random = createRandom(6);
	const document = await vscode.workspace.openTextDocument({ language: 'python', content: longCode(5000) });
	for (let edits = 0; edits < 1000; edits++) {
		const { length } = document.getText();
		const start = Math.floor(random() * length);
		const range = new vscode.Range(
			document.positionAt(start),
			document.positionAt(start + Math.floor(random() ** 4 * 30)),
		);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, range, pieces[Math.floor(random() * pieces.length)] ?? '');
		assert.ok(await vscode.workspace.applyEdit(edit));
		// asked in between, as by a person who points at the text
		if (edits % 10 === 0)
			await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, range.start);
	}
	const edited = await settledFindings(document);
	const fresh = await vscode.workspace.openTextDocument({ language: 'python', content: document.getText() });
	assert.deepEqual(edited, await settledFindings(fresh));
	assert.ok(edited.length > 20, String(edited.length));
});
