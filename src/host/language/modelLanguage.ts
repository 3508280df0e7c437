import type * as vscode from 'vscode';
import { CodeBudgets } from './codeBudgets.ts';
import { ModelContexts, type ContextServices } from './modelContext.ts';
import { InstalledVersions } from './installedVersions.ts';
import { ModelDocuments } from './modelDocuments.ts';
import { ModelStatus } from './modelStatus.ts';

export { conversionsAt, fixesAt } from './codeActions.ts';
export { completionsIn, resolveCompletion } from './completion.ts';
export { diagnosticsOf } from './findings.ts';
export { hintsIn, resolveHint } from './hints.ts';
export { hoverAt } from './hover.ts';

/** What all language features share. */
export class ModelLanguage implements vscode.Disposable {
	readonly documents = new ModelDocuments();
	readonly versions = new InstalledVersions();
	readonly contexts: ModelContexts;
	private readonly budgets: CodeBudgets;
	private readonly status: ModelStatus;

	/** @param changed fires when another catalog, or other limits, may be in force; `change` makes it fire */
	constructor(services: ContextServices, change: () => void, changed: vscode.Event<void>) {
		this.budgets = new CodeBudgets(change, services.log);
		this.contexts = new ModelContexts(services, this.budgets);
		this.status = new ModelStatus(this.documents, this.contexts, services.log);
		changed(() => {
			this.status.countSoon(0);
		});
	}

	dispose(): void {
		this.documents.dispose();
		this.budgets.dispose();
		this.status.dispose();
	}
}
