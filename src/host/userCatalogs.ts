import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { mergeCatalog } from '../catalog/mergeCatalog.ts';
import { maxCatalogBytes, parseCatalogText, type CatalogProblem, type ParsedCatalog } from '../catalog/parseCatalog.ts';
import { findCatalogFile, type CatalogFile } from './catalogFile.ts';

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
		this.diagnostics.clear();
		let catalog = shipped;
		for (const file of files) {
			if (!file.ok) {
				this.log.warn(file.problem);
				continue;
			}
			const parsed = await this.parse(file);
			if (!parsed) continue;
			const merged = mergeCatalog(catalog, parsed);
			catalog = merged.catalog;
			this.report(file.uri, [...parsed.problems, ...merged.problems]);
		}
		return catalog;
	}

	dispose(): void {
		this.diagnostics.dispose();
		vscode.Disposable.from(...this.watchers).dispose();
	}

	private async parse({ uri, origin }: CatalogFile): Promise<ParsedCatalog | undefined> {
		const key = uri.toString();
		try {
			const { size } = await vscode.workspace.fs.stat(uri);
			if (size > maxCatalogBytes) throw new RangeError(`${size} bytes; at most ${maxCatalogBytes} are read`);
			const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
			const parsed = parseCatalogText(text, origin);
			const hasRecords = parsed.records.models.length + parsed.records.figures.length > 0;
			if (hasRecords || parsed.problems.length === 0) this.lastGood.set(key, parsed);
			return withLastGood(parsed, this.lastGood.get(key));
		} catch (error) {
			this.log.warn(`The catalog ${origin} cannot be read.`, error);
			this.report(uri, [{ origin, where: 'file', message: `cannot be read: ${messageOf(error)}` }]);
			return this.lastGood.get(key);
		}
	}

	private report(uri: vscode.Uri, problems: readonly CatalogProblem[]): void {
		for (const { origin, where, message } of problems) this.log.warn(`${origin}, ${where}: ${message}`);
		this.diagnostics.set(uri, [...(this.diagnostics.get(uri) ?? []), ...problems.map(diagnosticOf)]);
	}

	private watch(files: readonly Awaited<ReturnType<typeof findCatalogFile>>[]): void {
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

/** The problems of now with the records of before, where a file holds no record any more. */
function withLastGood(parsed: ParsedCatalog, lastGood: ParsedCatalog | undefined): ParsedCatalog {
	return lastGood === undefined || lastGood === parsed ? parsed : { ...lastGood, problems: parsed.problems };
}

function diagnosticOf({ where, message, line }: CatalogProblem): vscode.Diagnostic {
	const row = Math.max(0, (line ?? 1) - 1);
	const range = new vscode.Range(row, 0, row, Number.MAX_SAFE_INTEGER);
	const diagnostic = new vscode.Diagnostic(range, `${where}: ${message}`, vscode.DiagnosticSeverity.Warning);
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
