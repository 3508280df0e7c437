import type * as vscode from 'vscode';
import { ModelContexts, type ContextServices } from './modelContext.ts';
import { InstalledVersions } from './installedVersions.ts';
import { ModelDocuments } from './modelDocuments.ts';

export { conversionsAt, fixesAt } from './codeActions.ts';
export { completionsIn, resolveCompletion } from './completion.ts';
export { diagnosticsOf } from './findings.ts';
export { hoverAt } from './hover.ts';

/** What all language features share. */
export class ModelLanguage implements vscode.Disposable {
	readonly documents = new ModelDocuments();
	readonly versions = new InstalledVersions();
	readonly contexts: ModelContexts;

	constructor(services: ContextServices) {
		this.contexts = new ModelContexts(services);
	}

	dispose(): void {
		this.documents.dispose();
	}
}
