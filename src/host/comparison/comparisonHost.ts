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

	constructor(private readonly services: ComparisonServices) {
		this.serializer = vscode.window.registerWebviewPanelSerializer(comparisonViewType, this);
	}

	/** Shows the page, or the same as a text where no page can be shown. */
	async open(): Promise<void> {
		const { ComparisonPanel, createPanel } = await import('./comparisonPanel.ts');
		if (this.panel) this.panel.reveal();
		else this.adopt(new ComparisonPanel(createPanel(this.services.extensionUri), this.services, this.snapshots));
	}

	/** Shows the page set up as is remembered, whatever it was set up as. */
	async restore(): Promise<void> {
		await this.open();
		await this.panel?.restore();
	}

	async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
		const { ComparisonPanel } = await import('./comparisonPanel.ts');
		if (this.panel)
			panel.dispose(); // it was opened anew while this one was being brought back
		else this.adopt(new ComparisonPanel(panel, this.services, this.snapshots));
	}

	dispose(): void {
		this.serializer.dispose();
		this.panel?.dispose();
	}

	private adopt(panel: ComparisonPanel): void {
		this.panel = panel;
		panel.onDidDispose(() => {
			if (this.panel === panel) this.panel = undefined;
		});
	}
}
