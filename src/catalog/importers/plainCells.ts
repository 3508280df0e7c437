import type { RowReader } from './delimited.ts';
import { NameScanner } from './nameScanner.ts';
import { isNothing, isPlainPercent, plainCost, plainNumber, plainSide } from './tableNumbers.ts';
import type { TableColumn } from './tableHeadings.ts';
import { isFigureColumn, macsIn, type FigureColumn, type TableColumns } from './tableValues.ts';

/** Longer texts are cut, which the other reader does. */
const longestText = 200;

/** Where a text of the row stands that is read now; of no length where the row does not say it. */
export class PlainCell {
	start = 0;
	end = 0;
	/** Its `hashOfText`. */
	hash = 0;
	/** Its `nameMarks`. */
	marks = 0;

	get length(): number {
		return this.end - this.start;
	}
}

const plainTexts = ['model', 'framework', 'checkpoint', 'licence', 'source', 'note'] as const;
type PlainTextKind = (typeof plainTexts)[number];

/** What a column is read into. */
interface ReadColumn {
	readonly column: TableColumn | undefined;
	readonly text?: PlainCell | undefined;
	readonly figure?: FigureColumn | undefined;
	/** Place among the columns of figures. */
	readonly place: number;
}

/**
 * The cells of a plain row: no quotes, words of ASCII, numbers without a unit. Every row is read into the same object,
 * since one for each would take as long as the reading.
 */
export class PlainCells {
	readonly texts: Readonly<Record<PlainTextKind, PlainCell>> = {
		model: new PlainCell(),
		framework: new PlainCell(),
		checkpoint: new PlainCell(),
		licence: new PlainCell(),
		source: new PlainCell(),
		note: new PlainCell(),
	};
	/** The side of the input in px; NaN where the row does not say it. */
	side = NaN;
	readonly figures: readonly FigureColumn[];
	/** By column of figures: the value, NaN where the row does not say it, and where it is printed. */
	readonly values: Float64Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	private readonly columns: readonly ReadColumn[];
	private readonly scanner: NameScanner;
	private readonly text: string;
	private readonly separator: number;

	constructor({ text, separator }: RowReader, columns: TableColumns) {
		this.text = text;
		this.separator = separator;
		this.scanner = new NameScanner(text, separator, longestText);
		this.figures = columns.filter(column => column !== undefined).filter(isFigureColumn);
		this.values = new Float64Array(this.figures.length);
		this.starts = new Int32Array(this.figures.length);
		this.ends = new Int32Array(this.figures.length);
		this.columns = columns.map(column => {
			const figure = column && isFigureColumn(column) ? column : undefined;
			const kind = plainTexts.find(each => each === column?.kind);
			return {
				column,
				text: kind && this.texts[kind],
				figure,
				place: figure ? this.figures.indexOf(figure) : -1,
			};
		});
	}

	/** Reads the row that starts there. Where it ends; -1 where it is not plain. */
	read(start: number): number {
		const { columns, separator, text } = this;
		let at = start;
		let isFirst = true;
		for (const column of columns) {
			if (!isFirst) {
				if (text.charCodeAt(at) !== separator) return -1;
				at += 1;
			}
			isFirst = false;
			at = text.charCodeAt(at) === quote ? -1 : this.readCell(column, at);
			if (at < 0) return -1;
		}
		return text.charCodeAt(at) === separator ? -1 : at;
	}

	/** What the file shows in a cell. */
	textOf({ start, end }: PlainCell): string {
		return this.text.slice(start, end);
	}

	/** Whether a cell of another row holds the same. */
	isSame({ start, length }: PlainCell, otherStart: number, otherLength: number): boolean {
		if (length !== otherLength) return false;
		for (let index = 0; index < length; index++) {
			if (this.text.charCodeAt(start + index) !== this.text.charCodeAt(otherStart + index)) return false;
		}
		return true;
	}

	private readCell({ column, text, figure, place }: ReadColumn, start: number): number {
		if (text) return this.readText(text, start);
		if (figure) return this.readFigure(figure, place, start);
		const end = this.endOfCell(start);
		if (!column) return end;
		if (column.kind === 'input') return this.readSide(start, end);
		return this.isNothing(start, end) ? end : -1;
	}

	private readText(cell: PlainCell, start: number): number {
		const end = this.scanner.scan(start);
		if (end < 0) return -1;
		const isSaid = end > start && !(this.mayBeNothing(start, end) && isNothing(this.text.slice(start, end)));
		cell.start = start;
		cell.end = isSaid ? end : start;
		cell.hash = this.scanner.hash;
		cell.marks = this.scanner.marks;
		return end;
	}

	/** Most texts do not begin like one that says nothing, or are longer. */
	private mayBeNothing(start: number, end: number): boolean {
		const unit = this.text.charCodeAt(start);
		const letter = unit | 0x20;
		const isWord = letter === letterN || letter === letterT || letter === letterU;
		return isWord ? end - start <= longestNothing : unit < digitZero || unit === questionMark;
	}

	private readSide(start: number, end: number): number {
		this.side = plainSide(plainNumber(this.text, start, end), end - start);
		return !Number.isNaN(this.side) || this.isNothing(start, end) ? end : -1;
	}

	private readFigure(column: FigureColumn, place: number, start: number): number {
		const end = this.endOfCell(start);
		const number = plainNumber(this.text, start, end);
		const value = valueOf(column, number);
		this.values[place] = value;
		this.starts[place] = start;
		this.ends[place] = end;
		if (!Number.isNaN(value)) return end;
		return Number.isNaN(number) && this.isNothing(start, end) ? end : -1;
	}

	private isNothing(start: number, end: number): boolean {
		return start === end || isNothing(this.text.slice(start, end));
	}

	private endOfCell(start: number): number {
		const { text, separator } = this;
		let at = start;
		for (; at < text.length; at++) {
			const unit = text.charCodeAt(at);
			if (unit === separator || unit === lineFeed || unit === carriageReturn) break;
		}
		return at;
	}
}

const [lineFeed, carriageReturn, quote, digitZero, questionMark] = [0x0a, 0x0d, 0x22, 0x30, 0x3f];
const [letterN, letterT, letterU] = [0x6e, 0x74, 0x75];
/** Characters of `not available`. */
const longestNothing = 13;

/** NaN where it takes a second look. */
function valueOf(column: FigureColumn, number: number): number {
	if ('isError' in column) return !column.isError && isPlainPercent(number) ? number : NaN;
	const cost = plainCost(number, column.kind, column.factor);
	return column.isFlops === true ? macsIn(cost) : cost;
}
