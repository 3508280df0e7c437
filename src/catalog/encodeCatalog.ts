import type { Column, ColumnTable } from './columnTable.ts';
import type { CatalogRecords } from './records.ts';
import { withSnippetRuns } from './snippetRuns.ts';
import { sectionStart, shippedFormat, shippedLists } from './shippedCatalog.ts';

export { shippedLists };

/**
 * The text of the file that ships with the extension: every list as columns. Made when the extension is built. It is JSON
 * with a line for each list, so that a list can be read without those before it.
 * @param snippetReport What was run of the snippets of its checkpoints, as `parseSnippetRuns` reads it.
 */
export function encodeCatalog(lists: CatalogRecords, snippetReport = ''): string {
	const records = { ...lists, checkpoints: withSnippetRuns(lists.checkpoints, snippetReport) };
	const { version, date } = records;
	const head = JSON.stringify({ format: shippedFormat, version, date }).slice(1, -1);
	const lines = shippedLists.map(list => `${sectionStart(list)}${JSON.stringify(tableOf(records[list]))}`);
	return inAscii(`{${[head, ...lines].join(',\n')}\n}\n`);
}

/** Text of ASCII alone is read and cut twice as fast, as each character of it is one byte in memory too. */
function inAscii(json: string): string {
	return json.replace(/[^\x00-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function tableOf(records: readonly object[]): ColumnTable {
	const rows = records.map(record => new Map<string, unknown>(Object.entries(record)));
	const fields = new Set(rows.flatMap(row => [...row.keys()]));
	const columns = [...fields].map(field => [field, columnOf(rows.map(row => row.get(field) ?? null))] as const);
	return { rows: records.length, columns: Object.fromEntries(columns) };
}

/** Values that stand at least twice each are written once; numbers are as short as their place in such a list. */
function columnOf(entries: readonly unknown[]): Column {
	const places = new Map<string, number>();
	const values: unknown[] = [];
	const at = entries.map(entry => {
		const key = JSON.stringify(entry);
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, values.length);
		return values.push(entry) - 1;
	});
	const pays = values.length * 2 <= entries.length && entries.some(entry => typeof entry !== 'number');
	return pays ? { values, at } : { values: entries };
}
