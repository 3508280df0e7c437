import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { layerCatalogs, type LayeredCatalog, type LayeredFile } from '../catalog/layerCatalogs.ts';
import { maxCatalogBytes, type CatalogProblem } from '../catalog/parseCatalog.ts';
import { findCatalogFile, type CatalogFile, type FoundCatalogFile } from './catalogFile.ts';
import { readInTurns } from './readInTurns.ts';
import type { CatalogPath } from './settings.ts';
import { watchFiles } from './workspaceCatalogs.ts';

/** Time that views need to show a catalog, in ms. */
const drawingTime = 200;

/** Records of files that are judged while somebody works; it takes a second for ten times as many. */
const mostJudged = 20_000;

/** What a file gave. */
interface ReadCatalog {
	readonly uri: vscode.Uri;
	/** Undefined where it holds nothing and never did. */
	readonly file: LayeredFile | undefined;
	/** What is wrong with the file as it is now. */
	readonly problems: readonly CatalogProblem[];
	/** Whether `file` is what it held before it turned bad. */
	readonly isOfBefore: boolean;
}

/** Reads and watches the user's own catalog files. What is wrong with one is shown in the Problems panel at its place. */
export class UserCatalogs implements vscode.Disposable {
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('model-scout-catalog');
	/** By URI: what a file held when it could last be read. */
	private readonly lastGood = new Map<string, LayeredFile>();
	/** By the folder and name of a file that is set. */
	private readonly watchers = new Map<string, vscode.Disposable>();
	private readings = 0;

	constructor(
		private readonly changed: () => void,
		private readonly log: vscode.LogOutputChannel,
	) {}

	/**
	 * `shipped` with the records of the files `found` in the workspace and of those at `paths`. A file or row that cannot be
	 * read is reported and left out.
	 */
	async addTo(shipped: Catalog, found: readonly CatalogFile[], paths: readonly CatalogPath[]): Promise<Catalog> {
		const reading = ++this.readings;
		const set = await Promise.all(paths.map(path => findCatalogFile(path)));
		if (reading === this.readings) this.watch(set); // before reading, so that no change in between is lost
		for (const file of set) if (!file.ok) this.log.warn(file.problem);
		const files = onePerUri([...found, ...set.flatMap(file => (file.ok ? [file] : []))]);
		const read = await Promise.all(files.map(file => this.read(file, shipped)));
		const layered = layerCatalogs(
			shipped,
			read.flatMap(({ file }) => file ?? []),
		);
		if (reading !== this.readings) return layered.catalog; // a later call has newer files to tell of
		this.forgetOthers(files);
		this.diagnostics.clear();
		for (const { uri, file, problems, isOfBefore } of read) {
			// places in rows of before say nothing about the file of now
			const ofRows = isOfBefore || !file ? [] : (layered.problems.get(file) ?? []);
			this.report(uri, [...problems, ...ofRows]);
		}
		this.judge(reading, layered, read).catch((error: unknown) => {
			this.log.error('The figures of catalogs could not be judged.', error);
		});
		return layered.catalog;
	}

	/** Adds doubtful figures to the problems, after the views had time to show the catalog. */
	private async judge(reading: number, layered: LayeredCatalog, read: readonly ReadCatalog[]): Promise<void> {
		const { judgeFiles } = await import('../comparison/judgeFiles.ts');
		await new Promise(resolve => setTimeout(resolve, drawingTime));
		if (reading !== this.readings) return;
		const files = read.flatMap(({ file, isOfBefore }) => (isOfBefore || !file ? [] : [file]));
		const findings = judgeFiles(layered, files, mostJudged);
		for (const { uri, file } of read) {
			const found = file && findings.get(file);
			if (!found) continue;
			this.diagnostics.set(uri, [...(this.diagnostics.get(uri) ?? []), ...found.map(diagnosticOf)]);
		}
	}

	dispose(): void {
		this.readings += 1; // so that no judgment comes later
		this.diagnostics.dispose();
		vscode.Disposable.from(...this.watchers.values()).dispose();
	}

	private async read({ uri, origin, layer }: CatalogFile, shipped: Catalog): Promise<ReadCatalog> {
		try {
			const { size } = await vscode.workspace.fs.stat(uri);
			if (size > maxCatalogBytes) throw new RangeError(`${size} bytes; at most ${maxCatalogBytes} are read`);
			const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
			const parsed = await readInTurns(text, origin, shipped);
			const { problems } = parsed;
			if (parsed.places.size === 0 && problems.length > 0) return this.asBefore(uri, problems);
			const file: LayeredFile = { layer, parsed, text };
			this.lastGood.set(uri.toString(), file);
			return { uri, file, problems, isOfBefore: false };
		} catch (error) {
			this.log.warn(`The catalog ${origin} cannot be read.`, error);
			return this.asBefore(uri, [{ origin, where: '', message: `cannot be read: ${messageOf(error)}` }]);
		}
	}

	private asBefore(uri: vscode.Uri, problems: readonly CatalogProblem[]): ReadCatalog {
		return { uri, file: this.lastGood.get(uri.toString()), problems, isOfBefore: true };
	}

	/** A file that is gone from the setting or the workspace and comes back later is read as a new one. */
	private forgetOthers(files: readonly CatalogFile[]): void {
		const known = new Set(files.map(({ uri }) => uri.toString()));
		for (const key of this.lastGood.keys()) if (!known.has(key)) this.lastGood.delete(key);
	}

	private report(uri: vscode.Uri, problems: readonly CatalogProblem[]): void {
		for (const { origin, where, message } of problems) this.log.warn(`${origin}: ${placed(where, message)}`);
		this.diagnostics.set(uri, problems.map(diagnosticOf));
	}

	private watch(files: readonly FoundCatalogFile[]): void {
		const uris = new Map(files.flatMap(file => (file.ok ? [[file.uri.toString(), file.uri]] : [])));
		for (const [key, watcher] of this.watchers) {
			if (uris.has(key)) continue;
			watcher.dispose();
			this.watchers.delete(key);
		}
		for (const [key, uri] of uris) {
			if (this.watchers.has(key)) continue;
			const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
			const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), globOf(name));
			this.watchers.set(key, watchFiles(pattern, this.changed));
		}
	}
}

/** A file that is set and found is read once, as it was found first. */
function onePerUri(files: readonly CatalogFile[]): readonly CatalogFile[] {
	const byUri = new Map<string, CatalogFile>();
	for (const file of files) if (!byUri.has(file.uri.toString())) byUri.set(file.uri.toString(), file);
	return [...byUri.values()];
}

/** `figures, row 12: …`; the message alone where it is about the whole file. */
function placed(where: string, message: string): string {
	return where === '' ? message : `${where}: ${message}`;
}

export function diagnosticOf({
	where,
	message,
	line = 1,
	column = 1,
	endColumn,
	severity,
	finding,
}: CatalogProblem): vscode.Diagnostic {
	const end = endColumn === undefined ? Number.MAX_SAFE_INTEGER : endColumn - 1;
	const range = new vscode.Range(Math.max(0, line - 1), column - 1, Math.max(0, line - 1), end);
	const { Information, Warning } = vscode.DiagnosticSeverity;
	const diagnostic = new vscode.Diagnostic(
		range,
		placed(where, message),
		severity === 'information' ? Information : Warning,
	);
	diagnostic.source = 'Model Scout';
	if (finding) diagnostic.code = finding.rule;
	return diagnostic;
}

/** A pattern that matches one file name alone. */
function globOf(name: string): string {
	return name.replace(/[[\]{}*?]/g, '[$&]');
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
