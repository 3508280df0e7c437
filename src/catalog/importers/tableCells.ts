import type { RowReader } from './delimited.ts';

/** From `start` to before `end`, in UTF-16 units of the file from 0. */
export interface TextRange {
	readonly file: string;
	readonly start: number;
	readonly end: number;
}

/** One cell of a table file as its text says it, and where it stands. */
export interface TableCell {
	readonly text: string;
	/** Line of the file, from 1; undefined in JSON, where places are looked up later. */
	readonly line?: number;
	/** UTF-16 column in that line, from 1. */
	readonly column?: number;
	/** Column after the last character of the cell, where it is on the same line. */
	readonly endColumn?: number;
	/** Where in the file `text` stands as it is. */
	readonly range?: TextRange;
	/** The field of a JSON object that it is, by which its place is found. */
	readonly heading?: string;
}

/** A cell of which nothing but its place is known until it is asked for: most are numbers, which need no text of their own. */
export class PlainCell implements TableCell, TextRange {
	constructor(
		readonly file: string,
		readonly start: number,
		readonly end: number,
		readonly line: number,
		private readonly lineStart: number,
	) {}

	get text(): string {
		return this.file.slice(this.start, this.end);
	}

	get column(): number {
		return this.start - this.lineStart + 1;
	}

	get endColumn(): number {
		return this.end - this.lineStart + 1;
	}

	get range(): TextRange {
		return this;
	}
}

/** Whether a cell says nothing. */
export function isBlankCell(cell: TableCell): boolean {
	const { range } = cell;
	const isVisible =
		range &&
		range.end > range.start &&
		range.file.charCodeAt(range.start) > 0x20 &&
		range.file.charCodeAt(range.start) < 0x7f;
	return isVisible !== true && cell.text.trim() === '';
}

/** Where a cell stands, for a problem. */
export function placeOfCell({ line, column, endColumn, heading }: TableCell): Omit<TableCell, 'text' | 'range'> {
	return {
		...(line === undefined ? {} : { line }),
		...(column === undefined ? {} : { column }),
		...(endColumn === undefined ? {} : { endColumn }),
		...(heading === undefined ? {} : { heading }),
	};
}

export interface TableRow {
	readonly line?: number;
	readonly cells: readonly TableCell[];
}

/** What is wrong with a line, of which nothing is read then. */
export interface TableFault {
	readonly message: string;
	readonly line?: number;
	readonly column?: number;
	/** Row of the table, from 1, where no line is known. */
	readonly row?: number;
	/** Column of the table that is meant. */
	readonly heading?: string;
}

export interface RawTable {
	readonly heading: TableRow;
	/** Read one after the other, once. Undefined stands in the place of one that is left out. */
	readonly rows: Iterable<TableRow | undefined, undefined>;
	/** What a delimited file is read with. */
	readonly reader?: RowReader;
}
