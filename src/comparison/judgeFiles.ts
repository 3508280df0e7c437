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

/**
 * The same about rows of persons' files, at their places.
 * @param mostRecords of all files together; where there are more, each file has one problem that says so.
 */
export function judgeFiles(
	layered: LayeredCatalog,
	files: readonly LayeredFile[],
	mostRecords = Infinity,
): ReadonlyMap<LayeredFile, readonly CatalogProblem[]> {
	const records = files.reduce((sum, { parsed }) => sum + parsed.places.size, 0);
	if (records <= mostRecords) return lintFiles(layered, files, costOfOwner);
	const message = `its figures are not judged, as ${records} records are too many to do so beside other work; run model-scout lint`;
	return new Map(
		files.map(file => {
			const { origin } = file.parsed;
			return [file, [{ origin, where: '', message, line: 1, severity: 'information' }]];
		}),
	);
}
