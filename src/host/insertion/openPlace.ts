import * as vscode from 'vscode';
import type { Snippet } from '../../frameworks/snippetOffer.ts';
import { choose } from '../quickInput/choose.ts';
import { applySnippet } from './applySnippet.ts';
import { languageName } from './offersFor.ts';

/** Asks where a snippet goes that no open editor takes, and puts it there. False where the person went a step back. */
export async function placeElsewhere(snippet: Snippet, reason: string): Promise<boolean> {
	const answer = await choose<'file' | 'clipboard'>({
		title: `Insert ${languageName(snippet.language)}`,
		placeholder: reason,
		canGoBack: true,
		items: [
			{ label: `$(new-file) New ${languageName(snippet.language)} File`, value: 'file' },
			{ label: '$(copy) Copy to the Clipboard', value: 'clipboard' },
		],
	});
	if (!answer) return true;
	if (answer.kind === 'back') return false;
	if (answer.value === 'file') await insertIntoNewFile(snippet);
	else await vscode.env.clipboard.writeText(snippet.text);
	return true;
}

export async function insertIntoNewFile(snippet: Snippet): Promise<void> {
	const document = await vscode.workspace.openTextDocument({ language: snippet.language, content: '' });
	const editor = await vscode.window.showTextDocument(document);
	await applySnippet(
		{ document, viewColumn: editor.viewColumn, name: 'the new file', selections: editor.selections },
		snippet,
	);
}

/** Whether the editor of a document can be typed in, as far as an extension can know. */
export async function isWritable({ uri }: vscode.TextDocument): Promise<boolean> {
	if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return true;
	if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
	try {
		const { permissions } = await vscode.workspace.fs.stat(uri);
		return permissions !== vscode.FilePermission.Readonly;
	} catch {
		return true; // it was deleted or never saved: its text can still be edited
	}
}
