import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyChange, changeRows, cleanUp, setBudget } from './modelChanges.ts';
import { openCell } from './openCell.ts';
import { eventually } from './openText.ts';

describe('in a cell of a notebook a change makes what it says, and one undo brings every byte back', () => {
	afterEach(cleanUp);

	for (const [number, row] of changeRows.entries()) {
		it(`"${row.title}"`, async () => {
			await setBudget(row);
			const before = row.before.replace('|', '');
			const { editor } = await openCell(`fixed-${String(number)}`, ['x = 1', before], 1);
			const { document } = editor;
			const position = document.positionAt(row.before.indexOf('|'));
			editor.selection = new vscode.Selection(position, position);
			assert.equal(document.getText(), before);
			const expected = await applyChange(editor, row);
			assert.equal(document.getText(), expected);
			await vscode.commands.executeCommand('undo');
			await eventually(() => document.getText() === before);
			assert.equal(document.getText(), before);
		});
	}
});
