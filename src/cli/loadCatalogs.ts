import { readFileSync, statSync } from 'node:fs';
import type { Catalog } from '../catalog/catalog.ts';
import type { LayeredCatalog, LayeredFile } from '../catalog/layerCatalogs.ts';
import type { CatalogProblem, ParsedCatalog } from '../catalog/parseCatalog.ts';
import { plainText } from '../catalog/plainText.ts';
import { decodeShippedCatalog } from '../catalog/shippedCatalog.ts';
import { quoted } from './options.ts';
import { UsageError } from './usageError.ts';

export interface LoadedCatalog {
	readonly catalog: Catalog;
	/** File of the lists of names that the build puts beside the catalog. */
	readonly names: URL;
	/** Rows of the person's catalogs that were left out. */
	readonly problems: readonly CatalogProblem[];
	/** The person's catalogs in their order, and what adding them gave; undefined where there is none. */
	readonly own?: { readonly files: readonly LayeredFile[]; readonly layered: LayeredCatalog };
}

/**
 * The catalog that the build puts beside the program, and the files of `--catalog` added to it in their order.
 * @throws {UsageError} if a file cannot be read or holds no list of a catalog. A bad row is a problem, not an error.
 */
export async function loadCatalogs(shipped: URL, files: readonly string[]): Promise<LoadedCatalog> {
	const catalog = decodeShippedCatalog(readFileSync(shipped));
	const names = new URL('names.json', shipped);
	if (files.length === 0) return { catalog, names, problems: [] };
	const { maxCatalogBytes } = await import('../catalog/parseCatalog.ts');
	const { parseCatalogFile } = await import('../catalog/parseCatalogFile.ts');
	const { layerCatalogs } = await import('../catalog/layerCatalogs.ts');
	const own = files.map((file): LayeredFile => {
		const text = readTextFile(file, maxCatalogBytes);
		const parsed = parseCatalogFile(text, file, catalog);
		assertCatalog(parsed, file);
		return { layer: 'user', parsed, text };
	});
	const layered = layerCatalogs(catalog, own);
	const problems = own.flatMap(file => [...file.parsed.problems, ...(layered.problems.get(file) ?? [])]);
	return { catalog: layered.catalog, names, problems, own: { files: own, layered } };
}

/** `own.json: figures, row 12: expected number, received string → at value` */
export function formatProblem({ origin, where, line, message }: CatalogProblem): string {
	const place = [where, line === undefined ? '' : `line ${String(line)}`].filter(text => text !== '').join(', ');
	return [origin, place, message]
		.filter(text => text !== '')
		.map(text => plainText(text, 400))
		.join(': ');
}

/** @throws {UsageError} if the file cannot be read or is too large. */
export function readTextFile(file: string, maxBytes: number, what = 'catalog'): string {
	try {
		if (statSync(file).size <= maxBytes) return readFileSync(file, 'utf8');
	} catch (error) {
		throw new UsageError(`cannot read the ${what} ${quoted(file)}: ${reasonOf(error)}`, { cause: error });
	}
	const limit = `${String(maxBytes / 1e6)} MB`;
	throw new UsageError(`cannot read the ${what} ${quoted(file)}: larger than ${limit}; expected a smaller file`);
}

/** A file without a single good row that is itself at fault is no catalog. */
function assertCatalog({ places, problems }: ParsedCatalog, file: string): void {
	const fault = problems.find(({ where }) => where === '');
	if (places.size > 0 || !fault) return;
	const line = fault.line === undefined ? '' : `line ${String(fault.line)}: `;
	throw new UsageError(`cannot use the catalog ${quoted(file)}: ${line}${plainText(fault.message, 400)}`);
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	switch (code) {
		case 'ENOENT':
			return 'there is no such file';
		case 'EISDIR':
			return 'it is a folder';
		case 'EACCES':
		case 'EPERM':
			return 'no permission';
		default:
			return typeof code === 'string' ? code : 'unknown fault';
	}
}
