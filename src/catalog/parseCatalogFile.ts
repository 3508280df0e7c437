import { locateProblems } from './locateProblems.ts';
import { parseCatalogText, type CatalogProblem, type ParsedCatalog } from './parseCatalog.ts';

export type CatalogFormat = 'json' | 'csv' | 'markdown';

/** What a file holds by the ending of its name; JSON where that says nothing. */
export function catalogFormat(name: string): CatalogFormat {
	const ending = /\.(csv|tsv|md|markdown)$/i.exec(name)?.[1]?.toLowerCase();
	if (ending === undefined) return 'json';
	return ending.startsWith('m') ? 'markdown' : 'csv';
}

/**
 * Reads a person's catalog file of any format. The one place that knows which reader is for which ending.
 * @param origin path that names the file in problems and as a source.
 */
export function parseCatalogFile(text: string, origin: string): ParsedCatalog {
	switch (catalogFormat(origin)) {
		case 'json':
			return parseCatalogText(text, origin);
		case 'csv':
		case 'markdown':
			return unread(origin);
	}
}

/** Places of problems that merging found in a file that was read from `text`; only JSON is looked up again. */
export function locateInFile(
	text: string,
	origin: string,
	problems: readonly CatalogProblem[],
): readonly CatalogProblem[] {
	return catalogFormat(origin) === 'json' ? locateProblems(text, problems) : problems;
}

function unread(origin: string): ParsedCatalog {
	const empty = parseCatalogText('{}', origin);
	const message = 'is no JSON; this version reads catalogs in JSON only, such as model-scout.catalog.json';
	return { ...empty, problems: [{ origin: empty.origin, where: '', message, line: 1 }] };
}
