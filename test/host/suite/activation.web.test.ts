import assert from 'node:assert/strict';
import * as vscode from 'vscode';

it('is installed under its id and activates', async () => {
	const extension = vscode.extensions.getExtension('model-scout.model-scout');
	assert.ok(extension);
	await extension.activate();
	assert.equal(extension.isActive, true);
});
