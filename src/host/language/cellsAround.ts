import * as vscode from 'vscode';

/** The cells of the notebook that a document is a cell of, in order; empty where it is none. */
export function cellsAround(document: vscode.TextDocument): readonly vscode.TextDocument[] {
	if (document.uri.scheme !== 'vscode-notebook-cell') return [];
	return (
		notebookOf(document.uri)
			?.getCells()
			.map(cell => cell.document) ?? []
	);
}

/** The open notebook that a cell is of. */
export function notebookOf(cell: vscode.Uri): vscode.NotebookDocument | undefined {
	const key = cell.toString();
	return vscode.workspace.notebookDocuments.find(notebook =>
		notebook.getCells().some(({ document }) => document.uri.toString() === key),
	);
}
