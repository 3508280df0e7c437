import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openCode } from './openCode.ts';
import { closeEditors, eventually, openText, workspaceFile } from './openText.ts';

const code = 'import timm\nm = timm.create_model("resnet152|")\n';

async function write(name: string, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
}

async function hintsIn(document: vscode.TextDocument): Promise<readonly string[]> {
	const range = new vscode.Range(0, 0, document.lineCount, 0);
	const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
		'vscode.executeInlayHintProvider',
		document.uri,
		range,
	);
	return hints.map(({ label, position }) => {
		const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
		return `${position.line}:${position.character} ${text}`;
	});
}

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('modelScout');

describe('hints beside names of models', () => {
	afterEach(async () => {
		for (const key of ['budget', 'hints'])
			await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
	});

	it('are none without a budget, one where a model exceeds it, and of every model where all are wanted', async () => {
		const { document } = await openCode(code);
		assert.deepEqual(await hintsIn(document), []);
		await settings().update('budget', '10M params', vscode.ConfigurationTarget.Global);
		await eventually(async () => (await hintsIn(document)).length === 1);
		assert.deepEqual(await hintsIn(document), ['1:33 60.19 M params · over budget']);
		await settings().update('budget', undefined, vscode.ConfigurationTarget.Global);
		await vscode.commands.executeCommand('modelScout.toggleHints');
		await eventually(async () => (await hintsIn(document)).length === 1);
		assert.ok(/^1:33 [\d.]+ G MACs$/.test((await hintsIn(document)).join()));
		await vscode.commands.executeCommand('modelScout.toggleHints');
		assert.deepEqual(await hintsIn(document), []);
	});
});

describe('the models of the workspace', () => {
	afterEach(closeEditors);

	it('are found without an error, and a place of them opens with its name selected', async () => {
		await write('named.py', code.replace('|', ''));
		await vscode.commands.executeCommand('modelScout.findInWorkspace');
		const uri = workspaceFile('named.py').toString();
		await vscode.commands.executeCommand('modelScout.openPlace', { uri, line: 1, column: 23, length: 9 });
		const editor = vscode.window.activeTextEditor;
		assert.equal(editor?.document.getText(editor.selection), 'resnet152');
	});

	it('open in no file outside of it', async () => {
		const place = { uri: 'file:///etc/passwd', line: 0, column: 0, length: 1 };
		const failed = await vscode.commands.executeCommand('modelScout.openPlace', place).then(
			() => false,
			() => true,
		);
		assert.ok(failed);
	});
});

describe('the budget for code', () => {
	it('opens where it stands, and a file to fill in where there is none', async () => {
		await openText(code, { file: 'named.py' });
		await vscode.commands.executeCommand('modelScout.openBudget');
		const draft = vscode.window.activeTextEditor?.document;
		assert.equal(draft?.uri.scheme, 'untitled');
		assert.ok(draft.getText().includes('"budgets"'));
		await closeEditors();
		await write('model-scout.json', '{ "budgets": [{ "limits": "1G" }] }');
		await openText(code, { file: 'named.py' });
		await eventually(async () => {
			await vscode.commands.executeCommand('modelScout.openBudget');
			return vscode.window.activeTextEditor?.document.uri.path.endsWith('/model-scout.json') ?? false;
		});
		const { activeTextEditor } = vscode.window;
		assert.equal(activeTextEditor?.document.uri.scheme, workspaceFile('x').scheme);
		await closeEditors();
		for (const name of ['model-scout.json', 'named.py']) await vscode.workspace.fs.delete(workspaceFile(name));
		await new Promise(done => setTimeout(done, 1000)); // until the editor has seen that they are gone
	});
});
