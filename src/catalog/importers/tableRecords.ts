import type { Catalog } from '../catalog.ts';
import { escapeUnseen, hasMixedScripts, hasUnseen, plainText } from '../plainText.ts';
import type { Family } from '../records.ts';
import { sizeClass } from '../sizeClass.ts';
import { isBlankCell, placeOfCell, type TableCell } from './tableCells.ts';
import { newCheckpoint } from './tableCheckpoints.ts';
import { datasetNamed, draftRow, faultOf, isPlainName, slugOf, type RowDraft } from './tableDraft.ts';
import type { DeviceNames } from './tableHeadings.ts';
import { measurementsOf, precisionFault } from './tableMeasurements.ts';
import type { TableProblems } from './tableProblems.ts';
import type { TableStore } from './tableStore.ts';
import type { SubjectReader } from './tableSubjects.ts';
import type { RowPlace } from './tableTotals.ts';
import { readTableRow, type TableColumns } from './tableValues.ts';

interface TableContext {
	readonly catalog: Catalog;
	readonly devices: DeviceNames;
	/** Whether a comma can only stand between thousands. */
	readonly commas: boolean;
	readonly problems: TableProblems;
	readonly readSubject: SubjectReader;
	/** What the rows are read into. */
	readonly store: TableStore;
}

type Report = (cell: TableCell | undefined, message: string) => void;

/** Reads the rows of one file into columns. */
export class TableRecords {
	/** Ids of data sets by the text of a cell. */
	private readonly datasets = new Map<string, string | undefined>();

	constructor(private readonly context: TableContext) {}

	addRow(place: RowPlace, cells: readonly TableCell[], columns: TableColumns): void {
		const { problems, devices, commas } = this.context;
		const { row, line } = place;
		if (isBlank(cells, columns)) return;
		const report: Report = (cell, message) => {
			problems.add({ row, ...(line === undefined ? {} : { line }), ...(cell && placeOfCell(cell)), message });
		};
		const values = readTableRow(cells, columns, { devices, commas, report });
		const subject = this.context.readSubject(values.texts);
		if ('message' in subject) {
			report(subject.cell, subject.message);
			return;
		}
		const { model: nameCell = values.texts.checkpoint, precision } = values.texts;
		const { catalog, store } = this.context;
		const datasetFault = this.datasetFault(values.texts.dataset);
		const dataset = this.datasets.get(values.texts.dataset?.text ?? '');
		const draft = datasetFault ?? draftRow(subject, values, dataset, catalog, store);
		if (typeof draft === 'string') {
			report(nameCell, draft);
			return;
		}
		const unknownPrecision = precisionFault(values);
		if (unknownPrecision !== undefined) report(precision, unknownPrecision);
		const fault = this.weightsFault(draft);
		if (fault !== undefined) {
			report(nameCell, fault);
			return;
		}
		this.keep(draft, place);
		if (nameCell && hasUnseen(nameCell.text)) report(nameCell, 'removed characters that cannot be seen');
		if (hasMixedScripts(subject.name)) {
			report(nameCell, `"${plainText(subject.name, 80)}" mixes letters of two scripts in one word`);
		}
	}

	/** The family of the models that only the file has; undefined where it has none. */
	family(): Family | undefined {
		const { familyId, familyName, models, totals } = this.context.store;
		if (models.numbers.length === 0) return undefined;
		return {
			id: familyId,
			name: familyName,
			task: 'classification',
			// as for every derived family: the cost of its cheapest candidate decides
			weightClass: sizeClass(totals.leastMacs) === 'mobile' ? 'lightweight' : 'heavy',
			classSource: 'derived',
			aliases: [],
		};
	}

	/** Says what is to be known of the file as a whole. */
	reportWhole(): void {
		const { problems, store } = this.context;
		const { models, places, totals } = store;
		const [first] = models.numbers;
		if (first !== undefined) {
			const line = places.lineOf(models.rowAt(first));
			const count = models.numbers.length;
			const shown = models.numbers.slice(0, 12).map(number => escapeUnseen(models.nameAt(number), 60));
			const more = count > 12 ? ` and ${count - 12} more` : '';
			const message = `not in the catalog, so models of their own in "${store.familyName}": ${shown.join(', ')}${more}`;
			problems.add({ ...(line === undefined ? {} : { line }), message, severity: 'information' });
		}
		if (totals.firstAssumed) {
			const { row, line } = totals.firstAssumed;
			const rows = totals.assumed === 1 ? '1 row' : `${totals.assumed} rows`;
			const message = `no input size in ${rows}; the one that is assumed is noted at each result. A column input says it.`;
			problems.add({ row, ...(line === undefined ? {} : { line }), message, severity: 'information' });
		}
	}

	/** What is wrong with the data set that a row names. */
	private datasetFault(cell: TableCell | undefined): string | undefined {
		if (!cell) return undefined;
		const { catalog } = this.context;
		if (!this.datasets.has(cell.text)) this.datasets.set(cell.text, datasetNamed(catalog, cell.text));
		if (this.datasets.get(cell.text) !== undefined) return undefined;
		const known = catalog.datasets.slice(0, 20).map(({ id }) => id);
		return `unknown data set; expected one of ${known.join(', ')}`;
	}

	private weightsFault({ weights, checkpoint, model, subject, size }: RowDraft): string | undefined {
		if (!weights || checkpoint >= 0 || isPlainName(subject.newWeights?.name ?? '')) return undefined;
		const { catalog, store } = this.context;
		const id = model < 0 ? `${store.familyId}/${slugOf(subject.name, 'model')}` : store.models.idAt(model);
		return faultOf(newCheckpoint(catalog, weights, id, size.input));
	}

	private keep(draft: RowDraft, { row, line }: RowPlace): void {
		const { store } = this.context;
		const { models, checkpoints, candidates, figures, places, totals } = store;
		const { subject, values, weights, size, test } = draft;
		const { source } = values.texts;
		places.add(row, line, source ? plainText(source.text) : '');
		const model = draft.model < 0 ? models.add(subject.name, row) : draft.model;
		const input = store.inputs.add(size.input);
		const checkpoint =
			weights && draft.checkpoint < 0 ? checkpoints.add(weights, { model, size: input, row }) : draft.checkpoint;
		const candidate =
			draft.candidate < 0
				? candidates.add(
						{
							of: { name: subject.name, model, checkpoint, size: input },
							dataset: draft.dataset,
							note: noteOf(draft),
						},
						row,
					)
				: draft.candidate;
		store.datasets.add(draft.dataset);
		if (test.otherDataset !== undefined) store.datasets.add(test.otherDataset);
		if (size.assumed !== undefined) totals.addAssumed({ row, line });
		figures.add(candidate, draft.figures, test, row);
		const macs = subject.model ? undefined : draft.figures.find(({ kind }) => kind === 'macs');
		if (macs) totals.addMacs(macs.value);
		const times = measurementsOf(values, () => ({
			model: models.idAt(model),
			input: size.input,
			source: store.sourceId,
			locator: places.locatorOf(row),
		}));
		for (const measurement of times) {
			store.measurements.push(measurement);
			store.measurementRows.push(row);
		}
		// a new model or new weights have a new result
		if (draft.candidate < 0 || draft.figures.length + times.length > 0) places.addGiving(row);
	}
}

function noteOf({ values, size }: RowDraft): string {
	const note = values.texts.note ? plainText(values.texts.note.text, 1800) : '';
	return note === '' || size.assumed === undefined ? note || (size.assumed ?? '') : `${note} ${size.assumed}`;
}

/** Whether no cell that is read says anything. */
function isBlank(cells: readonly TableCell[], columns: TableColumns): boolean {
	return columns.every((column, index) => !column || !cells[index] || isBlankCell(cells[index]));
}
