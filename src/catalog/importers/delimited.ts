import { isBlankCell, PlainCell, type TableCell, type TableFault, type TableRow } from './tableCells.ts';

export type Delimiter = ',' | ';' | '\t';

export interface DelimitedText {
	readonly rows: readonly TableRow[];
	readonly faults: readonly TableFault[];
}

/** Lines that one row may span by line ends in quotes: beyond them a quote was forgotten. */
const maxRowLines = 30;

const unclosedQuote = `a quote that is not closed, or more than ${maxRowLines} lines in one row; expected a quote at the end of the cell and "" for one inside`;

/**
 * Reads text as RFC 4180 says, with any line end and spaces after a closing quote. Rows without any text are left out. Where
 * quotes do not match, the one line is a fault and reading goes on at the next, so that it hides no other row.
 */
export function readDelimited(text: string, delimiter: Delimiter): DelimitedText {
	const faults: TableFault[] = [];
	const rows = [...delimitedRows(new RowReader(text, delimiter), fault => faults.push(fault))];
	return { rows: rows.filter(row => row !== undefined), faults };
}

/**
 * The rows of `readDelimited` as they are asked for, so that a large file is never held as cells. In the place of one that
 * is left out stands undefined, so that a file of nothing else is read in steps, too.
 */
export function* delimitedRows(
	reader: RowReader,
	report: (fault: TableFault) => void,
): Generator<TableRow | undefined, undefined> {
	let columns: number | undefined;
	while (!reader.isAtEnd()) {
		const row = reader.readRow(columns);
		if ('message' in row) {
			report(row);
			yield undefined;
		} else if (row.cells.every(isBlankCell)) yield undefined;
		else {
			columns ??= row.cells.length;
			yield row;
		}
	}
}

/** The delimiter that the first line with any text has most of; a comma where it has none. */
export function findDelimiter(text: string): Delimiter {
	const first = /[^\r\n]*\S[^\r\n]*/.exec(text.slice(0, 20_000))?.[0].replace(/"[^"]*"/g, '') ?? '';
	const counted = ([',', ';', '\t'] as const).map(delimiter => ({
		delimiter,
		count: first.split(delimiter).length,
	}));
	return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Reads one row after the other, from where the one before ends. */
export class RowReader {
	private at: number;
	private line = 1;
	private lineStart: number;
	/** UTF-16 unit of the delimiter. */
	readonly separator: number;

	constructor(
		readonly text: string,
		readonly delimiter: Delimiter,
	) {
		this.at = text.startsWith('\ufeff') ? 1 : 0;
		this.lineStart = this.at;
		this.separator = delimiter.charCodeAt(0);
	}

	isAtEnd(): boolean {
		return this.at >= this.text.length;
	}

	/** Where the next row starts. */
	get offset(): number {
		return this.at;
	}

	/** Line of the next row, from 1. */
	get nextLine(): number {
		return this.line;
	}

	/** The next row was read by somebody else: it is one line, which ends before the line end at `end`. */
	skipRow(end: number): void {
		this.at = end;
		this.skipLineEnd();
	}

	/** @param columns of the heading: a row of several lines with another number of cells has a forgotten quote. */
	readRow(columns?: number): TableRow | TableFault {
		const { at: start, line, lineStart } = this;
		const cells: TableCell[] = [];
		for (;;) {
			const cell = this.text[this.at] === '"' ? this.quotedCell(line) : this.unquotedCell();
			if (!cell) {
				const fault = { line: this.line, column: this.at - this.lineStart + 1 };
				this.skipLine(start, line);
				return { message: unclosedQuote, ...(fault.line === line ? fault : { line }) };
			}
			cells.push(cell);
			if (this.text[this.at] !== this.delimiter) break;
			this.at += 1;
		}
		if (columns !== undefined && this.line > line && cells.length !== columns) {
			this.skipLine(start, line);
			const opened = cells.find(cell => cell.endColumn === undefined);
			return { message: unclosedQuote, line, column: opened?.column ?? start - lineStart + 1 };
		}
		this.skipLineEnd();
		return { line, cells };
	}

	/** All up to the next delimiter or line end. */
	private unquotedCell(): TableCell {
		const { text, at: start, line, lineStart, separator } = this;
		let end = start;
		for (; end < text.length; end++) {
			const unit = text.charCodeAt(end);
			if (unit === separator || unit === lineFeed || unit === carriageReturn) break;
		}
		this.at = end;
		return new PlainCell(text, start, end, line, lineStart);
	}

	/** Undefined, with nothing read, where the quote at the start has no fellow at the end of the cell. */
	private quotedCell(rowLine: number): TableCell | undefined {
		const start = this.at;
		let end = this.text.indexOf('"', start + 1);
		while (end >= 0 && this.text[end + 1] === '"') end = this.text.indexOf('"', end + 2);
		if (end < 0) return undefined;
		let after = end + 1;
		while (this.text[after] === ' ') after += 1;
		const next = this.text[after];
		if (next !== undefined && next !== this.delimiter && next !== '\r' && next !== '\n') return undefined;
		const written = this.text.slice(start + 1, end);
		const cell = { text: written.replaceAll('""', '"'), line: this.line, column: start - this.lineStart + 1 };
		const ends = [...written.matchAll(/\r\n|\r|\n/g)];
		const last = ends.at(-1);
		if (!last) {
			this.at = after;
			return { ...cell, endColumn: end + 1 - this.lineStart + 1 };
		}
		if (this.line + ends.length - rowLine >= maxRowLines) return undefined;
		this.at = after;
		this.line += ends.length;
		this.lineStart = start + 1 + last.index + last[0].length;
		return cell;
	}

	private skipLine(start: number, line: number): void {
		const end = /[\r\n]/g;
		end.lastIndex = start;
		this.at = end.exec(this.text)?.index ?? this.text.length;
		this.line = line;
		this.skipLineEnd();
	}

	private skipLineEnd(): void {
		if (this.isAtEnd()) return;
		this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1;
		this.line += 1;
		this.lineStart = this.at;
	}
}
