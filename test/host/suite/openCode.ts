import * as vscode from 'vscode';
import { eventually } from './openText.ts';

interface OpenCode {
	readonly document: vscode.TextDocument;
	/** Where `|` stood. */
	readonly position: vscode.Position;
}

/** Opens a text that no file holds, with `|` where the cursor is. */
export async function openCode(marked: string, language = 'python'): Promise<OpenCode> {
	const offset = marked.indexOf('|');
	const content = marked.slice(0, offset) + marked.slice(offset + 1);
	const document = await vscode.workspace.openTextDocument({ language, content });
	return { document, position: document.positionAt(offset) };
}

/** What the hovers of this extension say at the cursor, empty where it says nothing. */
export async function hoverText(marked: string, language?: string): Promise<string> {
	const { document, position } = await openCode(marked, language);
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		position,
	);
	const texts = hovers.flatMap(({ contents }) =>
		contents.map(content => (content instanceof vscode.MarkdownString ? content.value : '')),
	);
	return texts.filter(text => text.includes('command:modelScout.')).join('\n');
}

/** The findings of this extension as `code text`, once there are as many as wanted, or after a while. */
export async function findings(
	document: vscode.TextDocument,
	count: number,
	timeoutMs = 10_000,
): Promise<readonly string[]> {
	const found = (): readonly vscode.Diagnostic[] =>
		vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Model Scout');
	await eventually(() => found().length === count, timeoutMs);
	return found().map(({ code, range }) => `${typeof code === 'string' ? code : ''} ${document.getText(range)}`);
}
