import type { Catalog, RecordsById } from './catalog.ts';
import type { JsonPath } from './jsonPlaces.ts';
import type { Candidate, Checkpoint, Dataset, Device, Family, Figure, Measurement, Model, Source } from './records.ts';

/** What is wrong with a row. */
export interface Fault {
	readonly message: string;
	/** Steps from the row to the field that is meant. */
	readonly field: JsonPath;
	/** The record that has the id already. */
	readonly takenBy?: object;
}

/** One check per kind of record. A record without a fault is known to the checks of the records that come after it. */
export interface References {
	readonly dataset: (record: Dataset) => Fault | undefined;
	readonly source: (record: Source) => Fault | undefined;
	readonly device: (record: Device) => Fault | undefined;
	readonly family: (record: Family) => Fault | undefined;
	readonly model: (record: Model) => Fault | undefined;
	readonly checkpoint: (record: Checkpoint) => Fault | undefined;
	readonly candidate: (record: Candidate) => Fault | undefined;
	readonly figure: (record: Figure) => Fault | undefined;
	readonly measurement: (record: Measurement) => Fault | undefined;
	addSource(source: Source): void;
}

interface Named {
	readonly id: string;
}

/** Checks of rows that are added to `base`: that their ids are free and that what they refer to is there. */
export function createReferences(base: Catalog): References {
	const datasets = known(base.datasetById);
	const sources = known(base.sourceById);
	const devices = known(base.deviceById);
	const families = known(base.familyById);
	const models = known(base.modelById);
	const checkpoints = known(base.checkpointById);
	const candidates = known(base.candidateById);
	/** Figures are of any of these, so one id must not mean two of them. */
	const networks: readonly Known<Named>[] = [families, models, checkpoints, candidates];
	const add = <T extends Named>(
		list: Known<T>,
		record: T,
		faults: readonly (Fault | undefined)[],
	): Fault | undefined => {
		const fault = faults.find(found => found !== undefined);
		if (fault === undefined) list.added.set(record.id, record);
		return fault;
	};
	return {
		dataset: record => add(datasets, record, [taken([datasets], record)]),
		source: record => add(sources, record, [taken([sources], record)]),
		device: record => add(devices, record, [taken([devices], record)]),
		family: record => add(families, record, [taken(networks, record)]),
		model: record => add(models, record, [taken(networks, record), missing([families], record.family, 'family')]),
		checkpoint: record =>
			add(checkpoints, record, [
				taken(networks, record),
				missing([models], record.model, 'model'),
				missing([datasets], record.dataset, 'dataset'),
			]),
		candidate: record =>
			add(candidates, record, [
				taken(networks, record),
				missing([models], record.model, 'model'),
				missing([datasets], record.dataset, 'dataset'),
				faultOfWeights(record, checkpoints),
				record.seedLine === undefined
					? undefined
					: { message: 'unexpected seedLine; it belongs to rows of the seed document', field: ['seedLine'] },
			]),
		figure: record =>
			missing([models, checkpoints, candidates], record.of, 'of') ??
			missing([sources], record.source, 'source') ??
			missing([datasets], record.conditions.dataset, 'conditions.dataset'),
		measurement: record =>
			missing([models], record.model, 'model') ??
			missing([devices], record.device, 'device') ??
			missing([sources], record.source, 'source'),
		addSource: source => sources.added.set(source.id, source),
	};
}

/** What a catalog has and what is added to it; the one is not copied for the other. */
interface Known<T> {
	readonly added: Map<string, T>;
	readonly get: (id: string) => T | undefined;
}

function known<T extends Named>(base: RecordsById<T>): Known<T> {
	const added = new Map<string, T>();
	return { added, get: id => added.get(id) ?? base.get(id) };
}

function taken(lists: readonly Known<Named>[], { id }: Named): Fault | undefined {
	const takenBy = lists.map(list => list.get(id)).find(record => record !== undefined);
	return (
		takenBy && { message: `id ${id} is taken; expected one that the catalog does not have`, field: ['id'], takenBy }
	);
}

function missing(
	lists: readonly Pick<Known<Named>, 'get'>[],
	id: string | undefined,
	field: string,
): Fault | undefined {
	if (id === undefined || lists.some(list => list.get(id) !== undefined)) return undefined;
	return {
		message: `unknown id ${id}; expected one of this file or of the catalog → at ${field}`,
		field: field.split('.'),
	};
}

function faultOfWeights(candidate: Candidate, checkpoints: Pick<Known<Checkpoint>, 'get'>): Fault | undefined {
	const { checkpoint: id, model } = candidate;
	if (id === undefined) return undefined;
	const checkpoint = checkpoints.get(id);
	if (!checkpoint) return missing([checkpoints], id, 'checkpoint');
	return checkpoint.model === model
		? undefined
		: {
				message: `checkpoint ${id} is of model ${checkpoint.model}; expected ${model} → at checkpoint`,
				field: ['checkpoint'],
			};
}
