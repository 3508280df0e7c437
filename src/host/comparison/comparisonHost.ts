import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { SelectionTable } from '../../selection/engine.ts';
import type { ComparedCandidates } from '../comparedCandidates.ts';
import type { ShownCatalog } from '../costInput.ts';
import type { ComparisonPanel } from './comparisonPanel.ts';
import { MadeSnapshots } from './madeSnapshots.ts';

export const comparisonViewType = 'modelScout.comparison';

export interface ComparisonServices {
	readonly extensionUri: vscode.Uri;
	readonly catalogs: ShownCatalog;
	readonly compared: ComparedCandidates;
	/** The columns of picks, by catalog. */
	readonly tables: WeakMap<Catalog, SelectionTable>;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

/** The one comparison page: opened by a command, brought back by the editor after a reload. Its code comes when it does. */
export class ComparisonHost implements vscode.WebviewPanelSerializer, vscode.Disposable {
	private panel: ComparisonPanel | undefined;
	private readonly serializer: vscode.Disposable;
	private readonly snapshots = new MadeSnapshots();
	private style: string | undefined;

	constructor(private readonly services: ComparisonServices) {
		this.serializer = vscode.window.registerWebviewPanelSerializer(comparisonViewType, this);
	}

	/** Shows the page, or the same as a text where no page can be shown. */
	async open(): Promise<void> {
		const fill = await this.load();
		if (this.panel) this.panel.reveal();
		else fill();
	}

	/** Shows the page set up as is remembered, whatever it was set up as. */
	async restore(): Promise<void> {
		await this.open();
		await this.panel?.restore();
	}

	async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
		const fill = await this.load();
		if (this.panel)
			panel.dispose(); // it was opened anew while this one was being brought back
		else fill(panel);
	}

	dispose(): void {
		this.serializer.dispose();
		this.panel?.dispose();
	}

	/** Loads what fills a panel, a new one where none is given. */
	private async load(): Promise<(panel?: vscode.WebviewPanel) => void> {
		const { services, snapshots } = this;
		const { ComparisonPanel, createPanel, readPageStyle } = await import('./comparisonPanel.ts');
		const style = (this.style ??= await readPageStyle(services.extensionUri));
		return panel => {
			const filled = new ComparisonPanel(panel ?? createPanel(services.extensionUri), services, snapshots, style);
			this.panel = filled;
			filled.onDidDispose(() => {
				if (this.panel === filled) this.panel = undefined;
			});
		};
	}
}
