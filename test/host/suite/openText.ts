import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Snippet } from '../../../src/frameworks/snippetOffer.ts';

export interface TextOptions {
	/** Name of the file; its ending decides the language. */
	readonly file?: string;
	readonly eol?: '\n' | '\r\n';
	/** One level of indentation. */
	readonly indent?: '\t' | '  ' | '    ';
}

/** A saved file of the workspace, open in the focused editor. */
export interface OpenText {
	readonly editor: vscode.TextEditor;
	/** What it held before anything was inserted. */
	readonly before: string;
}

/** Writes a file with `|` where its cursors stand, opens it and puts the cursors there. */
export async function openText(marked: string, options: TextOptions = {}): Promise<OpenText> {
	const { file = 'inserted.py', eol = '\n', indent = '    ' } = options;
	const [first = '', ...rest] = marked.replaceAll('\n', eol).split('|');
	const before = [first, ...rest].join('');
	const offsets = rest.map((_text, index) => [first, ...rest.slice(0, index)].join('').length);
	const uri = workspaceFile(file);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(before));
	const document = await vscode.workspace.openTextDocument(uri);
	const editor = await vscode.window.showTextDocument(document);
	await eventually(() => document.getText() === before); // an editor of the same file may still hold an older text
	assert.equal(document.getText(), before);
	editor.options =
		indent === '\t' ? { insertSpaces: false, tabSize: 4 } : { insertSpaces: true, tabSize: indent.length };
	editor.selections = offsets.map(offset => {
		const position = document.positionAt(offset);
		return new vscode.Selection(position, position);
	});
	return { editor, before };
}

export function workspaceFile(name: string): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) throw new Error('no folder is open');
	return vscode.Uri.joinPath(folder.uri, name);
}

type InsertCommand = 'modelScout.insertSnippet' | 'modelScout.insertConfigRecord';

/** Runs a command that inserts, as another extension would, and returns what it inserted. */
export async function insert(request: object, command: InsertCommand = 'modelScout.insertSnippet'): Promise<Snippet> {
	const snippet = await vscode.commands.executeCommand<Snippet | undefined>(command, request);
	assert.ok(snippet, `${command} returned nothing for ${JSON.stringify(request)}`);
	return snippet;
}

/** One undo brings back the text and its line ends, so that the file counts as unchanged. */
export async function assertOneUndo({ editor, before }: OpenText): Promise<void> {
	const { document } = editor;
	assert.ok(document.getText() !== before, 'the text has changed');
	await vscode.commands.executeCommand('undo');
	await eventually(() => document.getText() === before && !document.isDirty);
	assert.equal(document.getText(), before, 'after one undo');
	assert.equal(document.isDirty, false, 'the file counts as unchanged after one undo');
}

/** Every place of the snippet's first tab stop is selected at every cursor; without a stop there is one cursor each. */
export async function assertOnFirstStop(editor: vscode.TextEditor, snippet: Snippet, cursors = 1): Promise<void> {
	const stops = snippet.parts.flatMap(part => (typeof part === 'string' ? [] : [part]));
	const first = Math.min(...stops.map(({ tabstop }) => tabstop));
	const values = stops.filter(({ tabstop }) => tabstop === first).map(({ value }) => value);
	const onePlace = values.length === 0 ? [''] : values;
	const expected = Array.from({ length: cursors }, () => onePlace).flat();
	await eventually(() => selectedTexts(editor).join() === expected.join());
	assert.deepEqual(selectedTexts(editor), expected);
}

function selectedTexts({ document, selections }: vscode.TextEditor): readonly string[] {
	return selections.map(selection => document.getText(selection));
}

/** Waits until something holds, but not for ever; the caller asserts it. */
export async function eventually(holds: () => boolean | Promise<boolean>, timeoutMs = 3000): Promise<void> {
	const end = Date.now() + timeoutMs;
	while (!(await holds()) && Date.now() < end) await new Promise(done => setTimeout(done, 25));
}

/** Closes every editor and drops what was not saved. */
export async function closeEditors(): Promise<void> {
	for (let attempt = 0; openTabs() > 0; attempt++) {
		assert.ok(attempt < 10, 'an editor stays open');
		const open = openTabs();
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await eventually(() => openTabs() < open);
	}
}

function openTabs(): number {
	return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
}
