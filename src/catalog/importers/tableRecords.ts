import type { Catalog } from '../catalog.ts';
import { fileSourceId, type ParsedCatalog } from '../parseCatalog.ts';
import { escapeUnseen, hasMixedScripts, hasUnseen, plainText } from '../plainText.ts';
import type { Candidate, Checkpoint, Family, Figure, Measurement, Model } from '../records.ts';
import { sizeClass } from '../sizeClass.ts';
import type { TableCell } from './tableCells.ts';
import {
	datasetNamed,
	faultOf,
	figuresOf,
	inputOf,
	keyOf,
	locatorOf,
	measurementsOf,
	newCheckpoint,
	shippedCandidate,
	slugOf,
	usualDataset,
	type Draft,
	type RowPlace,
	type TableInput,
} from './tableDraft.ts';
import type { DeviceNames } from './tableHeadings.ts';
import { RowPlaces } from './rowPlaces.ts';
import type { TableProblems } from './tableProblems.ts';
import { createSubjectReader, type SubjectReader, type TableSubject } from './tableSubjects.ts';
import { readTableRow, type ReadCell, type TableValues } from './tableValues.ts';

type StatedFigures = readonly Figure[];

interface TableContext {
	readonly catalog: Catalog;
	readonly origin: string;
	readonly devices: DeviceNames;
	/** Whether a comma can only stand between thousands. */
	readonly commas: boolean;
	readonly problems: TableProblems;
}

/** Collects the records that the rows of one file make. */
export class TableRecords {
	private readonly readSubject: SubjectReader;
	/** The id of the family of the models that only this file has; begins the id of each. */
	private readonly familyId: string;
	private readonly fileName: string;
	private family: Family | undefined;
	/** By the name in lower case. */
	private readonly models = new Map<string, Model>();
	private firstModel: Pick<RowPlace, 'line'> | undefined;
	private readonly checkpoints = new Map<string, Checkpoint>();
	/** By what tells one from another: name, weights and size. */
	private readonly candidates = new Map<string, Candidate>();
	private readonly figures: Figure[] = [];
	/** By id of the candidate that they are of. */
	private readonly stated = new Map<string, StatedFigures>();
	private readonly measurements: Measurement[] = [];
	/** How often an id was asked for. */
	private readonly ids = new Map<string, number>();
	private readonly places = new RowPlaces();
	/** MACs of the cheapest result of a model of the file. */
	private leastMacs = Infinity;
	private readonly assumed: RowPlace[] = [];

	constructor(private readonly context: TableContext) {
		this.readSubject = createSubjectReader(context.catalog);
		this.fileName = plainText(context.origin.split(/[\\/]/).at(-1) ?? '', 150) || 'table';
		this.familyId = slugOf(this.fileName, 'table');
	}

	addRow(row: number, line: number | undefined, cells: readonly ReadCell[]): void {
		const { problems, devices, commas } = this.context;
		const place = { row, ...(line === undefined ? {} : { line }) };
		const report = (cell: TableCell | undefined, message: string): void => {
			problems.add({ ...place, ...cell, message });
		};
		if (cells.every(({ cell }) => cell.text.trim() === '')) return;
		const values = readTableRow(cells, { devices, commas, report });
		const subject = this.readSubject(values.texts);
		if ('message' in subject) {
			report(subject.cell, subject.message);
			return;
		}
		const nameCell = values.texts.get('model') ?? values.texts.get('checkpoint');
		const draft = this.draft(subject, values, place, report);
		const fault = typeof draft === 'string' ? draft : draft.checkpoint && faultOf(draft.checkpoint);
		if (typeof draft === 'string' || fault !== undefined) {
			report(nameCell, fault ?? '');
			return;
		}
		this.keep(draft, place);
		if (nameCell && hasUnseen(nameCell.text)) report(nameCell, 'removed characters that cannot be seen');
		if (hasMixedScripts(subject.name)) {
			report(nameCell, `"${plainText(subject.name, 80)}" mixes letters of two scripts in one word`);
		}
	}

	/** Everything that was good; says what is to be known of the file as a whole. */
	finish(): Pick<ParsedCatalog, 'records' | 'places' | 'lines'> {
		this.reportWhole();
		const family = this.family && { ...this.family, weightClass: this.weightClass() };
		if (this.family && family) this.places.replace(this.family, family);
		const none = { devices: [], sources: [], datasets: [], version: '', date: '' };
		const records = {
			...none,
			families: family ? [family] : [],
			models: [...this.models.values()],
			checkpoints: [...this.checkpoints.values()],
			candidates: [...this.candidates.values()],
			figures: this.figures,
			measurements: this.measurements,
		};
		return { records, places: this.places, lines: { get: record => this.places.lineOf(record) } };
	}

	private draft(
		subject: TableSubject,
		values: TableValues,
		place: RowPlace,
		report: (cell: TableCell | undefined, message: string) => void,
	): Draft | string {
		const { catalog, origin } = this.context;
		const datasetCell = values.texts.get('dataset');
		const dataset = datasetCell && datasetNamed(catalog, datasetCell.text);
		if (datasetCell && dataset === undefined) {
			const known = catalog.datasets.slice(0, 20).map(({ id }) => id);
			return `unknown data set; expected one of ${known.join(', ')}`;
		}
		const size = inputOf(catalog, subject, values);
		const model = subject.model ?? this.modelNamed(subject.name);
		const { newWeights } = subject;
		const checkpoint =
			newWeights &&
			(this.checkpoints.get(`${newWeights.framework}:${newWeights.name}`) ??
				newCheckpoint(catalog, newWeights, model, values, size.input));
		if (checkpoint && checkpoint.model !== model.id)
			return `these weights are of ${checkpoint.model} in a row above`;
		const shipped = shippedCandidate(catalog, subject, size.input);
		const weights = checkpoint ?? subject.checkpoint;
		const key = keyOf(subject, weights, size);
		const candidate =
			shipped ?? this.candidates.get(key) ?? this.newCandidate(subject, model, weights, size, values);
		const from = { source: fileSourceId(origin), locator: locatorOf(values, place) };
		const figures = this.newFigures(figuresOf(candidate, values, dataset, from));
		if (typeof figures === 'string') return figures;
		const measurements = measurementsOf(candidate, values, from);
		if (typeof measurements === 'string') report(values.texts.get('precision'), measurements);
		return {
			family: subject.model ? undefined : (this.family ?? this.newFamily()),
			model,
			checkpoint,
			candidate,
			key: shipped ? undefined : key,
			isAssumed: size.assumed !== undefined,
			figures,
			measurements: typeof measurements === 'string' ? [] : measurements,
		};
	}

	private newFamily(): Family {
		const about = { task: 'classification', weightClass: 'heavy', classSource: 'derived', aliases: [] } as const;
		return { id: this.familyId, name: `Models of ${this.fileName}`, ...about };
	}

	private modelNamed(name: string): Model {
		const known = this.models.get(name.toLowerCase());
		return known ?? { id: this.freeId(slugOf(name, 'model')), family: this.familyId, name, aliases: [] };
	}

	private newCandidate(
		subject: TableSubject,
		model: Model,
		checkpoint: Checkpoint | undefined,
		size: TableInput,
		values: TableValues,
	): Candidate {
		const { input, assumed } = size;
		const side = input[0] === input[1] ? String(input[0]) : input.join('x');
		const note = [plainText(values.texts.get('note')?.text ?? '', 1800), assumed ?? '']
			.filter(text => text !== '')
			.join(' ');
		return {
			id: this.freeId(`${slugOf(subject.name, 'model')}@${side}`),
			model: model.id,
			...(checkpoint && { checkpoint: checkpoint.id }),
			input,
			dataset: checkpoint?.dataset ?? usualDataset,
			...(note !== '' && { note }),
		};
	}

	/** The figures that no row before states; a fault where one states another number of the same. */
	private newFigures(figures: readonly Figure[]): readonly Figure[] | string {
		const stated = this.stated.get(figures[0]?.of ?? '');
		if (!stated) return figures;
		const news: Figure[] = [];
		for (const figure of figures) {
			const same = stated.find(
				({ kind, conditions }) => kind === figure.kind && conditions.dataset === figure.conditions.dataset,
			);
			if (same === undefined) news.push(figure);
			else if (same.value !== figure.value) {
				return `row ${this.places.rowOf(same) ?? 0} states another ${figure.kind} of the same model at the same size; expected an input size or a name of its own`;
			}
		}
		return news;
	}

	private keep(
		{ family, model, checkpoint, candidate, key, isAssumed, figures, measurements }: Draft,
		place: RowPlace,
	): void {
		if (family) {
			if (this.family !== family) this.places.add(family, place);
			this.family = family;
			const name = model.name.toLowerCase();
			if (!this.models.has(name)) this.places.add(model, place);
			this.firstModel ??= place.line === undefined ? {} : { line: place.line };
			this.models.set(name, model);
		}
		if (checkpoint) {
			if (!this.checkpoints.has(checkpoint.id)) this.places.add(checkpoint, place);
			this.checkpoints.set(checkpoint.id, checkpoint);
		}
		if (key !== undefined) {
			if (!this.candidates.has(key)) this.places.add(candidate, place);
			this.candidates.set(key, candidate);
		}
		if (isAssumed) this.assumed.push(place);
		const stated = this.stated.get(candidate.id);
		this.stated.set(candidate.id, stated ? [...stated, ...figures] : figures);
		for (const figure of figures) {
			if (family && figure.kind === 'macs') this.leastMacs = Math.min(this.leastMacs, figure.value);
			this.figures.push(figure);
			this.places.add(figure, place);
		}
		for (const measurement of measurements) {
			this.measurements.push(measurement);
			this.places.add(measurement, place);
		}
	}

	private freeId(local: string): string {
		const id = `${this.familyId}/${local}`;
		const count = (this.ids.get(id) ?? 0) + 1;
		this.ids.set(id, count);
		return count === 1 ? id : `${id}+${count}`;
	}

	/** As for every derived family: the cost of its cheapest candidate decides. */
	private weightClass(): Family['weightClass'] {
		return sizeClass(this.leastMacs) === 'mobile' ? 'lightweight' : 'heavy';
	}

	private reportWhole(): void {
		const { problems } = this.context;
		const [model] = this.models.values();
		if (model) {
			const names = [...this.models.values()].map(({ name }) => escapeUnseen(name, 60));
			const shown = names.slice(0, 12).join(', ');
			const more = names.length > 12 ? ` and ${names.length - 12} more` : '';
			const message = `not in the catalog, so models of their own in "Models of ${this.fileName}": ${shown}${more}`;
			problems.add({ ...this.firstModel, message, severity: 'information' });
		}
		const [first] = this.assumed;
		if (first) {
			const rows = this.assumed.length === 1 ? '1 row' : `${this.assumed.length} rows`;
			const message = `no input size in ${rows}; the one that is assumed is noted at each result. A column input says it.`;
			problems.add({ ...first, message, severity: 'information' });
		}
	}
}
