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

/**
 * The groups of a table by one of its fields, which is a text in every row. Each row is read once, when it is asked for.
 * That its rows are of type T is for the caller to know.
 */
export function groupTable<T extends object>(table: ColumnTable, field: keyof T & string): RecordGroups<T> {
	const known: (T | undefined)[] = new Array<T | undefined>(table.rows);
	const rowAt = (row: number): T => (known[row] ??= tableRow(table, row) as T);
	const rowsByKey = groupRows(table.columns[field], table.rows);
	let all: readonly T[] | undefined;
	return {
		get all() {
			all ??= Array.from(known, (_, row) => rowAt(row));
			return all;
		},
		of: key => rowsByKey(key).map(rowAt),
	};
}

/** Finds the rows of a value, with an index that is made when it is first needed. */
function groupRows(column: Column | undefined, rows: number): (key: string) => readonly number[] {
	let index: Map<unknown, number[]> | undefined;
	return key => {
		if (!index) {
			index = new Map();
			for (let row = 0; row < rows; row++) {
				const value = column && entryOf(column, row);
				const group = index.get(value);
				if (group) group.push(row);
				else index.set(value, [row]);
			}
		}
		return index.get(key) ?? [];
	};
}

function entryOf({ values, at }: Column, row: number): unknown {
	return values[at ? (at[row] ?? -1) : row];
}
