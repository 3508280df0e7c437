import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './openText.ts';

export interface OpenCell {
	readonly editor: vscode.TextEditor;
	readonly notebook: vscode.NotebookDocument;
}

/** Writes a notebook of code cells, opens it and puts the cursor into one of them. Its name has to be its own, so that no editor of an older one is in the way. */
export async function openCell(name: string, cells: readonly string[], focused: number): Promise<OpenCell> {
	const notebook = await openNotebook(name, cells);
	const selections = [new vscode.NotebookRange(focused, focused + 1)];
	await vscode.window.showNotebookDocument(notebook, { selections });
	const { document } = notebook.cellAt(focused);
	const isFocused = (): boolean => vscode.window.activeTextEditor?.document === document;
	await eventually(async () => {
		await vscode.commands.executeCommand('notebook.cell.edit'); // does nothing before the notebook is drawn
		return isFocused();
	});
	assert.ok(isFocused(), 'the cell has the focus');
	const editor = vscode.window.activeTextEditor;
	assert.ok(editor);
	return { editor, notebook };
}

/** Writes a notebook of code cells and opens it, without showing it. */
export async function openNotebook(name: string, cells: readonly string[]): Promise<vscode.NotebookDocument> {
	const uri = workspaceFile(`${name}.ipynb`);
	const code = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [] };
	const file = {
		cells: cells.map(source => ({ ...code, source: [source] })),
		metadata: { language_info: { name: 'python' } },
		nbformat: 4,
		nbformat_minor: 5,
	};
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(file)));
	return vscode.workspace.openNotebookDocument(uri);
}
