import * as vscode from 'vscode';
import type { ContextServices } from './modelContext.ts';
import type * as Features from './modelLanguage.ts';

export interface LoadedLanguage {
	readonly features: typeof Features;
	readonly language: Features.ModelLanguage;
}

/** What understands names of models in code, loaded when it is asked first. */
export class LazyLanguage implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	/** Fires when what is said of names may be other than before: another catalog, or other limits. */
	readonly onDidChange = this.changed.event;
	private readonly subscriptions: { dispose(): unknown }[];
	private loading: Promise<LoadedLanguage> | undefined;

	constructor(private readonly services: ContextServices) {
		const tell = (): void => {
			this.changed.fire();
		};
		this.subscriptions = [this.changed, services.catalogs.onDidChangeCatalog(tell)];
	}

	load(): Promise<LoadedLanguage> {
		return (this.loading ??= import('./modelLanguage.ts').then(features => {
			const change = (): void => {
				this.changed.fire();
			};
			const language = new features.ModelLanguage(this.services, change, this.onDidChange);
			this.subscriptions.push(language);
			return { features, language };
		}));
	}

	dispose(): void {
		vscode.Disposable.from(...this.subscriptions).dispose();
	}
}
