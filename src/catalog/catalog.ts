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
import { groupRecords, type RecordGroups } from './recordGroups.ts';

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
	/** Everything measured on a device. */
	measurementsOn(deviceId: string): readonly Measurement[];
	/** The same groups of figures and measurements, for a catalog that adds to this one. */
	readonly groups: CatalogGroups;
}

/** What most of a catalog is: read only where somebody asks. */
export interface CatalogGroups {
	/** By what they are of. */
	readonly figures: RecordGroups<Figure>;
	/** By model. */
	readonly measurements: RecordGroups<Measurement>;
	readonly measurementsByDevice: RecordGroups<Measurement>;
}

/** The records of a catalog, most of them not yet read. */
export type CatalogParts = Omit<CatalogRecords, keyof CatalogGroups> & CatalogGroups;

/** What of a catalog is from files of persons. */
export type AddedRecords = Pick<Catalog, 'addedFiles' | 'fileById'>;

const nothingAdded: AddedRecords = { addedFiles: [], fileById: new Map() };

export function createCatalog(records: CatalogRecords): Catalog {
	return catalogOf({ ...records, ...groupAll(records) });
}

/** Groups of figures and measurements that are all in memory. */
export function groupAll({ figures, measurements }: Pick<CatalogRecords, 'figures' | 'measurements'>): CatalogGroups {
	return {
		figures: groupRecords(figures, figure => figure.of),
		measurements: groupRecords(measurements, measurement => measurement.model),
		measurementsByDevice: groupRecords(measurements, measurement => measurement.device),
	};
}

export function catalogOf(parts: CatalogParts, added: AddedRecords = nothingAdded): Catalog {
	const { figures, measurements, measurementsByDevice, ...records } = parts;
	const models = groupRecords(records.models, model => model.family);
	const checkpoints = groupRecords(records.checkpoints, checkpoint => checkpoint.model);
	const candidates = groupRecords(records.candidates, candidate => candidate.model);
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
		get figures() {
			return figures.all;
		},
		get measurements() {
			return measurements.all;
		},
		groups: { figures, measurements, measurementsByDevice },
		modelsOf: models.of,
		checkpointsOf: checkpoints.of,
		candidatesOf: candidates.of,
		figuresOf: figures.of,
		measurementsOf: measurements.of,
		measurementsOn: measurementsByDevice.of,
	};
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
	return new Map(records.map(record => [record.id, record]));
}
