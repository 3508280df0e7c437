import { parseCatalogText, type ParsedCatalog } from '../parseCatalog.ts';
import type { TableOptions } from './table.ts';

/** Stands in for the reader of tables where a browser loads the extension, whose one file has no room for it. */
export function importTable(_text: string, { origin }: TableOptions): ParsedCatalog {
	const empty = parseCatalogText('{}', origin);
	const message =
		'tables are read on the desktop only; model-scout import makes a model-scout.catalog.json of this one';
	return { ...empty, problems: [{ origin: empty.origin, where: '', message, line: 1 }] };
}

/** The same for a reader that takes turns: it is done after one. */
export function* importTableInSteps(text: string, options: TableOptions): Generator<void, ParsedCatalog> {
	yield;
	return importTable(text, options);
}
