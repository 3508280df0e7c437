import type { Catalog } from './catalog.ts';
import { importTable, importTableInSteps } from './importers/table.ts';
import { locateProblems } from './locateProblems.ts';
import { parseCatalogText, type CatalogProblem, type ParsedCatalog } from './parseCatalog.ts';

export type CatalogFormat = 'json' | 'csv' | 'tsv' | 'markdown';

/** What a file holds by the ending of its name; JSON where that says nothing. */
export function catalogFormat(name: string): CatalogFormat {
	switch (/\.(csv|tsv|md|markdown)$/i.exec(name)?.[1]?.toLowerCase()) {
		case 'csv':
			return 'csv';
		case 'tsv':
			return 'tsv';
		case 'md':
		case 'markdown':
			return 'markdown';
		default:
			return 'json';
	}
}

/**
 * Reads a person's catalog file of any format. The one place that knows which reader is for which ending.
 * @param origin path that names the file in problems and as a source.
 * @param catalog whose models the rows of a table may name.
 */
export function parseCatalogFile(text: string, origin: string, catalog: Catalog): ParsedCatalog {
	const format = catalogFormat(origin);
	return format === 'json' ? parseCatalogText(text, origin) : importTable(text, { format, origin, catalog });
}

/** `parseCatalogFile` in steps; only a table, which may have 100,000 rows, has more than one. */
export function* parseCatalogFileInSteps(
	text: string,
	origin: string,
	catalog: Catalog,
): Generator<void, ParsedCatalog> {
	const format = catalogFormat(origin);
	if (format === 'json') return parseCatalogText(text, origin);
	return yield* importTableInSteps(text, { format, origin, catalog });
}

/** Places of problems that merging found in a file that was read from `text`; only JSON is looked up again. */
export function locateInFile(
	text: string,
	origin: string,
	problems: readonly CatalogProblem[],
): readonly CatalogProblem[] {
	return catalogFormat(origin) === 'json' ? locateProblems(text, problems) : problems;
}
