import * as vscode from 'vscode';
import { joinCatalogFiles, type CatalogFile } from '../../catalog/importers/catalogFileOf.ts';
import { timmResultsOfFile, type TimmFile } from '../../catalog/importers/timmOfCatalog.ts';
import { maxCatalogBytes } from '../../catalog/parseCatalog.ts';
import { plainText } from '../../catalog/plainText.ts';
import type { Services } from '../services.ts';

const catalogName = 'model-scout.catalog.json';

/**
 * Asks for a results file of timm that the user downloaded, and adds what it says of the catalog's architectures to the
 * catalog of a workspace folder, once that is confirmed. Nothing that stands there changes.
 */
export async function importTimmResults({ catalogs, log }: Services): Promise<void> {
	const uri = await askFile();
	const folder = uri && (await askFolder());
	if (!folder) return;
	const results = await readResults(uri);
	const { file, rejected, known } = timmResultsOfFile(results, await catalogs.load());
	for (const { line, name, reason } of rejected)
		log.info(`${results.origin}: line ${line}: ${plainText(name)}: ${reason}`);
	const target = vscode.Uri.joinPath(folder.uri, catalogName);
	const joined = joinCatalogFiles(await readCatalog(target), file);
	if (!joined.ok) throw new Error(`${catalogName} ${joined.problem}.`);
	const leftOut = `${rejected.length} rows left out, each with its reason in the log; ${known} figures are in the catalog already.`;
	if (joined.added === 0) {
		void vscode.window.showInformationMessage(`Nothing new in ${results.origin}: ${leftOut}`);
		return;
	}
	const question = `Add ${summaryOf(file)} to ${catalogName} in ${folder.name}?`;
	const detail = `What stands there stays. ${leftOut}`;
	if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, 'Add')) !== 'Add') return;
	await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(joined.text));
	catalogs.reload();
	void vscode.window.showInformationMessage(`Added ${summaryOf(file)} of ${results.origin}.`);
}

async function askFile(): Promise<vscode.Uri | undefined> {
	const chosen = await vscode.window.showOpenDialog({
		title: 'Import Newer timm Results: a results-….csv that you downloaded',
		openLabel: 'Import',
		filters: { CSV: ['csv'] },
	});
	return chosen?.[0];
}

async function askFolder(): Promise<vscode.WorkspaceFolder | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length === 0) throw new Error(`Open a folder first: the results are written into its ${catalogName}.`);
	if (folders.length === 1) return folders[0];
	return vscode.window.showWorkspaceFolderPick({
		placeHolder: `Folder whose ${catalogName} the results are added to`,
	});
}

async function readResults(uri: vscode.Uri): Promise<TimmFile> {
	const { size, mtime } = await vscode.workspace.fs.stat(uri);
	const name = plainText(uri.path.slice(uri.path.lastIndexOf('/') + 1));
	if (size > maxCatalogBytes)
		throw new Error(`${name} is larger than ${maxCatalogBytes / 1e6} MB; choose a results file of timm.`);
	const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	return { text, origin: name, date: new Date(mtime).toISOString().slice(0, 10) };
}

/** The catalog of the folder; undefined where there is none. One with changes that are not saved would lose them. */
async function readCatalog(uri: vscode.Uri): Promise<string | undefined> {
	const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
	if (open?.isDirty === true) throw new Error(`Save ${catalogName} first: it has changes that would be lost.`);
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
		throw error;
	}
}

function summaryOf({ checkpoints = [], candidates = [], figures = [] }: CatalogFile): string {
	return `${checkpoints.length} weights, ${candidates.length} results and ${figures.length} figures`;
}
