import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/host/commands/ids.ts';

describe('what the manifest contributes', () => {
	it('has a handler for every command', async () => {
		await vscode.extensions.getExtension('model-scout.model-scout')?.activate();
		const registered = new Set(await vscode.commands.getCommands(true));
		assert.deepEqual(
			commandIds.filter(id => !registered.has(id)),
			[],
		);
	});

	it('has the defaults that it says', () => {
		const settings = vscode.workspace.getConfiguration('modelScout');
		assert.equal(settings.get('budget'), '');
		assert.equal(settings.get('latencyDevice'), '');
		assert.equal(settings.get('flopsMeans'), 'flops');
		assert.deepEqual(settings.get('frameworks'), []);
		assert.deepEqual(settings.get('catalogs'), []);
		assert.equal(settings.get('tree.grouping'), 'class');
	});
});
