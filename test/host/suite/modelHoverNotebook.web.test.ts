import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openNotebook } from './openCell.ts';
import { closeEditors, eventually } from './openText.ts';

describe('a name in a cell of a notebook', () => {
	afterEach(closeEditors);

	it('is understood by what an earlier cell imports', async () => {
		const cells = ['from timm import create_model as make', 'm = make("resnet50")'];
		const notebook = await openNotebook('hovered', cells);
		const position = new vscode.Position(0, 14);
		let text = '';
		await eventually(async () => {
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				notebook.cellAt(1).document.uri,
				position,
			);
			const contents = hovers.flatMap(hover => hover.contents);
			text = contents.map(content => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
			return text !== '';
		}, 10_000);
		assert.ok(text.includes('ResNet-50'), text);
	});
});
