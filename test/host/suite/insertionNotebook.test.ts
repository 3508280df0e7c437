import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertOnFirstStop, closeEditors, eventually, insert, workspaceFile } from './openText.ts';

const timm = { checkpoint: 'timm:mobilenetv2_100.ra_in1k', framework: 'timm' };
const torchvision = { checkpoint: 'torchvision:mobilenet_v2.IMAGENET1K_V2', framework: 'torchvision' };

/** Makes each notebook a file of its own, so that no editor of an older one is in the way. */
let opened = 0;

interface Cell {
	readonly editor: vscode.TextEditor;
	readonly notebook: vscode.NotebookDocument;
}

/** Writes a notebook of code cells, opens it and puts the cursor into one of them. */
async function openCell(cells: readonly string[], focused: number): Promise<Cell> {
	opened += 1;
	const uri = workspaceFile(`inserted-${opened}.ipynb`);
	const code = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [] };
	const file = {
		cells: cells.map(source => ({ ...code, source: [source] })),
		metadata: { language_info: { name: 'python' } },
		nbformat: 4,
		nbformat_minor: 5,
	};
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(file)));
	const notebook = await vscode.workspace.openNotebookDocument(uri);
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

function textsOf({ notebook }: Cell): readonly string[] {
	return notebook.getCells().map(({ document }) => document.getText());
}

describe('in a notebook', () => {
	afterEach(closeEditors);

	it('a snippet goes to the focused cell, without the imports of other cells, its first stop selected', async () => {
		const cell = await openCell(['import timm', '', 'print(1)'], 1);
		const snippet = await insert(timm);
		assert.deepEqual(textsOf(cell), ['import timm', snippet.code, 'print(1)']);
		await assertOnFirstStop(cell.editor, snippet);
	});

	it('imports that no cell has go to the focused cell', async () => {
		const cell = await openCell(['import timm', ''], 1);
		const snippet = await insert(torchvision);
		assert.deepEqual(textsOf(cell), ['import timm', snippet.text]);
	});

	it('one undo takes code and imports away again', async () => {
		const cell = await openCell(['x = 1', 'y = 2\n'], 1);
		await insert(timm);
		assert.notEqual(textsOf(cell)[1], 'y = 2\n');
		await vscode.commands.executeCommand('undo');
		await eventually(() => textsOf(cell)[1] === 'y = 2\n');
		assert.deepEqual(textsOf(cell), ['x = 1', 'y = 2\n']);
	});

	it('the framework is guessed from the cell itself', async () => {
		const cell = await openCell(['x = 1', 'import keras\n'], 1);
		await insert({ model: 'mobilenet-v2/1.0' });
		assert.match(textsOf(cell)[1] ?? '', /keras\.applications\.MobileNetV2/);
	});
});
