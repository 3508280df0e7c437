import * as vscode from 'vscode';

/** Editors that show something other than a person's own text. */
const foreignSchemes = new Set(['output', 'debug', 'comment', 'git', 'model-scout', 'vscode-scm', 'walkThrough']);

/** Where a snippet goes: an editor that was focused last and whose text is still open in a tab. */
export interface OpenTarget {
	readonly document: vscode.TextDocument;
	readonly viewColumn: vscode.ViewColumn | undefined;
	/** `train.py`, or `train.ipynb, cell 3`. */
	readonly name: string;
	/** With a cell only. */
	readonly cell?: { readonly notebook: vscode.NotebookDocument; readonly index: number };
	/** What is selected in it, the cursors where nothing is. */
	readonly selections: readonly vscode.Selection[];
}

/**
 * Remembers the text or notebook-cell editor that was focused last. While a page has the focus the editor reports none,
 * and that is when a target is most wanted.
 */
export class InsertionTarget implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable[];
	private last:
		{ readonly editor: vscode.TextEditor; readonly viewColumn: vscode.ViewColumn | undefined } | undefined;

	constructor() {
		this.remember(vscode.window.activeTextEditor);
		this.subscriptions = [
			vscode.window.onDidChangeActiveTextEditor(editor => {
				this.remember(editor);
			}),
		];
	}

	/** The target, or undefined where none is open. */
	current(): OpenTarget | undefined {
		this.remember(vscode.window.activeTextEditor);
		const last = this.last ?? asTarget(vscode.window.visibleTextEditors.find(isOwnText));
		if (!last || !isOpen(last.editor.document)) return undefined;
		const { document, selections } = last.editor;
		const cell = cellOf(document);
		const name = nameOf(cell?.notebook.uri ?? document.uri);
		return {
			document,
			viewColumn: last.viewColumn,
			name: cell ? `${name}, cell ${cell.index + 1}` : name,
			...(cell ? { cell } : {}),
			selections,
		};
	}

	dispose(): void {
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	private remember(editor: vscode.TextEditor | undefined): void {
		if (editor && isOwnText(editor)) this.last = asTarget(editor);
	}
}

/** Shows the editor of a target and gives it the focus; undefined where that does not succeed. */
export async function focusTarget(target: OpenTarget): Promise<vscode.TextEditor | undefined> {
	const { document, viewColumn, cell } = target;
	const active = vscode.window.activeTextEditor;
	if (active?.document === document) return active;
	const column = viewColumn ?? vscode.ViewColumn.Active;
	if (!cell) return vscode.window.showTextDocument(document, { viewColumn: column });
	const selections = [new vscode.NotebookRange(cell.index, cell.index + 1)];
	await vscode.window.showNotebookDocument(cell.notebook, { viewColumn: column, selections });
	await vscode.commands.executeCommand('notebook.cell.edit');
	return vscode.window.visibleTextEditors.find(editor => editor.document === document);
}

function asTarget(editor: vscode.TextEditor | undefined): InsertionTarget['last'] {
	return editor && { editor, viewColumn: editor.viewColumn };
}

function isOwnText({ document }: vscode.TextEditor): boolean {
	return !foreignSchemes.has(document.uri.scheme);
}

function isOpen(document: vscode.TextDocument): boolean {
	if (document.isClosed) return false;
	const uri = (cellOf(document)?.notebook.uri ?? document.uri).toString();
	return vscode.window.tabGroups.all.some(group => group.tabs.some(tab => shows(tab, uri)));
}

function shows({ input }: vscode.Tab, uri: string): boolean {
	if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) {
		return input.uri.toString() === uri;
	}
	return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri;
}

function cellOf(document: vscode.TextDocument): OpenTarget['cell'] {
	if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
	for (const notebook of vscode.workspace.notebookDocuments) {
		const cell = notebook.getCells().find(each => each.document === document);
		if (cell) return { notebook, index: cell.index };
	}
	return undefined;
}

function nameOf(uri: vscode.Uri): string {
	return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
