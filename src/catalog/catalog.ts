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
import { once } from './once.ts';
import { groupRecords, type RecordGroups } from './recordGroups.ts';

/** Records by their ids. */
export type RecordsById<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'> & { keys(): Iterable<string> };

/** The records of a catalog with the look-ups that everything else is built on. Never changed after it is made. */
export interface Catalog extends CatalogRecords {
	readonly familyById: RecordsById<Family>;
	readonly modelById: RecordsById<Model>;
	readonly checkpointById: RecordsById<Checkpoint>;
	readonly candidateById: RecordsById<Candidate>;
	readonly deviceById: RecordsById<Device>;
	readonly sourceById: RecordsById<Source>;
	readonly datasetById: RecordsById<Dataset>;
	/** Height and width in px that MACs and activations are counted at, where it is not the input size of each candidate. */
	readonly costInput?: readonly [number, number];
	/** Files of persons that gave a record, each as they named it, in the order in which they were added. */
	readonly addedFiles: readonly string[];
	/** By id of a family, model, checkpoint or candidate that a person added: the file it is from. */
	readonly fileById: Pick<ReadonlyMap<string, string>, 'get'>;
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

type WholeList = Exclude<keyof CatalogRecords, keyof CatalogGroups | 'version' | 'date'>;

/** The records of a catalog, none of which need be read as yet. */
export type CatalogParts = Pick<CatalogRecords, 'version' | 'date'> &
	CatalogGroups & { readonly [List in WholeList]: () => CatalogRecords[List] };

/** Look-ups that somebody has already, and that need not be made of the lists. */
export type MadeLookups = Partial<
	Pick<Catalog, 'modelById' | 'checkpointById' | 'candidateById' | 'modelsOf' | 'checkpointsOf' | 'candidatesOf'>
>;

/** What of a catalog is from files of persons, and how it is looked at. */
export type AddedRecords = Pick<Catalog, 'addedFiles' | 'fileById' | 'costInput'>;

const nothingAdded: AddedRecords = { addedFiles: [], fileById: new Map() };

export function createCatalog(records: CatalogRecords): Catalog {
	return catalogOf({ ...listsOf(records), ...groupAll(records) });
}

/** The lists of a catalog for another one, none of them read. */
export function listsOf(records: CatalogRecords): Omit<CatalogParts, keyof CatalogGroups> {
	return {
		version: records.version,
		date: records.date,
		families: () => records.families,
		models: () => records.models,
		checkpoints: () => records.checkpoints,
		candidates: () => records.candidates,
		devices: () => records.devices,
		sources: () => records.sources,
		datasets: () => records.datasets,
	};
}

/** Groups of figures and measurements that are all in memory. */
export function groupAll({ figures, measurements }: Pick<CatalogRecords, 'figures' | 'measurements'>): CatalogGroups {
	return {
		figures: groupRecords(
			() => figures,
			figure => figure.of,
		),
		measurements: groupRecords(
			() => measurements,
			measurement => measurement.model,
		),
		measurementsByDevice: groupRecords(
			() => measurements,
			measurement => measurement.device,
		),
	};
}

/** A catalog that reads each of its lists, and makes each index, when it is first asked for. */
export function catalogOf(parts: CatalogParts, added: AddedRecords = nothingAdded, made: MadeLookups = {}): Catalog {
	const { figures, measurements, measurementsByDevice } = parts;
	const fields = lazyFields({
		families: parts.families,
		models: parts.models,
		checkpoints: parts.checkpoints,
		candidates: parts.candidates,
		devices: parts.devices,
		sources: parts.sources,
		datasets: parts.datasets,
		figures: () => figures.all,
		measurements: () => measurements.all,
		familyById: once(() => byId(parts.families())),
		modelById: once(() => made.modelById ?? byId(parts.models())),
		checkpointById: once(() => made.checkpointById ?? byId(parts.checkpoints())),
		candidateById: once(() => made.candidateById ?? byId(parts.candidates())),
		deviceById: once(() => byId(parts.devices())),
		sourceById: once(() => byId(parts.sources())),
		datasetById: once(() => byId(parts.datasets())),
	});
	return Object.assign(fields, {
		version: parts.version,
		date: parts.date,
		addedFiles: added.addedFiles,
		fileById: added.fileById,
		...(added.costInput && { costInput: added.costInput }),
		groups: { figures, measurements, measurementsByDevice },
		modelsOf: made.modelsOf ?? groupRecords(parts.models, model => model.family).of,
		checkpointsOf: made.checkpointsOf ?? groupRecords(parts.checkpoints, checkpoint => checkpoint.model).of,
		candidatesOf: made.candidatesOf ?? groupRecords(parts.candidates, candidate => candidate.model).of,
		figuresOf: figures.of,
		measurementsOf: measurements.of,
		measurementsOn: measurementsByDevice.of,
	});
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
	return new Map(records.map(record => [record.id, record]));
}

type LazyFields<Makers extends Readonly<Record<string, () => unknown>>> = {
	readonly [Field in keyof Makers]: ReturnType<Makers[Field]>;
};

/** An object whose fields are what the functions answer, each called when its field is read. */
function lazyFields<Makers extends Readonly<Record<string, () => unknown>>>(makers: Makers): LazyFields<Makers> {
	const fields = {};
	for (const [name, get] of Object.entries(makers)) Object.defineProperty(fields, name, { get, enumerable: true });
	return fields as LazyFields<Makers>;
}
