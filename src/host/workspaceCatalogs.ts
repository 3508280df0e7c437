import * as vscode from 'vscode';
import type { CatalogFile } from './catalogFile.ts';

/** Names of the files that are read without any setting. */
const names = ['json', 'csv', 'tsv', 'md'].map(ending => `model-scout.catalog.${ending}`);

/**
 * The catalog files that stand in the folders of the workspace. They are data that is parsed and checked, never run, so
 * they are read in Restricted Mode too.
 */
export class WorkspaceCatalogs implements vscode.Disposable {
	private readonly watchers = new Map<string, vscode.Disposable>();

	/** @param changed is called when such a file appears, changes or goes. */
	constructor(private readonly changed: () => void) {}

	/** The files there are now, folder after folder; from the first call on they are watched. */
	async find(): Promise<readonly CatalogFile[]> {
		const folders = vscode.workspace.workspaceFolders ?? [];
		this.watch(folders);
		const uris = folders.flatMap(({ uri }) => names.map(name => vscode.Uri.joinPath(uri, name)));
		const found = await Promise.all(uris.map(async uri => ((await isFile(uri)) ? [uri] : [])));
		return found.flat().map(uri => ({
			ok: true,
			uri,
			origin: vscode.workspace.asRelativePath(uri), // begins with the folder's name where there are several
			layer: 'workspace',
		}));
	}

	dispose(): void {
		for (const watcher of this.watchers.values()) watcher.dispose();
	}

	private watch(folders: readonly vscode.WorkspaceFolder[]): void {
		const open = new Set(folders.map(({ uri }) => uri.toString()));
		for (const [key, watcher] of this.watchers) {
			if (open.has(key)) continue;
			watcher.dispose();
			this.watchers.delete(key);
		}
		for (const folder of folders) {
			const key = folder.uri.toString();
			if (this.watchers.has(key)) continue;
			const pattern = new vscode.RelativePattern(folder, `{${names.join(',')}}`);
			this.watchers.set(key, watchFiles(pattern, this.changed));
		}
	}
}

/** Watches until it is disposed of; a file that is renamed goes and appears. */
export function watchFiles(pattern: vscode.RelativePattern, changed: () => void): vscode.Disposable {
	const watcher = vscode.workspace.createFileSystemWatcher(pattern);
	watcher.onDidChange(changed);
	watcher.onDidCreate(changed);
	watcher.onDidDelete(changed);
	return watcher;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
	try {
		const { type } = await vscode.workspace.fs.stat(uri);
		return (type & vscode.FileType.File) !== 0;
	} catch {
		return false; // a folder needs no catalog
	}
}
