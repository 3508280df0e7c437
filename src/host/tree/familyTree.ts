import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { ComparedCandidates } from '../comparedCandidates.ts';
import type { ShownCatalog } from '../costInput.ts';
import type { RememberedModels } from '../rememberedModels.ts';
import { readSettings } from '../settings.ts';
import { familyItem } from './familyItem.ts';
import { createFamilyNodes, type FamilyNodes } from './familyNodes.ts';
import type { FamilyTreeNode } from './familyTreeNode.ts';

interface Shown {
	readonly catalog: Catalog;
	readonly nodes: FamilyNodes;
}

export type LoadOutcome =
	| { readonly ok: true; readonly catalog: Catalog; readonly isEmpty: boolean }
	| { readonly ok: false; readonly error: unknown };

/** The families of the catalog as a tree. Nothing is loaded before the tree is looked at. */
export class FamilyTree implements vscode.TreeDataProvider<FamilyTreeNode>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<FamilyTreeNode | undefined>();
	readonly onDidChangeTreeData = this.changed.event;
	private readonly loaded = new vscode.EventEmitter<LoadOutcome>();
	/** Fires each time that the roots were asked for. */
	readonly onDidLoad = this.loaded.event;
	private filter: ReadonlySet<string> | undefined;
	private shown: Promise<Shown> | undefined;
	private latest: Shown | undefined;

	constructor(
		private readonly catalogs: ShownCatalog,
		private readonly compared: ComparedCandidates,
		private readonly remembered: RememberedModels,
	) {}

	/** Shows only these models and families, by id; all of them with undefined. */
	setFilter(ids: ReadonlySet<string> | undefined): void {
		this.filter = ids;
		this.refresh();
	}

	/** Makes the tree anew from the catalog and the settings. */
	refresh(): void {
		this.shown = undefined;
		this.changed.fire(undefined);
	}

	/** Draws the checkboxes again. */
	refreshItems(): void {
		this.changed.fire(undefined);
	}

	/** The node of a record in the tree as it is grouped and filtered now. */
	async find(recordId: string): Promise<FamilyTreeNode | undefined> {
		return (await this.load()).nodes.find(recordId);
	}

	async getChildren(node?: FamilyTreeNode): Promise<FamilyTreeNode[]> {
		try {
			const { catalog, nodes } = await this.load();
			if (!node) this.loaded.fire({ ok: true, catalog, isEmpty: nodes.roots.length === 0 });
			const children = node ? nodes.childrenOf(node) : nodes.roots;
			makeWhileWaiting(nodes, children);
			return [...children];
		} catch (error) {
			this.loaded.fire({ ok: false, error });
			return [];
		}
	}

	getTreeItem(node: FamilyTreeNode): vscode.TreeItem {
		if (!this.latest) throw new RangeError(`no tree for node ${node.id}; expected getChildren before getTreeItem`);
		const { catalog, nodes } = this.latest;
		return familyItem(node, {
			catalog,
			hasChildren: canBeLeaf(node) && nodes.childrenOf(node).length > 0,
			isCompared: node.kind === 'model' && this.isCompared(catalog, node.recordId),
			isFiltered: this.filter !== undefined,
		});
	}

	getParent(node: FamilyTreeNode): FamilyTreeNode | undefined {
		return node.parent;
	}

	async resolveTreeItem(item: vscode.TreeItem, node: FamilyTreeNode): Promise<vscode.TreeItem> {
		if (!this.latest) return item;
		const { nodeTooltip } = await import('./nodeTooltip.ts');
		item.tooltip = nodeTooltip(this.latest.catalog, node);
		return item;
	}

	dispose(): void {
		this.changed.dispose();
		this.loaded.dispose();
	}

	private load(): Promise<Shown> {
		return (this.shown ??= this.create().catch((error: unknown) => {
			this.shown = undefined;
			throw error;
		}));
	}

	private async create(): Promise<Shown> {
		const catalog = await this.catalogs.load();
		const nodes = createFamilyNodes(catalog, {
			grouping: readSettings().grouping,
			shown: this.filter,
			favorites: this.remembered.favorites,
		});
		this.latest = { catalog, nodes };
		return this.latest;
	}

	private isCompared(catalog: Catalog, modelId: string): boolean {
		return this.compared.ids.some(id => catalog.candidateById.get(id)?.model === modelId);
	}
}

/** What stands below an open row is asked for as soon as the window has that row: it is made until then. */
function makeWhileWaiting(nodes: FamilyNodes, shown: readonly FamilyTreeNode[]): void {
	const open = shown.find(node => 'isFirst' in node && node.isFirst);
	if (open) setTimeout(() => nodes.childrenOf(open), 0);
}

/** Only of these is asked whether anything stands below: below others something does, and making it for a closed one costs time. */
function canBeLeaf({ kind }: FamilyTreeNode): boolean {
	return kind === 'model' || kind === 'checkpoint';
}
