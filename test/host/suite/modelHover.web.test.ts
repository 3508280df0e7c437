import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, hoverText, openCode } from './openCode.ts';

describe('names of models in code', () => {
	it('have a hover with figures, sources and links of our own commands', async () => {
		const text = await hoverText('import timm\nm = timm.create_model("resn|et50")\n');
		assert.ok(text.includes('**ResNet-50'), text);
		assert.ok(/top-1 [\d.]+ %\*\*, \w/.test(text), text);
		assert.ok(text.includes('](command:modelScout.showDetails?'), text);
	});

	it('say the cost at the input size in the code', async () => {
		const text = await hoverText('import timm\nm = timm.create_model("resn|et50", img_size=160)\n');
		assert.match(text, /\*\*[\d.]+ G MACs\*\* at 160 px, the size in this code/);
	});

	it('have one in YAML and JSON', async () => {
		assert.ok((await hoverText('backbone: resn|et50\n', 'yaml')).includes('ResNet-50'));
		assert.ok((await hoverText('{ "backbone": "resn|et50" }\n', 'json')).includes('ResNet-50'));
	});

	it('have none where a text only looks like a name', async () => {
		assert.equal(await hoverText('import timm\nname = "resn|et50"\n'), '');
	});

	it('are found doubtful a while after a text opens, and after it changes', async () => {
		const { document } = await openCode('import timm\nm = timm.create_model("resnet5O|")\n');
		assert.equal((await findings(document, 1)).join(), 'unknown-name resnet5O');
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, document.lineAt(1).range, 'm = timm.create_model("resnet50")');
		await vscode.workspace.applyEdit(edit);
		assert.equal((await findings(document, 0)).join(), '');
	});
});
