import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openCode } from './openCode.ts';

/** What is proposed at the cursor, first things first; `resolved` of them with their documentation. */
async function proposals(marked: string, resolved = 0): Promise<readonly vscode.CompletionItem[]> {
	const { document, position } = await openCode(marked);
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		position,
		undefined,
		resolved,
	);
	return items
		.filter(({ sortText }) => /^\d{5}$/.test(sortText ?? ''))
		.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

function texts(items: readonly vscode.CompletionItem[]): readonly string[] {
	return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('modelScout');

describe('names of models are proposed', () => {
	afterEach(async () => settings().update('budget', undefined, vscode.ConfigurationTarget.Global));

	it('between the quotes of a call that takes one, with their figures', async () => {
		const items = await proposals('import timm\nm = timm.create_model("|")\n');
		const resnet = items.find(({ label }) => label === 'resnet50');
		assert.ok(/% · [\d.]+ G MACs/.test(resnet?.detail ?? ''), resnet?.detail);
		assert.equal(resnet?.documentation, undefined);
	});

	it('with their card when one is looked at', async () => {
		const [first] = await proposals('import timm\nm = timm.create_model("|")\n', 1);
		const { documentation } = first ?? {};
		assert.ok(documentation instanceof vscode.MarkdownString && documentation.value.includes('top-1'));
		assert.ok(documentation.isTrusted !== true);
	});

	it('those within the budget first', async () => {
		await settings().update('budget', '≤ 3M params', vscode.ConfigurationTarget.Global);
		const items = await proposals('import timm\nm = timm.create_model("|")\n');
		const params = Number(/([\d.]+) M params/.exec(items[0]?.detail ?? '')?.[1]);
		assert.ok(params <= 3, items[0]?.detail);
	});

	it('as values of weights= too', async () => {
		const items = await proposals('from torchvision import models\nm = models.resnet50(weights="|")\n');
		assert.deepEqual(texts(items), ['DEFAULT', 'IMAGENET1K_V1', 'IMAGENET1K_V2']);
	});

	it('nowhere else', async () => {
		assert.deepEqual(texts(await proposals('import timm\nname = "|"\n')), []);
		assert.deepEqual(texts(await proposals('import timm\nm = timm.create_model("resnet50", num_classes=|)\n')), []);
	});
});
