import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openCell, type OpenCell } from './openCell.ts';
import { assertOnFirstStop, closeEditors, eventually, insert } from './openText.ts';

const timm = { checkpoint: 'timm:mobilenetv2_100.ra_in1k', framework: 'timm' };
const torchvision = { checkpoint: 'torchvision:mobilenet_v2.IMAGENET1K_V2', framework: 'torchvision' };

function textsOf({ notebook }: OpenCell): readonly string[] {
	return notebook.getCells().map(({ document }) => document.getText());
}

describe('in a notebook', () => {
	afterEach(closeEditors);

	it('a snippet goes to the focused cell, without the imports of other cells, its first stop selected', async () => {
		const cell = await openCell('inserted-1', ['import timm', '', 'print(1)'], 1);
		const snippet = await insert(timm);
		assert.deepEqual(textsOf(cell), ['import timm', snippet.code, 'print(1)']);
		await assertOnFirstStop(cell.editor, snippet);
	});

	it('imports that no cell has go to the focused cell', async () => {
		const cell = await openCell('inserted-2', ['import timm', ''], 1);
		const snippet = await insert(torchvision);
		assert.deepEqual(textsOf(cell), ['import timm', snippet.text]);
	});

	it('one undo takes code and imports away again', async () => {
		const cell = await openCell('inserted-3', ['x = 1', 'y = 2\n'], 1);
		await insert(timm);
		assert.notEqual(textsOf(cell)[1], 'y = 2\n');
		await vscode.commands.executeCommand('undo');
		await eventually(() => textsOf(cell)[1] === 'y = 2\n');
		assert.deepEqual(textsOf(cell), ['x = 1', 'y = 2\n']);
	});

	it('the framework is guessed from the cell itself', async () => {
		const cell = await openCell('inserted-4', ['x = 1', 'import keras\n'], 1);
		await insert({ model: 'mobilenet-v2/1.0' });
		assert.match(textsOf(cell)[1] ?? '', /keras\.applications\.MobileNetV2/);
	});
});
