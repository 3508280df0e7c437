import * as vscode from 'vscode';

/** Editors that show something other than a person's own text. */
export const foreignSchemes = new Set([
	'output',
	'debug',
	'comment',
	'git',
	'model-scout',
	'vscode-scm',
	'walkThrough',
]);

/** Where a snippet goes: the editor that was focused last, whose text is still open in a tab. */
export interface OpenTarget {
	readonly document: vscode.TextDocument;
	readonly viewColumn: vscode.ViewColumn | undefined;
	/** `train.py`, or `train.ipynb, cell 3`. */
	readonly name: string;
	/** With a cell only. */
	readonly cell?: { readonly notebook: vscode.NotebookDocument; readonly index: number };
	/** What is selected in it, the cursors where nothing is; empty where its editor is not drawn. */
	readonly selections: readonly vscode.Selection[];
}

type LastEditor = Pick<OpenTarget, 'document' | 'viewColumn'>;

/**
 * Remembers the text editor or notebook cell that was focused last. While a page has the focus the editor reports none,
 * and that is when a target is most wanted.
 */
export class InsertionTarget implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable[];
	private last: LastEditor | undefined;

	constructor() {
		this.rememberActive();
		this.subscriptions = [
			vscode.window.onDidChangeActiveTextEditor(() => {
				this.rememberActive();
			}),
			vscode.window.onDidChangeActiveNotebookEditor(() => {
				this.rememberActive();
			}),
			vscode.window.onDidChangeNotebookEditorSelection(() => {
				this.rememberActive();
			}),
		];
	}

	/** The target, or undefined where none is open. */
	current(): OpenTarget | undefined {
		this.rememberActive();
		const last = this.last ?? vscode.window.visibleTextEditors.find(isOwnText);
		if (!last || !isOpen(last.document)) return undefined;
		const { document, viewColumn } = last;
		const cell = cellOf(document);
		const name = nameOf(cell?.notebook.uri ?? document.uri);
		return {
			document,
			viewColumn,
			name: cell ? `${name}, cell ${cell.index + 1}` : name,
			...(cell ? { cell } : {}),
			selections: editorOf(document)?.selections ?? [],
		};
	}

	dispose(): void {
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	/** A notebook has the focus also while none of its cells is typed in. */
	private rememberActive(): void {
		const { activeTextEditor: text, activeNotebookEditor: notebook } = vscode.window;
		const cell = notebook && selectedCell(notebook);
		if (notebook && cell) this.last = { document: cell.document, viewColumn: notebook.viewColumn };
		else if (text && isOwnText(text)) this.last = { document: text.document, viewColumn: text.viewColumn };
	}
}

/** Shows the editor of a target and gives it the focus; undefined where that does not succeed. */
export async function focusTarget(target: OpenTarget): Promise<vscode.TextEditor | undefined> {
	const { document, viewColumn, cell } = target;
	const column = viewColumn ?? vscode.ViewColumn.Active;
	if (!cell) return vscode.window.showTextDocument(document, { viewColumn: column });
	const active = vscode.window.activeTextEditor;
	if (active?.document === document) return active;
	const selections = [new vscode.NotebookRange(cell.index, cell.index + 1)];
	await vscode.window.showNotebookDocument(cell.notebook, { viewColumn: column, selections });
	await vscode.commands.executeCommand('notebook.cell.edit');
	return editorOf(document);
}

/** The selected cell; where it holds no code the next one that does, or the one before. */
function selectedCell({ notebook, selection }: vscode.NotebookEditor): vscode.NotebookCell | undefined {
	const code = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
	return code.find(({ index }) => index >= selection.start) ?? code.at(-1);
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
	const { activeTextEditor, visibleTextEditors } = vscode.window;
	return [activeTextEditor, ...visibleTextEditors].find(editor => editor?.document === document);
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
