import Papa from 'papaparse';
import { escapeUnseen } from '../plainText.ts';
import type { RejectedRow } from './timmRows.ts';

/** A row as its columns name it, and where it stands. */
export interface DetectionRow {
	readonly line: number;
	/** What the row calls its model. */
	readonly name: string;
	/** Text of a column; empty where the file has no such column. */
	readonly cell: (column: string) => string;
}

export interface DetectionTable {
	readonly rows: readonly DetectionRow[];
	readonly rejected: readonly RejectedRow[];
}

/**
 * Reads a CSV file of detectors. A file without one of the `required` columns has no rows and one rejected line: its
 * heading. A row with another number of cells than the heading, or without a name, is rejected.
 */
export function readDetectionTable(text: string, required: readonly string[]): DetectionTable {
	const lines = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' }).data;
	const heading = (lines[0] ?? []).map(cell => cell.trim());
	const missing = ['model', ...required].filter(column => !heading.includes(column));
	if (missing.length > 0) {
		const reason = `the heading has no column ${missing.join(', ')}; expected a table of detectors or of torchvision`;
		return { rows: [], rejected: [{ line: 1, name: '', reason }] };
	}
	const columns = new Map(heading.map((column, index) => [column, index]));
	const rows: DetectionRow[] = [];
	const rejected: RejectedRow[] = [];
	for (const [index, cells] of lines.entries()) {
		if (index === 0 || cells.every(cell => cell.trim() === '')) continue;
		const cell = (column: string): string => cells[columns.get(column) ?? -1]?.trim() ?? '';
		const row = { line: index + 1, name: cell('model'), cell };
		const reason = rowFault(row.name, cells.length, heading.length);
		if (reason === undefined) rows.push(row);
		else rejected.push({ line: row.line, name: escapeUnseen(row.name), reason });
	}
	return { rows, rejected };
}

function rowFault(name: string, cells: number, columns: number): string | undefined {
	if (cells !== columns) return `${String(cells)} cells; the heading has ${String(columns)}`;
	return name === '' || name.length > 150 ? 'the model has no name of at most 150 characters' : undefined;
}

/** `[height, width]` of `640`, `512x512`, `800x1333` or `800 short side`, which stands for a nominal square. */
export function printedSize(text: string): readonly [number, number] | undefined {
	const match = /^(\d{1,5})(?:x(\d{1,5})| short side)?$/.exec(text);
	const height = Number(match?.[1]);
	const width = Number(match?.[2] ?? match?.[1]);
	return height > 0 && width > 0 ? [height, width] : undefined;
}

/** Percent as it is printed, from 0 to 100. */
export function printedPercent(text: string): number | undefined {
	if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(text)) return undefined;
	const value = Number(text);
	return value <= 100 ? value : undefined;
}
