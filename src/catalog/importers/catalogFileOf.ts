import { listNames } from '../parseCatalog.ts';
import type { CatalogRecords, Source } from '../records.ts';
import type { ListName } from '../records.schema.ts';

/** What stands in a `model-scout.catalog.json`. */
export type CatalogFile = Readonly<Partial<Record<ListName, readonly object[]>>>;

/** Records as a catalog file that can be read by itself: the file that they are from is one of its sources. */
export function catalogFileOf(
	records: Partial<CatalogRecords>,
	fileSource: Source,
	/** ISO date of the file that was read. */
	date: string,
): CatalogFile {
	const isCited = [...(records.figures ?? []), ...(records.measurements ?? [])].length > 0;
	const dated = { ...fileSource, version: fileSource.version || date, date };
	const sources = [...(records.sources ?? []), ...(isCited ? [dated] : [])];
	const lists = listNames.map(list => [list, list === 'sources' ? sources : (records[list] ?? [])] as const);
	return Object.fromEntries(lists.filter(([, rows]) => rows.length > 0));
}

export type JoinedFile =
	| { readonly ok: true; readonly text: string; readonly added: number; readonly known: number }
	| { readonly ok: false; readonly problem: string };

/**
 * A catalog file with the rows of another at the end of its lists. Whatever stands in it stays as it is; a row whose id it
 * has, and a figure or time that it has of the same source, is not added again.
 * @param text of the file as it is now; undefined where there is none.
 */
export function joinCatalogFiles(text: string | undefined, addition: CatalogFile): JoinedFile {
	const file = text === undefined || text.trim() === '' ? {} : readObject(text);
	if (!file) return { ok: false, problem: 'is not valid JSON with lists of a catalog; repair it before importing' };
	const lists = new Map<string, unknown>(Object.entries(file));
	let added = 0;
	let known = 0;
	for (const list of listNames) {
		const rows = addition[list] ?? [];
		const before = lists.get(list) ?? [];
		if (!Array.isArray(before))
			return { ok: false, problem: `has "${list}" as no list; repair it before importing` };
		const rowsBefore: readonly unknown[] = before;
		const keys = new Set(rowsBefore.map(keyOf));
		const news = rows.filter(row => !keys.has(keyOf(row)));
		added += news.length;
		known += rows.length - news.length;
		if (news.length > 0) lists.set(list, [...rowsBefore, ...news]);
	}
	const indent = /\n([ \t]+)"/.exec(text?.slice(0, 2000) ?? '')?.[1] ?? '\t';
	return { ok: true, text: `${JSON.stringify(Object.fromEntries(lists), undefined, indent)}\n`, added, known };
}

/** What one row and another of the same meaning have in common: their id, or all but the number and where it is printed. */
function keyOf(row: unknown): string {
	if (typeof row !== 'object' || row === null) return '';
	if ('id' in row) return JSON.stringify(row.id);
	const about = Object.entries(row).filter(
		([field]) => !['value', 'ms', 'printed', 'locator', 'note'].includes(field),
	);
	return JSON.stringify(about.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readObject(text: string): object | undefined {
	try {
		const file: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
		return typeof file === 'object' && file !== null && !Array.isArray(file) ? file : undefined;
	} catch {
		return undefined; // the caller says that it is none
	}
}
