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
export interface TimmRow {
	readonly line: number;
	readonly name: string;
	/** Text of a column; empty where the file has no such column. */
	readonly cell: (column: string) => string;
}

export interface TimmTable {
	readonly rows: readonly TimmRow[];
	readonly rejected: readonly RejectedRow[];
}

/**
 * Reads a CSV file of timm. A file without one of the `required` columns has no rows and one rejected line: its heading.
 * A row with another number of cells than the heading, or without a name that can load weights, is rejected.
 */
export function readTimmTable(text: string, required: readonly string[]): TimmTable {
	const { rows: lines, faults } = readDelimited(text, ',');
	const [first, ...others] = lines;
	const heading = (first?.cells ?? []).map(cell => cell.text.trim());
	const missing = ['model', ...required].filter(column => !heading.includes(column));
	if (missing.length > 0) {
		const reason = `the heading has no column ${missing.join(', ')}; expected a results or benchmark file of timm`;
		return { rows: [], rejected: [{ line: 1, name: '', reason }] };
	}
	const columns = new Map(heading.map((column, index) => [column, index]));
	const rows: TimmRow[] = [];
	const rejected = faults.map(({ line = 1, message }): RejectedRow => ({ line, name: '', reason: message }));
	for (const { line = 1, cells } of others) {
		const cell = (column: string): string => cells[columns.get(column) ?? -1]?.text.trim() ?? '';
		const row = { line, name: cell('model'), cell };
		const reason = rowFault(row.name, cells.length, heading.length);
		if (reason === undefined) rows.push(row);
		else rejected.push({ line: row.line, name: escapeUnseen(row.name), reason });
	}
	return { rows, rejected };
}

function rowFault(name: string, cells: number, columns: number): string | undefined {
	if (cells !== columns) return `${cells} cells; the heading has ${columns}`;
	if (/^[a-z0-9][\w.-]{0,149}$/i.test(name)) return undefined;
	return 'the model has no name of letters, digits and _ . -';
}

/** Architecture of weights: what stands before the first dot. */
export function architectureOf(name: string): string {
	return name.split('.', 1)[0] ?? name;
}

/** A number as timm prints it, with commas between thousands; undefined where the text is no such number. */
export function printedNumber(text: string): number | undefined {
	if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return undefined;
	const value = Number(text.replaceAll(',', ''));
	return Number.isFinite(value) ? value : undefined;
}

/** A side in px as a square input. */
export function printedInput(text: string): readonly [number, number] | undefined {
	const side = printedNumber(text);
	return side !== undefined && Number.isInteger(side) && side > 0 && side <= 100_000 ? [side, side] : undefined;
}
