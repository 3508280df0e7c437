import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CatalogLoader } from '../../../src/host/catalogLoader.ts';
import { ComparedCandidates } from '../../../src/host/comparedCandidates.ts';
import { RememberedModels } from '../../../src/host/rememberedModels.ts';
import { FamilyTree } from '../../../src/host/tree/familyTree.ts';
import type { FamilyTreeNode } from '../../../src/host/tree/familyTreeNode.ts';
import { aMemento } from '../../support/memento.ts';

let disposables: { dispose(): unknown }[] = [];

function aTree(): { tree: FamilyTree; compared: ComparedCandidates; remembered: RememberedModels } {
	const extension = vscode.extensions.getExtension('model-scout.model-scout');
	if (!extension) throw new Error('Model Scout is not installed');
	const log = vscode.window.createOutputChannel('Model Scout tests', { log: true });
	const catalogs = new CatalogLoader(extension.extensionUri, log);
	const compared = new ComparedCandidates(aMemento());
	const remembered = new RememberedModels(aMemento());
	const tree = new FamilyTree(catalogs, compared, remembered);
	disposables.push(log, catalogs, compared, remembered, tree);
	return { tree, compared, remembered };
}

async function nodesBelow(tree: FamilyTree, node?: FamilyTreeNode): Promise<FamilyTreeNode[]> {
	const children = await tree.getChildren(node);
	const below = await Promise.all(children.map(child => nodesBelow(tree, child)));
	return children.flatMap((child, place) => [child, ...(below[place] ?? [])]);
}

afterEach(() => {
	for (const disposable of disposables) disposable.dispose();
	disposables = [];
});

describe('the tree of families', () => {
	it('shows all 31 families of the seed, and every family once', async () => {
		const { tree } = aTree();
		const families = (await nodesBelow(tree)).flatMap(node => (node.kind === 'family' ? node.recordId : []));
		const seed = ['squeezenet', 'mobilenet-v2', 'resnet', 'efficientnet', 'highway-network', 'amoebanet'];
		assert.ok(families.length >= 31);
		assert.equal(new Set(families).size, families.length);
		assert.deepEqual(
			seed.filter(id => !families.includes(id)),
			[],
		);
	});

	it('shows every one of the seed’s 53 rows', async () => {
		const { tree } = aTree();
		const lines = (await nodesBelow(tree)).flatMap(node =>
			node.kind === 'candidate' ? (node.candidate.seedLine ?? []) : [],
		);
		assert.equal(new Set(lines).size, 53);
	});

	it('opens the first task and its first class, so that families are seen at once, and closes the rest', async () => {
		const { tree } = aTree();
		const open = (await nodesBelow(tree)).filter(
			node => tree.getTreeItem(node).collapsibleState === vscode.TreeItemCollapsibleState.Expanded,
		);
		assert.deepEqual(
			open.map(({ id }) => id),
			['task:classification', 'task:classification/lightweight'],
		);
	});

	it('has the detectors below their task, and no note where a task has models', async () => {
		const { tree } = aTree();
		const nodes = await nodesBelow(tree);
		const below = await nodesBelow(
			tree,
			nodes.find(({ id }) => id === 'task:detection'),
		);
		assert.ok(below.some(node => node.kind === 'family' && node.recordId === 'yolov8'));
		assert.ok(!below.some(node => node.kind === 'family' && node.recordId === 'resnet'));
		assert.ok(!nodes.some(({ id }) => id === 'task:detection/note'));
	});

	it('gives each row its kind as context and a text for a screen reader where figures are shown', async () => {
		const { tree } = aTree();
		for (const node of await nodesBelow(tree)) {
			const item = tree.getTreeItem(node);
			assert.equal(item.contextValue, node.kind);
			assert.equal(item.id, node.id);
			if (node.kind === 'model') assert.ok(item.accessibilityInformation?.label);
		}
	});
});

describe('a row of the tree', () => {
	it('makes tooltips only when they are asked for, and trusts nothing in them', async () => {
		const { tree } = aTree();
		const node = (await nodesBelow(tree)).find(({ id }) => id === 'mobilenet-v3/large-1.0');
		assert.ok(node);
		const item = tree.getTreeItem(node);
		assert.equal(item.tooltip, undefined);
		const { tooltip } = await tree.resolveTreeItem(item, node);
		assert.ok(tooltip instanceof vscode.MarkdownString);
		assert.ok(tooltip.value.includes('MobileNetV3'));
		assert.equal(tooltip.isTrusted ?? false, false);
		assert.equal(tooltip.supportHtml ?? false, false);
	});

	it('checks the models that are compared', async () => {
		const { tree, compared } = aTree();
		const nodes = await nodesBelow(tree);
		const model = nodes.find(node => node.kind === 'model' && node.lead !== undefined);
		assert.ok(model?.kind === 'model' && model.lead);
		compared.add([model.lead.id]);
		const { Checked } = vscode.TreeItemCheckboxState;
		const checked = nodes.filter(node => {
			const { checkboxState } = tree.getTreeItem(node);
			return typeof checkboxState === 'object' && checkboxState.state === Checked;
		});
		assert.deepEqual(
			checked.map(({ id }) => id),
			[model.id],
		);
	});

	it('stands at the top too where its model is a favorite, with an id of its own, and is revealed in its family', async () => {
		const { tree, remembered } = aTree();
		await remembered.toggleFavorites(['resnet/50', 'gone/1.0']);
		const nodes = await nodesBelow(tree);
		assert.equal(nodes[0]?.kind, 'favorites');
		assert.equal(nodes[1]?.kind === 'model' && nodes[1].recordId, 'resnet/50');
		assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length, 'each id once');
		assert.equal((await tree.find('resnet/50'))?.parent?.kind, 'family');
		await remembered.toggleFavorites(['resnet/50']);
		tree.refresh();
		assert.equal((await tree.getChildren())[0]?.kind, 'task');
	});

	it('leads from every row to the row above it', async () => {
		const { tree } = aTree();
		for (const node of await tree.getChildren()) {
			for (const child of await tree.getChildren(node)) assert.equal(tree.getParent(child), node);
		}
	});
});
