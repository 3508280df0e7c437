import * as vscode from 'vscode';
import type { CatalogLayer } from '../catalog/layerCatalogs.ts';
import type { CatalogPath } from './settings.ts';

export interface CatalogFile {
	readonly ok: true;
	readonly uri: vscode.Uri;
	/** The path as it is set: names the file in messages and as the source of its figures. */
	readonly origin: string;
	readonly layer: CatalogLayer;
}

export type FoundCatalogFile = CatalogFile | { readonly ok: false; readonly problem: string };

/**
 * The file that a path of the setting `modelScout.catalogs` or `modelScout.templates` means: an absolute path, or one relative to the first
 * workspace folder that has it. A relative path does not lead out of its folder, and no path leads to another computer.
 */
export async function findCatalogFile({ path, layer }: CatalogPath, what = 'catalog'): Promise<FoundCatalogFile> {
	const fileAt = (uri: vscode.Uri): FoundCatalogFile => ({ ok: true, uri, origin: path, layer });
	const folders = vscode.workspace.workspaceFolders ?? [];
	const slashed = path.replaceAll('\\', '/');
	if (slashed.startsWith('//')) return fault(what, path, 'is on another computer; copy it into the workspace');
	if (/^(\/|[a-z]:\/)/i.test(slashed)) return fileAt(absoluteUri(slashed, folders[0]));
	const uris = folders.map(folder => vscode.Uri.joinPath(folder.uri, slashed));
	const inside = uris.filter((uri, i) => uri.path.startsWith(`${folders[i]?.uri.path.replace(/\/$/, '') ?? ''}/`));
	const [first] = inside;
	if (!first) {
		return fault(what, path, uris.length === 0 ? 'needs a workspace folder' : 'leads out of the workspace folder');
	}
	for (const uri of inside) if (await exists(uri)) return fileAt(uri);
	return fileAt(first);
}

/** In a virtual workspace an absolute path is one of its own file system. */
function absoluteUri(path: string, folder: vscode.WorkspaceFolder | undefined): vscode.Uri {
	return folder && folder.uri.scheme !== 'file' ? folder.uri.with({ path }) : vscode.Uri.file(path);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch {
		return false; // the caller reports a file that is in no folder
	}
}

function fault(what: string, path: string, problem: string): FoundCatalogFile {
	return { ok: false, problem: `The ${what} "${path}" ${problem}.` };
}
