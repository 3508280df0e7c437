import { frameworks } from '../records.ts';
import type { RowReader } from './delimited.ts';
import { nameMarks } from './nameScanner.ts';
import { PlainCells, type PlainCell } from './plainCells.ts';
import { assumedSide, assumedSideNote, usualDataset } from './tableDraft.ts';
import type { TableStore } from './tableStore.ts';
import { frameworkOf, withoutSize, type SubjectNames } from './tableSubjects.ts';
import { hashOfText, joinedHash } from './textHash.ts';
import type { RowPlace } from './tableTotals.ts';
import type { TableColumns } from './tableValues.ts';

/** By place in the list of frameworks: the hash of what stands before its names in an id. */
const prefixHashes = frameworks.map(framework => hashOfText(`${framework}:`));

/** A number that cells of many rows mean, looked up where a cell is another one than in the row before. */
class RepeatedCell {
	private start = 0;
	private length = -1;
	private number = -1;

	/** @param lookUp takes the empty text of a cell that says nothing, too. */
	constructor(
		private readonly cells: PlainCells,
		private readonly lookUp: (text: string) => number,
	) {}

	numberOf(cell: PlainCell): number {
		if (this.cells.isSame(cell, this.start, this.length)) return this.number;
		this.number = this.lookUp(this.cells.textOf(cell));
		this.start = cell.start;
		this.length = cell.length;
		return this.number;
	}
}

/**
 * Reads the rows that most of a large file are: plain cells about a model that the catalog does not have. They are read
 * straight from the characters into columns, without an object for a row or a cell, and give what the reader of all
 * other rows would make of them. A row that this one does not take is left to it, and nothing of it is kept.
 */
export class PlainRows {
	private readonly cells: PlainCells;
	private readonly name: PlainCell;
	private readonly frameworkCell: RepeatedCell;
	private readonly licenceCell: RepeatedCell;
	/** Forms of the columns of figures. */
	private readonly forms: readonly number[];
	private readonly places: Readonly<Record<'top1' | 'top5' | 'macs', number>>;
	/** Place of the framework of the row in the list of them; -1 where it says none. */
	private framework = -1;

	constructor(
		private readonly reader: RowReader,
		columns: TableColumns,
		private readonly context: { readonly names: SubjectNames; readonly store: TableStore },
	) {
		const { figures, checkpoints } = context.store;
		const cells = new PlainCells(reader, columns);
		const isNamed = columns.some(column => column?.kind === 'model');
		this.cells = cells;
		this.name = isNamed ? cells.texts.model : cells.texts.checkpoint;
		this.frameworkCell = new RepeatedCell(cells, frameworkNumber);
		this.licenceCell = new RepeatedCell(cells, text => checkpoints.licenceNumber(text === '' ? 'unknown' : text));
		const untested = { cropPct: undefined, otherDataset: undefined };
		this.forms = cells.figures.map(column => {
			const convention = 'isFlops' in column && column.isFlops ? '2x-macs' : undefined;
			return figures.formOf({ kind: column.kind, ...(convention && { convention }) }, untested);
		});
		const placeOf = (kind: string): number => cells.figures.findIndex(column => column.kind === kind);
		this.places = { top1: placeOf('top1'), top5: placeOf('top5'), macs: placeOf('macs') };
	}

	/** Reads the next row where it is a plain one. */
	readNext(row: number): boolean {
		const { reader, cells } = this;
		const end = cells.read(reader.offset);
		if (end < 0 || !this.isAboutOthers() || !this.keep({ row, line: reader.nextLine })) return false;
		reader.skipRow(end);
		return true;
	}

	/** Whether the row names nothing that the catalog may have, and weights by a code name with their framework. */
	private isAboutOthers(): boolean {
		const { name, cells } = this;
		const { framework, checkpoint } = cells.texts;
		this.framework = this.frameworkCell.numberOf(framework);
		if (name.length === 0 || (framework.length > 0 && this.framework < 0)) return false;
		if (checkpoint.length > 0 && (this.framework < 0 || !this.isCodeName(checkpoint))) return false;
		return !this.mayMean(name) && (checkpoint.length === 0 || !this.mayMean(checkpoint));
	}

	/** Whether a name, with its framework before it or alone, may mean something of the catalog. */
	private mayMean(name: PlainCell): boolean {
		const { hash, marks, length } = name;
		const { names } = this.context;
		if ((marks & nameMarks.line) !== 0 || names.mayHave(hash)) return true;
		if (this.framework >= 0 && names.mayHave(this.idHash(name))) return true;
		if ((marks & nameMarks.size) === 0) return false;
		return withoutSize(this.cells.textOf(name)).length !== length;
	}

	private isCodeName(cell: PlainCell): boolean {
		const first = this.reader.text.charCodeAt(cell.start);
		const isSign = first === 0x2d || first === 0x2e || first === 0x5f;
		return !isSign && cell.length <= 100 && (cell.marks & nameMarks.noCode) === 0;
	}

	/** The hash of a name with the framework of the row before it. */
	private idHash({ hash, length }: PlainCell): number {
		return joinedHash(prefixHashes[this.framework] ?? 0, hash, length);
	}

	/** Keeps a row that gives a new result. */
	private keep(place: RowPlace): boolean {
		const { name, cells } = this;
		const { models, candidates, inputs } = this.context.store;
		const isAssumed = Number.isNaN(cells.side);
		if (this.isSlipped() || (isAssumed && (name.marks & (nameMarks.size | nameMarks.at)) !== 0)) return false;
		const model = models.mayHave(name.hash) ? models.named(cells.textOf(name)) : -1;
		const checkpoint = this.knownWeights();
		if (checkpoint >= 0 && this.context.store.checkpoints.modelAt(checkpoint) !== model) return false;
		const side = isAssumed ? assumedSide : cells.side;
		const size = inputs.add([side, side]);
		const isNew = model < 0 || (cells.texts.checkpoint.length > 0 && checkpoint < 0);
		if (!isNew && candidates.find({ name: '', model, checkpoint, size }) >= 0) return false;
		this.add({ model, checkpoint, size }, place);
		return true;
	}

	/** Columns that slipped: the right class is at least as often among five as first. */
	private isSlipped(): boolean {
		const { values } = this.cells;
		return (values[this.places.top1] ?? NaN) > (values[this.places.top5] ?? NaN);
	}

	/** The number of the weights of the row; -1 for none, and for those that no row before has. */
	private knownWeights(): number {
		const { checkpoint } = this.cells.texts;
		const { checkpoints } = this.context.store;
		if (checkpoint.length === 0 || !checkpoints.mayHave(this.idHash(checkpoint))) return -1;
		return checkpoints.findOwn(`${frameworks[this.framework] ?? ''}:${this.cells.textOf(checkpoint)}`);
	}

	/** @param known numbers of the model and the weights; -1 for those that no row before has. */
	private add(
		known: { readonly model: number; readonly checkpoint: number; readonly size: number },
		place: RowPlace,
	): void {
		const { store } = this.context;
		const { name, cells } = this;
		const { source, note } = cells.texts;
		const { row, line } = place;
		store.places.add(row, line, source.length > 0 ? cells.textOf(source) : '');
		const model = known.model < 0 ? store.models.addRange(name, row) : known.model;
		const checkpoint = known.checkpoint < 0 ? this.addWeights({ model, size: known.size, row }) : known.checkpoint;
		const of = { name: '', model, checkpoint, size: known.size };
		const said = note.length > 0 ? cells.textOf(note) : '';
		const isAssumed = Number.isNaN(cells.side);
		const notes = isAssumed && said !== '' ? `${said} ${assumedSideNote}` : isAssumed ? assumedSideNote : said;
		const candidate = store.candidates.add({ of, dataset: usualDataset, note: notes }, row);
		store.datasets.add(usualDataset);
		if (isAssumed) store.totals.addAssumed(place);
		this.addFigures(candidate, row);
		store.places.addGiving(row);
	}

	/** The number of the new weights of the row; -1 where it has none. */
	private addWeights(place: { readonly model: number; readonly size: number; readonly row: number }): number {
		const { checkpoint, licence } = this.cells.texts;
		if (checkpoint.length === 0) return -1;
		const { start, end } = checkpoint;
		const range = { start, end, hash: this.idHash(checkpoint) };
		const { checkpoints } = this.context.store;
		return checkpoints.addRange(range, this.framework, this.licenceCell.numberOf(licence), place);
	}

	private addFigures(candidate: number, row: number): void {
		const { values, starts, ends } = this.cells;
		const { figures, totals } = this.context.store;
		let isFirst = true;
		for (let place = 0; place < values.length; place++) {
			const value = values[place] ?? NaN;
			if (Number.isNaN(value)) continue;
			if (isFirst) figures.addRow(candidate, row);
			isFirst = false;
			figures.addRange(this.forms[place] ?? 0, value, starts[place] ?? 0, ends[place] ?? 0);
			if (place === this.places.macs) totals.addMacs(value);
		}
	}
}

function frameworkNumber(text: string): number {
	const framework = frameworkOf(text);
	return framework === undefined ? -1 : frameworks.indexOf(framework);
}
