import * as vscode from 'vscode';
import { readBytes } from './files.ts';

export type CurrentText = { readonly text: string } | { readonly fault: string };

/** What stands in an editor and is not saved yet, else the text of the file, of up to `maxBytes`. */
export async function currentText(uri: vscode.Uri, maxBytes: number): Promise<CurrentText> {
	const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
	if (open?.isDirty) return { text: open.getText() };
	try {
		const { size } = await vscode.workspace.fs.stat(uri);
		if (size > maxBytes) return { fault: `${size} bytes; at most ${maxBytes} are read` };
		return { text: new TextDecoder().decode(await readBytes(uri)) };
	} catch (error) {
		return { fault: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
	}
}
