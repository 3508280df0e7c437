import * as vscode from 'vscode';
import type { CatalogLoader } from '../catalogLoader.ts';
import type { ComparedCandidates } from '../comparedCandidates.ts';
import { documentKinds, readOnlyScheme } from './documentUri.ts';

/**
 * Cards, reports and tables as read-only documents. What one shows is in its URI, so that it is there again after a
 * restart and follows the catalog.
 */
export class ReadOnlyDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<vscode.Uri>();
	readonly onDidChange = this.changed.event;
	private readonly subscriptions: readonly { dispose(): unknown }[];

	constructor(
		private readonly catalogs: CatalogLoader,
		private readonly compared: ComparedCandidates,
	) {
		const refresh = (): void => {
			for (const { uri } of vscode.workspace.textDocuments) {
				if (uri.scheme === readOnlyScheme) this.changed.fire(uri);
			}
		};
		this.subscriptions = [
			this.changed,
			catalogs.onDidChangeCatalog(refresh),
			compared.onDidChange(refresh),
			vscode.workspace.registerTextDocumentContentProvider(readOnlyScheme, this),
		];
	}

	async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
		const kind = documentKinds.find(each => each === uri.authority);
		if (!kind) return '';
		const { documentText } = await import('./documentText.ts');
		return documentText(await this.catalogs.load(), { kind, query: uri.query, compared: this.compared.ids });
	}

	dispose(): void {
		vscode.Disposable.from(...this.subscriptions).dispose();
	}
}
