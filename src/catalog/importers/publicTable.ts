import { escapeUnseen } from '../plainText.ts';
import { readDelimited } from './delimited.ts';

/** A row that gave no record. */
export interface RejectedRow {
	/** Line of the file, from 1; the heading is line 1. */
	readonly line: number;
	/** What the row calls its model; empty where it says nothing. */
	readonly name: string;
	readonly reason: string;
}

/** A row as its columns name it, and where it stands. */
export interface PublicRow {
	readonly line: number;
	/** What the row calls its model. */
	readonly name: string;
	/** Text of a column, trimmed; empty where the file has no such column. */
	readonly cell: (column: string) => string;
}

export interface PublicTable {
	readonly rows: readonly PublicRow[];
	readonly rejected: readonly RejectedRow[];
}

export interface PublicTableForm {
	/** Column of what a row calls its model. */
	readonly name: string;
	/** Columns that the file must have beside it. */
	readonly required: readonly string[];
	/** What kind of file is read, for the message about a heading without them: `a results file of timm`. */
	readonly expected: string;
	/** What is wrong with a name; undefined where nothing is. */
	readonly nameFault: (name: string) => string | undefined;
}

/** Of names that are looked up in a mapping, and never become a part of an id. */
export function emptyNameFault(name: string): string | undefined {
	return name === '' ? 'the row names no model' : undefined;
}

/**
 * Reads a CSV file of public figures. A file without one of the columns has no rows and one rejected line: its heading. A
 * row with another number of cells than the heading, or with a faulty name, is rejected; the rows around it are kept.
 */
export function readPublicTable(text: string, form: PublicTableForm): PublicTable {
	const { rows: lines, faults } = readDelimited(text, ',');
	const [first, ...others] = lines;
	const heading = (first?.cells ?? []).map(cell => cell.text.trim());
	const missing = [form.name, ...form.required].filter(column => !heading.includes(column));
	if (missing.length > 0) {
		const reason = `the heading has no column ${missing.join(', ')}; expected ${form.expected}`;
		return { rows: [], rejected: [{ line: 1, name: '', reason }] };
	}
	const columns = new Map(heading.map((column, index) => [column, index]));
	const rows: PublicRow[] = [];
	const rejected = faults.map(({ line = 1, message }): RejectedRow => ({ line, name: '', reason: message }));
	for (const { line = 1, cells } of others) {
		const cell = (column: string): string => cells[columns.get(column) ?? -1]?.text.trim() ?? '';
		const row = { line, name: cell(form.name), cell };
		const reason =
			cells.length === heading.length
				? form.nameFault(row.name)
				: `${String(cells.length)} cells; the heading has ${String(heading.length)}`;
		if (reason === undefined) rows.push(row);
		else rejected.push({ line, name: escapeUnseen(row.name.slice(0, 150)), reason });
	}
	return { rows, rejected };
}
