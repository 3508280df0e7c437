import type { Catalog } from '../../catalog/catalog.ts';
import { costsAtInput } from '../../comparison/costsAtInput.ts';

/** The catalog with its costs at an input size in px; undefined where they cannot be counted. */
export function countedCatalog(catalog: Catalog, input: readonly [number, number]): Catalog | undefined {
	return costsAtInput(catalog, input);
}
