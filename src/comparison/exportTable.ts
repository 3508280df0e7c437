import { markdownTable } from 'markdown-table';
import { escapeMarkdown, plainText } from '../catalog/plainText.ts';

/** A table for files and the clipboard. A number is in the unit of the records; undefined is an unknown value. */
export interface ExportTable {
	readonly columns: readonly ExportColumn[];
	/** Cell `i` of each row belongs to column `i`. */
	readonly rows: readonly (readonly ExportCell[])[];
}

export interface ExportColumn {
	/** Short name for machines: `macs`, `latency_ms_pixel_1`. */
	readonly id: string;
	/** Header for people. */
	readonly title: string;
	readonly align: 'left' | 'right';
}

/** With `text` a number is shown to people in that form; files for machines hold the number. */
export type ExportCell = string | { readonly value: number; readonly text: string } | undefined;

/** Above the longest cell of any spreadsheet that keeps whole cells. */
const maxCellLength = 32_000;

/**
 * RFC 4180: header of column ids, CRLF, quotes where needed. Numbers are plain and locale-neutral (219000000, 75.2); an
 * unknown value is an empty cell. A text that a spreadsheet would evaluate is guarded with an apostrophe.
 */
export function exportCsv(table: ExportTable): string {
	const header = table.columns.map(({ id }) => csvText(id));
	return delimited([header, ...table.rows.map(row => row.map(csvCell))], ',');
}

/** The same as tab-separated text with the titles as header: what spreadsheets take from the clipboard. */
export function exportTsv(table: ExportTable): string {
	const header = table.columns.map(({ title }) => csvText(title));
	return delimited([header, ...table.rows.map(row => row.map(csvCell))], '\t');
}

/** A list of objects by column id: numbers as numbers, texts as they are, an unknown value null. Ends with a line end. */
export function exportJson({ columns, rows }: ExportTable): string {
	const objects = rows.map(row =>
		Object.fromEntries(
			columns.map(({ id }, place) => {
				const cell = row[place];
				return [id, typeof cell === 'object' ? cell.value : (cell ?? null)];
			}),
		),
	);
	return `${JSON.stringify(objects, null, '\t')}\n`;
}

/** A GitHub-flavored Markdown table in the form shown to people. Every cell is literal text. Ends with a line end. */
export function exportMarkdown(table: ExportTable): string {
	const header = table.columns.map(({ title }) => escapeMarkdown(title));
	const rows = table.rows.map(row => row.map(cell => escapeMarkdown(shownText(cell), maxCellLength)));
	const align = table.columns.map(column => (column.align === 'right' ? 'r' : 'l'));
	return `${markdownTable([header, ...rows], { align })}\n`;
}

/**
 * Undoes the guard of a text cell: what an importer of our own files calls. Other text is returned as it is.
 */
export function unguardCell(cell: string): string {
	return cell.replace(guarded, '$1');
}

/** Where a formula could begin: at the start, and behind what other locales split cells at, after spaces and quotes. */
const formulaStart = /(^|[;|,\t])(?=[\s'"]*[=+\-@＝＋－＠])/gu;
const guarded = /(^|[;|,\t])'(?=[\s'"]*[=+\-@＝＋－＠])/gu;

/** Quotes as RFC 4180, section 2, says. The library for it brings 33 kB of a Buffer into a browser's host for this line. */
function delimited(rows: readonly (readonly string[])[], delimiter: ',' | '\t'): string {
	const quoted = (cell: string): string =>
		cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
	return rows.map(row => `${row.map(quoted).join(delimiter)}\r\n`).join('');
}

function csvCell(cell: ExportCell): string {
	if (cell === undefined) return '';
	return typeof cell === 'string' ? csvText(cell) : csvNumber(cell.value);
}

function csvText(text: string): string {
	return plainText(text, maxCellLength).replace(formulaStart, "$1'");
}

/** Digits, point, minus and exponent only; what is not finite is unknown. */
function csvNumber(value: number): string {
	return Number.isFinite(value) ? String(value) : '';
}

/** A cell in the form shown to people; empty where it is unknown. */
export function shownText(cell: ExportCell): string {
	if (cell === undefined) return '';
	return typeof cell === 'string' ? cell : cell.text;
}
