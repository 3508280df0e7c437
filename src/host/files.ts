import { readFile as readLocal, stat as statLocal } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * The file system of the editor, but for files of this machine. About each of those it first asks the window whether an
 * extension provides them, and the window answers when it has drawn: 20 ms of the first opening of the tree.
 */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
	return uri.scheme === 'file' ? readLocal(uri.fsPath) : vscode.workspace.fs.readFile(uri);
}

/** Whether there is a file, and no folder. */
export async function isFile(uri: vscode.Uri): Promise<boolean> {
	try {
		if (uri.scheme === 'file') return (await statLocal(uri.fsPath)).isFile();
		const { type } = await vscode.workspace.fs.stat(uri);
		return (type & vscode.FileType.File) !== 0;
	} catch {
		return false;
	}
}
