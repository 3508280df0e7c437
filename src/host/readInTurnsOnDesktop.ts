import type { Catalog } from '../catalog/catalog.ts';
import { parseCatalogFile } from '../catalog/parseCatalogFile.ts';
import type { ParsedCatalog } from '../catalog/parseCatalog.ts';

/** Stands in for the reader in turns where a browser loads the extension, which reads no tables. */
export function readInTurns(text: string, origin: string, catalog: Catalog): Promise<ParsedCatalog> {
	return Promise.resolve(parseCatalogFile(text, origin, catalog));
}
