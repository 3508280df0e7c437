import * as vscode from 'vscode';
import { foreignSchemes } from '../insertion/insertionTarget.ts';
import { section } from '../settings.ts';
import { cellsAround } from './cellsAround.ts';

/** Who found it, as the Problems panel says. */
export const findingSource = 'Model Scout';

/** Time without a further change after which a text is looked through, in ms. */
const settleTime = 300;

/** Keeps the findings of every open text in the Problems panel: a while after it changes, until it is closed. */
export class ModelDiagnostics implements vscode.Disposable {
	private readonly collection = vscode.languages.createDiagnosticCollection(findingSource);
	private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
	private readonly subscriptions: readonly { dispose(): unknown }[];

	constructor(
		private readonly selector: vscode.DocumentSelector,
		private readonly find: (document: vscode.TextDocument) => Promise<readonly vscode.Diagnostic[]>,
		onDidChange: vscode.Event<void>,
		private readonly log: vscode.LogOutputChannel,
	) {
		const lookAtAll = (): void => {
			for (const document of vscode.workspace.textDocuments) this.lookSoon(document, 0);
		};
		this.subscriptions = [
			this.collection,
			vscode.workspace.onDidOpenTextDocument(document => {
				this.lookSoon(document);
			}),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				this.lookSoon(document);
				for (const cell of cellsAfter(document)) this.lookSoon(cell);
			}),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.forget(uri);
			}),
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(section)) lookAtAll();
			}),
			onDidChange(lookAtAll),
		];
		lookAtAll();
	}

	dispose(): void {
		for (const timer of this.waiting.values()) clearTimeout(timer);
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	/** @param wait time in ms without a further change */
	private lookSoon(document: vscode.TextDocument, wait = settleTime): void {
		if (foreignSchemes.has(document.uri.scheme) || vscode.languages.match(this.selector, document) === 0) return;
		const key = document.uri.toString();
		clearTimeout(this.waiting.get(key));
		this.waiting.set(
			key,
			setTimeout(() => {
				this.waiting.delete(key);
				this.look(document).catch((error: unknown) => {
					this.log.error(`${key} could not be looked through for models.`, error);
				});
			}, wait),
		);
	}

	/** An answer about an older text is dropped: the newer one has its own turn. */
	private async look(document: vscode.TextDocument): Promise<void> {
		const { version } = document;
		const found = await this.find(document);
		if (!document.isClosed && document.version === version) this.collection.set(document.uri, found);
	}

	private forget(uri: vscode.Uri): void {
		clearTimeout(this.waiting.get(uri.toString()));
		this.waiting.delete(uri.toString());
		this.collection.delete(uri);
	}
}

/** The cells of a notebook that may use what a cell imports. */
function cellsAfter(document: vscode.TextDocument): readonly vscode.TextDocument[] {
	const cells = cellsAround(document);
	return cells.slice(cells.indexOf(document) + 1);
}
