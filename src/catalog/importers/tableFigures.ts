import type { Figure } from '../records.ts';
import { Chains } from './chains.ts';
import { FileTexts } from './fileTexts.ts';
import { IntColumn } from './intColumn.ts';
import { LazyRecords } from './lazyRecords.ts';
import type { TableCandidates } from './tableCandidates.ts';
import type { TableRowPlaces } from './tableRowPlaces.ts';
import type { TableFigure } from './tableValues.ts';

/** What many figures have in common. */
type FigureForm = Pick<Figure, 'kind' | 'convention' | 'conditions' | 'doubt'>;

/** How the accuracies of a row were tested. */
export interface RowTest {
	readonly cropPct: number | undefined;
	/** The data set, where it is not the one of the candidate. */
	readonly otherDataset: string | undefined;
}

/** The figures of a table as columns, numbered as they come. */
export class TableFigures {
	/** By number of a row of figures: its candidate, its row in the table, and its first figure. */
	private readonly candidates = new IntColumn();
	private readonly rows = new IntColumn();
	private readonly firsts = new IntColumn();
	/** Rows of figures by candidate. */
	private readonly byCandidate = new Chains();
	/** By number of a figure: its row of figures, its form, its value and what is printed. */
	private readonly owners = new IntColumn();
	private readonly forms = new IntColumn();
	private readonly values: number[] = [];
	private readonly printed: FileTexts;
	private readonly allForms: FigureForm[] = [];
	private readonly formNumbers = new Map<string, number>();
	private readonly records = new LazyRecords<Figure>(number => this.make(number));

	constructor(
		private readonly context: {
			/** The text that rows are read from. */
			readonly file: string;
			readonly source: string;
			readonly candidates: TableCandidates;
			readonly places: TableRowPlaces;
		},
	) {
		this.printed = new FileTexts(context.file);
	}

	get size(): number {
		return this.values.length;
	}

	/** Adds what a row states of one candidate. */
	add(candidate: number, figures: readonly TableFigure[], test: RowTest, row: number): void {
		if (figures.length === 0) return;
		this.addRow(candidate, row);
		for (const figure of figures) {
			const { value, printed } = figure;
			const form = this.formOf(figure, test);
			if (typeof printed === 'string') this.printed.add(printed);
			else this.printed.addRange(printed.start, printed.end);
			this.push(form, value);
		}
	}

	/** The figures that come next are those of one candidate in a row. */
	addRow(candidate: number, row: number): void {
		this.rows.push(row);
		this.candidates.push(candidate);
		this.firsts.push(this.size);
		this.byCandidate.add(candidate);
	}

	/**
	 * Adds a figure of the last row that was added.
	 * @param form a number of `formOf`.
	 * @param start where the file prints it, to before `end`.
	 */
	addRange(form: number, value: number, start: number, end: number): void {
		this.printed.addRange(start, end);
		this.push(form, value);
	}

	/** The figure of a candidate that states the same as another one would; -1 where none does. */
	stated(candidate: number, { kind }: TableFigure, { otherDataset }: RowTest): number {
		return this.numbersOf(candidate).find(figure => this.isOf(figure, kind, otherDataset)) ?? -1;
	}

	valueAt(number: number): number {
		return this.values[number] ?? NaN;
	}

	rowAt(number: number): number {
		return this.rows.at(this.owners.at(number));
	}

	all(): readonly Figure[] {
		return this.records.all([...this.values.keys()]);
	}

	/** None of a candidate that is none. */
	recordsOf(candidate: number): readonly Figure[] {
		return candidate < 0 ? [] : this.numbersOf(candidate).map(number => this.records.at(number));
	}

	/** The row that a record of the file was made of. */
	rowOf(record: object, candidate: number): number | undefined {
		const number = this.numbersOf(candidate).find(each => this.records.isAt(each, record));
		return number === undefined ? undefined : this.rowAt(number);
	}

	private push(form: number, value: number): void {
		this.owners.push(this.rows.length - 1);
		this.forms.push(form);
		this.values.push(value);
	}

	private numbersOf(candidate: number): readonly number[] {
		const numbers: number[] = [];
		for (const owner of this.byCandidate.of(candidate)) {
			const end = owner + 1 < this.firsts.length ? this.firsts.at(owner + 1) : this.size;
			for (let number = this.firsts.at(owner); number < end; number++) numbers.push(number);
		}
		return numbers;
	}

	private isOf(figure: number, kind: Figure['kind'], otherDataset: string | undefined): boolean {
		const form = this.formAt(figure);
		return form.kind === kind && form.conditions.dataset === (isTested(kind) ? otherDataset : undefined);
	}

	/** @throws {RangeError} if there is no such figure. */
	private formAt(figure: number): FigureForm {
		const form = figure < this.size ? this.allForms[this.forms.at(figure)] : undefined;
		if (!form) throw new RangeError(`no figure ${figure}; expected one of ${this.size}`);
		return form;
	}

	/** The number of what a figure has in common with others. */
	formOf({ kind, convention }: Pick<TableFigure, 'kind' | 'convention'>, test: RowTest): number {
		const { cropPct, otherDataset } = test;
		const key =
			isTested(kind) && (cropPct !== undefined || otherDataset !== undefined)
				? `${kind} ${cropPct ?? ''} ${otherDataset ?? ''}`
				: (convention ?? kind); // only MACs have a convention
		const known = this.formNumbers.get(key);
		if (known !== undefined) return known;
		const conditions = isTested(kind)
			? {
					...(cropPct !== undefined && { cropPct }),
					...(otherDataset !== undefined && { dataset: otherDataset }),
				}
			: {};
		const number = this.allForms.push({
			kind,
			...(convention && { convention }),
			conditions,
			...(isTested(kind) && otherDataset !== undefined && { doubt: 'other-dataset' }),
		});
		this.formNumbers.set(key, number - 1);
		return number - 1;
	}

	private make(number: number): Figure {
		const { kind, conditions, doubt, convention } = this.formAt(number);
		const { source, candidates, places } = this.context;
		const figure = {
			of: candidates.idAt(this.candidates.at(this.owners.at(number))),
			kind,
			value: this.valueAt(number),
			printed: this.printed.at(number),
			conditions,
			source,
			locator: places.locatorOf(this.rowAt(number)),
		};
		// most have neither, and a copy takes as long as all the rest
		return doubt || convention ? { ...figure, ...(doubt && { doubt }), ...(convention && { convention }) } : figure;
	}
}

/** Only accuracies are tested, on a data set and with a crop. */
function isTested(kind: Figure['kind']): boolean {
	return kind === 'top1' || kind === 'top5';
}
