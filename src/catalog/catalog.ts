import type {
	Candidate,
	CatalogRecords,
	Checkpoint,
	Dataset,
	Device,
	Family,
	Figure,
	Measurement,
	Model,
	Source,
} from './records.ts';

/** The records of a catalog with the look-ups that everything else is built on. Never changed after it is made. */
export interface Catalog extends CatalogRecords {
	readonly familyById: ReadonlyMap<string, Family>;
	readonly modelById: ReadonlyMap<string, Model>;
	readonly checkpointById: ReadonlyMap<string, Checkpoint>;
	readonly candidateById: ReadonlyMap<string, Candidate>;
	readonly deviceById: ReadonlyMap<string, Device>;
	readonly sourceById: ReadonlyMap<string, Source>;
	readonly datasetById: ReadonlyMap<string, Dataset>;
	/** Files of persons that gave a record, each as they named it, in the order in which they were added. */
	readonly addedFiles: readonly string[];
	/** By id of a family, model, checkpoint or candidate that a person added: the file it is from. */
	readonly fileById: ReadonlyMap<string, string>;
	modelsOf(familyId: string): readonly Model[];
	checkpointsOf(modelId: string): readonly Checkpoint[];
	/** Candidates of a model, published results and checkpoints alike. */
	candidatesOf(modelId: string): readonly Candidate[];
	/** Figures whose `of` is exactly this id of a candidate, checkpoint or model. */
	figuresOf(id: string): readonly Figure[];
	measurementsOf(modelId: string): readonly Measurement[];
}

/** What of a catalog is from files of persons. */
export type AddedRecords = Pick<Catalog, 'addedFiles' | 'fileById'>;

const nothingAdded: AddedRecords = { addedFiles: [], fileById: new Map() };

export function createCatalog(records: CatalogRecords, added: AddedRecords = nothingAdded): Catalog {
	const models = groupBy(records.models, model => model.family);
	const checkpoints = groupBy(records.checkpoints, checkpoint => checkpoint.model);
	const candidates = groupBy(records.candidates, candidate => candidate.model);
	const figures = groupBy(records.figures, figure => figure.of);
	const measurements = groupBy(records.measurements, measurement => measurement.model);
	return {
		...records,
		addedFiles: added.addedFiles,
		fileById: added.fileById,
		familyById: byId(records.families),
		modelById: byId(records.models),
		checkpointById: byId(records.checkpoints),
		candidateById: byId(records.candidates),
		deviceById: byId(records.devices),
		sourceById: byId(records.sources),
		datasetById: byId(records.datasets),
		modelsOf: familyId => models.get(familyId) ?? [],
		checkpointsOf: modelId => checkpoints.get(modelId) ?? [],
		candidatesOf: modelId => candidates.get(modelId) ?? [],
		figuresOf: id => figures.get(id) ?? [],
		measurementsOf: modelId => measurements.get(modelId) ?? [],
	};
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
	return new Map(records.map(record => [record.id, record]));
}

function groupBy<T>(records: readonly T[], key: (record: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const record of records) {
		const group = groups.get(key(record));
		if (group) group.push(record);
		else groups.set(key(record), [record]);
	}
	return groups;
}
