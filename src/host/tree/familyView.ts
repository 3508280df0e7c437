import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { formatCatalogAge } from '../../catalog/catalogAge.ts';
import { plainText } from '../../catalog/plainText.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import type { ComparedCandidates } from '../comparedCandidates.ts';
import type { ShownCatalog } from '../costInput.ts';
import type { RememberedModels } from '../rememberedModels.ts';
import { section } from '../settings.ts';
import { FamilyDrag } from './familyDrag.ts';
import type { FamilyTreeNode } from './familyTreeNode.ts';
import { FamilyTree, type LoadOutcome } from './familyTree.ts';

/** The view of the families: the tree with its checkboxes, filter, description and dragging. */
export class FamilyView implements vscode.Disposable {
	private readonly tree: FamilyTree;
	private readonly view: vscode.TreeView<FamilyTreeNode>;
	private readonly subscriptions: { dispose(): unknown }[] = [];
	private filterText = '';
	/** What the filter leaves, or why it is none. */
	private filterResult = '';
	private hasFailed = false;

	constructor(
		private readonly catalogs: ShownCatalog,
		private readonly compared: ComparedCandidates,
		remembered: RememberedModels,
		private readonly log: vscode.LogOutputChannel,
	) {
		this.tree = new FamilyTree(catalogs, compared, remembered);
		this.view = vscode.window.createTreeView('modelScout.families', {
			treeDataProvider: this.tree,
			dragAndDropController: new FamilyDrag(),
			canSelectMany: true,
			showCollapseAll: true,
			manageCheckboxStateManually: true,
		});
		this.subscriptions.push(
			this.tree,
			this.view,
			this.tree.onDidLoad(outcome => {
				this.showOutcome(outcome);
			}),
			this.view.onDidChangeCheckboxState(({ items }) => this.compareChecked(items)),
			compared.onDidChange(() => {
				this.tree.refreshItems();
			}),
			remembered.onDidChangeFavorites(() => {
				this.tree.refresh();
			}),
			catalogs.onDidChangeCatalog(() => this.refilter()),
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(`${section}.tree.grouping`)) this.tree.refresh();
			}),
		);
	}

	/** The text of the filter; empty where none is set. */
	get filter(): string {
		return this.filterText;
	}

	/** Shows only what matches `text`; everything again where it is empty. */
	async setFilter(text: string): Promise<void> {
		this.filterText = text.trim();
		await this.refilter();
		await vscode.commands.executeCommand('setContext', 'modelScout.filtered', this.filterText !== '');
	}

	/** Selects the node of a record, where the tree shows it. */
	async reveal(recordId: string): Promise<void> {
		const node = await this.tree.find(recordId);
		if (node) await this.view.reveal(node, { select: true, focus: true, expand: true });
	}

	dispose(): void {
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	private async refilter(): Promise<void> {
		if (this.filterText === '') {
			this.tree.setFilter(undefined);
			return;
		}
		const { countText, filterModels } = await import('../../catalog/filterModels.ts');
		const catalog = await this.catalogs.load();
		const matches = filterModels(catalog, this.filterText);
		// a query that a command was called with, or one about what the catalog no longer has
		this.filterResult = matches.ok ? countText(catalog, matches) : matches.problem.text;
		this.tree.setFilter(matches.ok ? matches.ids : new Set());
	}

	private showOutcome(outcome: LoadOutcome): void {
		if (this.hasFailed === outcome.ok) {
			this.hasFailed = !outcome.ok;
			void vscode.commands.executeCommand('setContext', 'modelScout.catalogFailed', this.hasFailed);
		}
		if (!outcome.ok) this.log.error('The catalog could not be loaded.', outcome.error);
		const message = outcome.ok && !outcome.isEmpty ? this.message(outcome.catalog) : '';
		if ((this.view.message ?? '') !== message) this.view.message = message;
	}

	/**
	 * What narrows or widens the tree; the date of the catalog stands at its first row. A message takes the window as long
	 * to show as all rows together, and without rows the view shows what to do instead, but not beside a message.
	 */
	private message(catalog: Catalog): string {
		if (this.filterText !== '') return `Filter: ${plainText(this.filterText, 60)} · ${this.filterResult}`;
		return catalog.addedFiles.length === 0 ? '' : formatCatalogAge(catalog);
	}

	/** A model is compared by its leading candidate, and leaves with all of its candidates. */
	private async compareChecked(
		items: readonly (readonly [FamilyTreeNode, vscode.TreeItemCheckboxState])[],
	): Promise<void> {
		const catalog = await this.catalogs.load();
		const modelNodes = items.flatMap(([node, state]) => (node.kind === 'model' ? [{ node, state }] : []));
		const added = modelNodes.filter(({ state }) => state === vscode.TreeItemCheckboxState.Checked);
		const removed = modelNodes.filter(({ state }) => state === vscode.TreeItemCheckboxState.Unchecked);
		this.compared.remove(
			removed.flatMap(({ node }) => catalog.candidatesOf(node.recordId).map(candidate => candidate.id)),
		);
		this.compared.add(
			added.flatMap(({ node }) => {
				const lead = node.lead ?? leadCandidate(catalog, catalog.candidatesOf(node.recordId));
				return lead ? [lead.id] : [];
			}),
		);
	}
}
