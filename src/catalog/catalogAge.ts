import type { Catalog } from './catalog.ts';
import { plainText } from './plainText.ts';

/** The foot of every answer as text: `Catalog 2025.11 of 2025-11-20, with own.json`. */
export function formatCatalogFoot(catalog: Catalog): string {
	return `Catalog ${plainText(catalog.version, 40)} of ${plainText(catalog.date, 40)}${addedText(catalog)}`;
}

/** The same where there is little room: `Catalog of 2025-11-20, with own.json`. */
export function formatCatalogAge(catalog: Catalog): string {
	return `Catalog of ${plainText(catalog.date, 40)}${addedText(catalog)}`;
}

const namedFiles = 3;

/** The files that were added to the shipped catalog, so that no answer passes for one of shipped data alone. */
function addedText({ addedFiles }: Catalog): string {
	if (addedFiles.length === 0) return '';
	const names = addedFiles.slice(0, namedFiles).map(file => plainText(file, 80));
	const more = addedFiles.length - names.length;
	return `, with ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}
