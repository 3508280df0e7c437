/** One cell of a table file as its text says it, and where it stands. */
export interface TableCell {
	readonly text: string;
	/** Line of the file, from 1; undefined in JSON, where places are looked up later. */
	readonly line?: number;
	/** UTF-16 column in that line, from 1. */
	readonly column?: number;
	/** Column after the last character of the cell, where it is on the same line. */
	readonly endColumn?: number;
	/** The field of a JSON object that it is, by which its place is found. */
	readonly heading?: string;
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
	/** Read one after the other, once. */
	readonly rows: Iterable<TableRow>;
}
