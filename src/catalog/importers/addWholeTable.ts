import { catalogOf, groupAll, type Catalog, type RecordsById } from '../catalog.ts';
import { once } from '../once.ts';
import type { ParsedCatalog } from '../parseCatalog.ts';
import { joinGroups, type RecordGroups } from '../recordGroups.ts';
import type { Figure } from '../records.ts';
import type { ReadTable } from './tableCatalog.ts';
import type { TableStore } from './tableStore.ts';

/**
 * `base` with all records of a table, of which none is made as yet. Undefined where a row would have to be left out or
 * changed: an id of the file is taken, or something that it refers to is not what it was when the file was read.
 */
export function addWholeTable(
	base: Catalog,
	{ store, family }: ReadTable,
	{ origin, fileSource }: Pick<ParsedCatalog, 'origin' | 'fileSource'>,
): Catalog | undefined {
	const { models, checkpoints, candidates, figures, measurements } = store;
	const isOwn = (id: string): boolean =>
		id === family?.id || [models, checkpoints, candidates].some(list => list.findOwn(id) >= 0);
	if (isAnyTaken(base, isOwn) || !hasReferences(base, store)) return undefined;
	const times = groupAll({ figures: [], measurements });
	const isCited = figures.size + measurements.length > 0;
	const isSourceNew = isCited && !base.sourceById.has(fileSource.id);
	const isEmpty = !family && !isCited && checkpoints.numbers.length + candidates.numbers.length === 0;
	return catalogOf(
		{
			version: base.version,
			date: base.date,
			families: once(() => (family ? [...base.families, family] : base.families)),
			models: once(() => [...base.models, ...models.all()]),
			checkpoints: once(() => [...base.checkpoints, ...checkpoints.all()]),
			candidates: once(() => [...base.candidates, ...candidates.all()]),
			figures: joinGroups(base.groups.figures, figuresByOwner(store)),
			measurements: joinGroups(base.groups.measurements, times.measurements),
			measurementsByDevice: joinGroups(base.groups.measurementsByDevice, times.measurementsByDevice),
			devices: () => base.devices,
			sources: once(() => (isSourceNew ? [...base.sources, fileSource] : base.sources)),
			datasets: () => base.datasets,
		},
		{
			addedFiles: isEmpty ? base.addedFiles : [...base.addedFiles, origin],
			fileById: { get: id => (isOwn(id) ? origin : base.fileById.get(id)) },
		},
		{
			modelById: joinById(base.modelById, models),
			checkpointById: joinById(base.checkpointById, checkpoints),
			candidateById: joinById(base.candidateById, candidates),
			modelsOf: id => (id === family?.id ? models.all() : base.modelsOf(id)),
			checkpointsOf: id => join(base.checkpointsOf(id), checkpoints.recordsOf(models.withId(id))),
			candidatesOf: id => join(base.candidatesOf(id), candidates.recordsOf(models.withId(id))),
		},
	);
}

/** Figures may be of any of these, so one id must not mean two of them. */
function isAnyTaken(base: Catalog, isOwn: (id: string) => boolean): boolean {
	for (const list of [base.familyById, base.modelById, base.checkpointById, base.candidateById]) {
		for (const id of list.keys()) if (isOwn(id)) return true;
	}
	return false;
}

/** Whether everything of the catalog that the file refers to is in `base`. */
function hasReferences(base: Catalog, { catalog, models, checkpoints, candidates, ...store }: TableStore): boolean {
	const isSame = <T>(now: RecordsById<T>, then: RecordsById<T>, ids: Iterable<string>): boolean =>
		[...ids].every(id => now.get(id) === then.get(id));
	return (
		isSame(base.modelById, catalog.modelById, models.catalogIds) &&
		isSame(base.checkpointById, catalog.checkpointById, checkpoints.catalogIds) &&
		isSame(base.candidateById, catalog.candidateById, candidates.catalogIds) &&
		[...store.datasets].every(id => base.datasetById.has(id)) &&
		store.measurements.every(({ device }) => base.deviceById.has(device))
	);
}

function figuresByOwner({ figures, candidates }: TableStore): RecordGroups<Figure> {
	return {
		get all() {
			return figures.all();
		},
		of: id => figures.recordsOf(candidates.withId(id)),
	};
}

/** One list of the file's own records. */
interface OwnRecords<T> {
	readonly numbers: readonly number[];
	findOwn(id: string): number;
	idAt(number: number): string;
	recordAt(number: number): T;
}

function joinById<T>(base: RecordsById<T>, own: OwnRecords<T>): RecordsById<T> {
	return {
		get: id => {
			const number = own.findOwn(id);
			return number < 0 ? base.get(id) : own.recordAt(number);
		},
		has: id => own.findOwn(id) >= 0 || base.has(id),
		*keys() {
			yield* base.keys();
			for (const number of own.numbers) yield own.idAt(number);
		},
	};
}

function join<T>(base: readonly T[], own: readonly T[]): readonly T[] {
	return own.length === 0 ? base : [...base, ...own];
}
