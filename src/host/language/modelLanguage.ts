import type * as vscode from 'vscode';
import { CodeBudgets } from './codeBudgets.ts';
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
	private readonly budgets: CodeBudgets;

	/** @param changed is called when other limits may be in force than before */
	constructor(services: ContextServices, changed: () => void) {
		this.budgets = new CodeBudgets(changed, services.log);
		this.contexts = new ModelContexts(services, this.budgets);
	}

	dispose(): void {
		this.documents.dispose();
		this.budgets.dispose();
	}
}
