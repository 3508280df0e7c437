import type * as vscode from 'vscode';
import type { ModelDocument } from '../../mentions/modelDocument.ts';
import { CurrentSettings } from '../settings.ts';
import { CodeBudgets } from './codeBudgets.ts';
import { ModelContexts, type ContextServices, type ModelContext } from './modelContext.ts';
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
	/** Made before what asks it when settings change, so that it has forgotten the old ones by then. */
	readonly settings = new CurrentSettings();
	readonly contexts: ModelContexts;
	private readonly budgets: CodeBudgets;
	private readonly status: ModelStatus;

	/** @param changed fires when another catalog, or other limits, may be in force; `change` makes it fire */
	constructor(services: ContextServices, change: () => void, changed: vscode.Event<void>) {
		this.budgets = new CodeBudgets(change, this.settings, services.log);
		this.contexts = new ModelContexts(services, this.budgets, this.settings);
		this.status = new ModelStatus(this.documents, this.contexts, services.log);
		changed(() => {
			this.status.countSoon(0);
		});
	}

	/** A text as it is once everything is loaded; undefined where it names no models or nobody waits for the answer. */
	async read(
		document: vscode.TextDocument,
		token: vscode.CancellationToken,
	): Promise<{ readonly read: ModelDocument; readonly context: ModelContext } | undefined> {
		if (!this.documents.of(document)?.mayName) return undefined;
		const context = await this.contexts.load(document.uri);
		if (token.isCancellationRequested || document.isClosed) return undefined;
		const read = this.documents.of(document);
		return read && { read, context };
	}

	dispose(): void {
		this.settings.dispose();
		this.documents.dispose();
		this.budgets.dispose();
		this.status.dispose();
	}
}
