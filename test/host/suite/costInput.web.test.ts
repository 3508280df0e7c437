import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CatalogLoader } from '../../../src/host/catalogLoader.ts';
import { ComparedCandidates } from '../../../src/host/comparedCandidates.ts';
import { CostInput } from '../../../src/host/costInput.ts';
import { RememberedModels } from '../../../src/host/rememberedModels.ts';
import { FamilyTree } from '../../../src/host/tree/familyTree.ts';
import { aMemento } from '../../support/memento.ts';

let disposables: { dispose(): unknown }[] = [];

function aTree(): { costs: CostInput; memory: vscode.Memento; describe: (id: string) => Promise<unknown> } {
	const extension = vscode.extensions.getExtension('model-scout.model-scout');
	if (!extension) throw new Error('Model Scout is not installed');
	const memory = aMemento();
	const log = vscode.window.createOutputChannel('Model Scout tests', { log: true });
	const catalogs = new CatalogLoader(extension.extensionUri, log);
	const costs = new CostInput(catalogs, memory);
	const [compared, remembered] = [new ComparedCandidates(aMemento()), new RememberedModels(aMemento())];
	const tree = new FamilyTree(costs, compared, remembered);
	disposables.push(log, catalogs, costs, compared, remembered, tree);
	return {
		costs,
		memory,
		describe: async id => {
			tree.refresh();
			await tree.getChildren();
			const node = await tree.find(id);
			return node && tree.getTreeItem(node).description;
		},
	};
}

describe('one input size for the costs of all models', () => {
	afterEach(() => {
		for (const disposable of disposables) disposable.dispose();
		disposables = [];
	});

	it('stands beside every cost of the tree, and goes again', async () => {
		const { costs, describe } = aTree();
		assert.match(String(await describe('mobilenet-v2/1.0@224')), / 300\.8 M MACs ·/);
		let changes = 0;
		disposables.push(costs.onDidChangeCatalog(() => changes++));
		await costs.setInput([160, 160]);
		assert.match(String(await describe('mobilenet-v2/1.0@224')), / 154\.1 M MACs at 160 px ·/);
		assert.match(String(await describe('mobilenet-v2/1.0@96')), / 154\.1 M MACs at 160 px ·/);
		await costs.setInput(undefined);
		assert.match(String(await describe('mobilenet-v2/1.0@224')), / 300\.8 M MACs ·/);
		assert.equal(changes, 2);
	});

	it('leaves a cost out that is not known at it', async () => {
		const { costs, describe } = aTree();
		await costs.setInput([160, 160]);
		assert.doesNotMatch(String(await describe('keras:ResNet50@224')), /MACs/);
	});

	it('is remembered, and anything else in its place is none', async () => {
		const { costs, memory } = aTree();
		await costs.setInput([224, 320]);
		assert.deepEqual(costs.input, [224, 320]);
		assert.equal((await costs.load()).costInput?.join(), '224,320');
		for (const stored of ['0', {}, [1], 7, '../x']) {
			await memory.update('costs.input', stored);
			assert.equal(costs.input, undefined);
		}
	});

	it('is refused in words where it is no size', async () => {
		await assert.rejects(
			async () => vscode.commands.executeCommand('modelScout.showCostsAtInput', '224px'),
			/An input size such as 160 or 224x320, or own, not "224px"/,
		);
		await vscode.commands.executeCommand('modelScout.showCostsAtInput', 160);
		await vscode.commands.executeCommand('modelScout.showCostsAtInput', 'own');
	});
});
