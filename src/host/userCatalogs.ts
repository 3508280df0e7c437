import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { mergeCatalog } from '../catalog/mergeCatalog.ts';
import { maxCatalogBytes, parseCatalogText, type CatalogProblem, type ParsedCatalog } from '../catalog/parseCatalog.ts';
import { findCatalogFile, type CatalogFile, type FoundCatalogFile } from './catalogFile.ts';

/** What a file gave. */
interface ReadCatalog {
	/** Undefined where it holds nothing and never did. */
	readonly parsed: ParsedCatalog | undefined;
	/** What is wrong with the file as it is now. */
	readonly problems: readonly CatalogProblem[];
	/** Whether `parsed` is what the file held before it turned bad. */
	readonly isOfBefore: boolean;
}

/** Reads and watches the user's own catalog files. What is wrong with one is shown in the Problems panel at the file. */
export class UserCatalogs implements vscode.Disposable {
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('model-scout-catalog');
	/** By URI: what a file held when it could last be read. */
	private readonly lastGood = new Map<string, ParsedCatalog>();
	private watchers: readonly vscode.Disposable[] = [];

	constructor(
		private readonly changed: () => void,
		private readonly log: vscode.LogOutputChannel,
	) {}

	/** `shipped` with the records of the files at `paths`. A file or row that cannot be read is reported and left out. */
	async addTo(shipped: Catalog, paths: readonly string[]): Promise<Catalog> {
		const files = await Promise.all(paths.map(findCatalogFile));
		this.watch(files);
		this.forgetOthers(files);
		this.diagnostics.clear();
		let catalog = shipped;
		for (const file of files) {
			if (!file.ok) {
				this.log.warn(file.problem);
				continue;
			}
			const { parsed, problems, isOfBefore } = await this.read(file);
			const merged = parsed && mergeCatalog(catalog, parsed);
			catalog = merged?.catalog ?? catalog;
			// places in rows of before say nothing about the file of now
			this.report(file.uri, isOfBefore || !merged ? problems : [...problems, ...merged.problems]);
		}
		return catalog;
	}

	dispose(): void {
		this.diagnostics.dispose();
		vscode.Disposable.from(...this.watchers).dispose();
	}

	private async read({ uri, origin }: CatalogFile): Promise<ReadCatalog> {
		const key = uri.toString();
		try {
			const { size } = await vscode.workspace.fs.stat(uri);
			if (size > maxCatalogBytes) throw new RangeError(`${size} bytes; at most ${maxCatalogBytes} are read`);
			const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
			const parsed = parseCatalogText(text, origin);
			const { problems } = parsed;
			const hasRecords = parsed.records.models.length + parsed.records.figures.length > 0;
			if (!hasRecords && problems.length > 0) return this.asBefore(key, problems);
			this.lastGood.set(key, parsed);
			return { parsed, problems, isOfBefore: false };
		} catch (error) {
			this.log.warn(`The catalog ${origin} cannot be read.`, error);
			return this.asBefore(key, [{ origin, where: '', message: `cannot be read: ${messageOf(error)}` }]);
		}
	}

	private asBefore(key: string, problems: readonly CatalogProblem[]): ReadCatalog {
		return { parsed: this.lastGood.get(key), problems, isOfBefore: true };
	}

	/** A file that is no longer set and is set again later is read as a new one. */
	private forgetOthers(files: readonly FoundCatalogFile[]): void {
		const set = new Set(files.flatMap(file => (file.ok ? [file.uri.toString()] : [])));
		for (const key of this.lastGood.keys()) if (!set.has(key)) this.lastGood.delete(key);
	}

	private report(uri: vscode.Uri, problems: readonly CatalogProblem[]): void {
		for (const { origin, where, message } of problems) this.log.warn(`${origin}: ${placed(where, message)}`);
		this.diagnostics.set(uri, [...(this.diagnostics.get(uri) ?? []), ...problems.map(diagnosticOf)]);
	}

	private watch(files: readonly FoundCatalogFile[]): void {
		vscode.Disposable.from(...this.watchers).dispose();
		this.watchers = files.flatMap(file => {
			if (!file.ok) return [];
			const folder = vscode.Uri.joinPath(file.uri, '..');
			const name = file.uri.path.slice(file.uri.path.lastIndexOf('/') + 1);
			const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, globOf(name)));
			watcher.onDidChange(this.changed);
			watcher.onDidCreate(this.changed);
			watcher.onDidDelete(this.changed);
			return [watcher];
		});
	}
}

/** `figures, row 12: …`; the message alone where it is about the whole file. */
function placed(where: string, message: string): string {
	return where === '' ? message : `${where}: ${message}`;
}

function diagnosticOf({ where, message, line }: CatalogProblem): vscode.Diagnostic {
	const row = Math.max(0, (line ?? 1) - 1);
	const range = new vscode.Range(row, 0, row, Number.MAX_SAFE_INTEGER);
	const diagnostic = new vscode.Diagnostic(range, placed(where, message), vscode.DiagnosticSeverity.Warning);
	diagnostic.source = 'Model Scout';
	return diagnostic;
}

/** A pattern that matches one file name alone. */
function globOf(name: string): string {
	return name.replace(/[[\]{}*?]/g, '[$&]');
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
