import { once } from './once.ts';
import type { RecordGroups } from './recordGroups.ts';

/**
 * Records as columns, one for each field that any of them has: a file of them is small, is read fast, and a row becomes
 * an object only when somebody asks for it.
 */
export interface ColumnTable {
	readonly rows: number;
	readonly columns: Readonly<Record<string, Column>>;
}

/** Entry `i` is that of row `i`: `values[i]`, or `values[at[i]]` where few values stand many times. `null` is no value. */
export interface Column {
	readonly values: readonly unknown[];
	readonly at?: readonly number[];
}

/** Row number `row` as an object, made anew each time. */
export function tableRow({ columns }: ColumnTable, row: number): object {
	const record: Record<string, unknown> = {};
	for (const field in columns) {
		const column = columns[field];
		const value = column && entryOf(column, row);
		if (value !== null && value !== undefined) record[field] = value;
	}
	return record;
}

/** All rows as objects, filled column after column: to the engine that is one loop of few kinds, a third of the time of row after row. */
export function tableRows({ columns, rows }: ColumnTable): readonly object[] {
	const records = Array.from({ length: rows }, (): Record<string, unknown> => ({}));
	for (const [field, column] of Object.entries(columns)) {
		records.forEach((record, row) => {
			const value = entryOf(column, row);
			if (value !== null && value !== undefined) record[field] = value;
		});
	}
	return records;
}

/**
 * The groups of a table by one of its fields, which is a text in every row. The table is asked for at the first question,
 * and each row is read once, when it is asked for. That its rows are of type T is for the caller to know.
 */
export function groupTable<T extends object>(table: () => ColumnTable, field: keyof T & string): RecordGroups<T> {
	const known: T[] = [];
	const rowAt = (row: number): T => (known[row] ??= tableRow(table(), row) as T);
	const rowsByKey = once(() => groupRows(table(), field));
	const all = once(() => Array.from({ length: table().rows }, (_, row) => rowAt(row)));
	return {
		get all() {
			return all();
		},
		of: key => rowsByKey().get(key)?.map(rowAt) ?? [],
	};
}

/** The rows of each value of a column. */
function groupRows({ columns, rows }: ColumnTable, field: string): ReadonlyMap<unknown, readonly number[]> {
	const { values = [], at } = columns[field] ?? {};
	const groups = new Map<unknown, number[]>();
	// by place first: a text is looked up once for each value and not for each row
	const byPlace: number[][] = [];
	for (let row = 0; row < rows; row++) {
		const place = at?.[row] ?? row;
		let group = byPlace[place];
		if (!group) {
			const value = values[place];
			group = groups.get(value) ?? [];
			groups.set(value, group);
			byPlace[place] = group;
		}
		group.push(row);
	}
	return groups;
}

function entryOf({ values, at }: Column, row: number): unknown {
	return values[at ? (at[row] ?? -1) : row];
}
