import * as vscode from 'vscode';
import type { CatalogFile } from './catalogFile.ts';
import { isFile } from './files.ts';

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
		const uris = folders.flatMap(({ uri }) => names.map(name => vscode.Uri.joinPath(uri, name)));
		const looking = Promise.all(uris.map(async uri => ((await isFile(uri)) ? [uri] : [])));
		this.watch(folders); // takes as long as looking does
		const found = await looking;
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
