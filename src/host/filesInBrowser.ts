import * as vscode from 'vscode';

/** Stands in for the files of this machine where a browser loads the extension, which has none. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
	return vscode.workspace.fs.readFile(uri);
}

export async function isFile(uri: vscode.Uri): Promise<boolean> {
	try {
		const { type } = await vscode.workspace.fs.stat(uri);
		return (type & vscode.FileType.File) !== 0;
	} catch {
		return false;
	}
}
