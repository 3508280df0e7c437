import { costOfOwner } from '../architecture/costOfOwner.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { LayeredCatalog, LayeredFile } from '../catalog/layerCatalogs.ts';
import type { Finding } from '../catalog/lint/finding.ts';
import { lintCatalog } from '../catalog/lint/lintCatalog.ts';
import { lintFiles } from '../catalog/lint/lintFiles.ts';
import type { CatalogProblem } from '../catalog/parseCatalog.ts';

/** What the linter finds in a catalog, with the costs that the layers of its networks give. */
export function judgeCatalog(catalog: Catalog): readonly Finding[] {
	return lintCatalog(catalog, { computedCost: costOfOwner });
}

/** The same about rows of persons' files, at their places. */
export function judgeFiles(
	layered: LayeredCatalog,
	files: readonly LayeredFile[],
): ReadonlyMap<LayeredFile, readonly CatalogProblem[]> {
	return lintFiles(layered, files, costOfOwner);
}
