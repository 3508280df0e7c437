import type { Figure } from '../records.ts';
import { Chains } from './chains.ts';
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
	private readonly candidates: number[] = [];
	private readonly rows: number[] = [];
	private readonly firsts: number[] = [];
	/** Rows of figures by candidate. */
	private readonly byCandidate = new Chains();
	/** By number of a figure: its row of figures, its value and its form. */
	private readonly owners: number[] = [];
	private readonly values: number[] = [];
	private readonly forms: number[] = [];
	/** Where in the file the number is printed. */
	private readonly starts: number[] = [];
	private readonly ends: number[] = [];
	/** What is printed, where the file does not show it as it is. */
	private readonly texts = new Map<number, string>();
	private readonly allForms: FigureForm[] = [];
	private readonly formNumbers = new Map<string, number>();
	private readonly records = new LazyRecords<Figure>(number => this.make(number));

	constructor(
		private readonly context: {
			readonly text: string;
			readonly source: string;
			readonly candidates: TableCandidates;
			readonly places: TableRowPlaces;
		},
	) {}

	get size(): number {
		return this.values.length;
	}

	/** Adds what a row states of one candidate. */
	add(candidate: number, figures: readonly TableFigure[], test: RowTest, row: number): void {
		if (figures.length === 0) return;
		const owner = this.rows.push(row) - 1;
		this.candidates.push(candidate);
		this.firsts.push(this.size);
		this.byCandidate.add(candidate);
		for (const figure of figures) {
			const { value, printed } = figure;
			if (typeof printed === 'string') this.texts.set(this.size, printed);
			this.starts.push(typeof printed === 'string' ? 0 : printed.start);
			this.ends.push(typeof printed === 'string' ? 0 : printed.end);
			this.owners.push(owner);
			this.forms.push(this.formOf(figure, test));
			this.values.push(value);
		}
	}

	/** The figure of a candidate that states the same as another one would; -1 where none does. */
	stated(candidate: number, { kind }: TableFigure, { otherDataset }: RowTest): number {
		return this.numbersOf(candidate).find(figure => this.isOf(figure, kind, otherDataset)) ?? -1;
	}

	valueAt(number: number): number {
		return this.values[number] ?? NaN;
	}

	rowAt(number: number): number {
		return this.rows[this.owners[number] ?? -1] ?? 0;
	}

	all(): readonly Figure[] {
		return this.records.all([...this.values.keys()]);
	}

	recordsOf(candidate: number): readonly Figure[] {
		return this.numbersOf(candidate).map(number => this.records.at(number));
	}

	/** The row that a record of the file was made of. */
	rowOf(record: object, candidate: number): number | undefined {
		const number = this.numbersOf(candidate).find(each => this.records.isAt(each, record));
		return number === undefined ? undefined : this.rowAt(number);
	}

	private numbersOf(candidate: number): readonly number[] {
		return this.byCandidate.of(candidate).flatMap(owner => {
			const first = this.firsts[owner] ?? 0;
			const end = this.firsts[owner + 1] ?? this.size;
			return Array.from({ length: end - first }, (_, place) => first + place);
		});
	}

	private isOf(figure: number, kind: Figure['kind'], otherDataset: string | undefined): boolean {
		const form = this.formAt(figure);
		return form.kind === kind && form.conditions.dataset === (isTested(kind) ? otherDataset : undefined);
	}

	/** @throws {RangeError} if there is no such figure. */
	private formAt(figure: number): FigureForm {
		const form = this.allForms[this.forms[figure] ?? -1];
		if (!form) throw new RangeError(`no figure ${figure}; expected one of ${this.size}`);
		return form;
	}

	private formOf({ kind, convention }: TableFigure, { cropPct, otherDataset }: RowTest): number {
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
		const { text, source, candidates, places } = this.context;
		return {
			of: candidates.idAt(this.candidates[this.owners[number] ?? -1] ?? -1),
			kind,
			value: this.valueAt(number),
			printed: this.texts.get(number) ?? text.slice(this.starts[number], this.ends[number]),
			conditions,
			source,
			locator: places.locatorOf(this.rowAt(number)),
			...(doubt && { doubt }),
			...(convention && { convention }),
		};
	}
}

/** Only accuracies are tested, on a data set and with a crop. */
function isTested(kind: Figure['kind']): boolean {
	return kind === 'top1' || kind === 'top5';
}
