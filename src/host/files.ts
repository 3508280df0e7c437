import { open, readFile, stat as statLocal } from 'node:fs/promises';
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

/** In one read. `readFile` takes half a megabyte at a time, and in a busy host each time waits for its turn. */
async function readLocal(path: string): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const bytes = new Uint8Array((await file.stat()).size);
		const { bytesRead } = await file.read(bytes);
		return bytesRead === bytes.length ? bytes : await readFile(path); // it changed meanwhile
	} finally {
		void file.close();
	}
}
