import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { ArgumentError } from './argumentError.ts';

const count = z.int().check(z.minimum(0));
const placeSchema = z.strictObject({
	uri: z.string(),
	line: count,
	column: count,
	length: count,
	cell: z.exactOptional(count),
});

/** Opens a place of a file or of a cell of a notebook, with the name there selected. Only files of the workspace. */
export async function openPlace(args: readonly unknown[]): Promise<void> {
	const parsed = placeSchema.safeParse(args[0]);
	const uri = parsed.success ? vscode.Uri.parse(parsed.data.uri, true) : undefined;
	if (!parsed.success || !uri || !vscode.workspace.getWorkspaceFolder(uri))
		throw new ArgumentError('expected a place of a file in the workspace');
	const { line, column, length, cell } = parsed.data;
	const selection = new vscode.Range(line, column, line, column + length);
	if (cell !== undefined && (await openCell(uri, cell))) return;
	await vscode.window.showTextDocument(uri, { selection });
}

/** False where nothing here can show the notebook. */
async function openCell(uri: vscode.Uri, cell: number): Promise<boolean> {
	try {
		const notebook = await vscode.workspace.openNotebookDocument(uri);
		const range = new vscode.NotebookRange(cell, cell + 1);
		const editor = await vscode.window.showNotebookDocument(notebook, { selections: [range] });
		editor.revealRange(range, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
		return true;
	} catch {
		return false; // its text can be shown
	}
}
