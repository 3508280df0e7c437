import { catalogOf, groupAll, type Catalog, type CatalogParts } from './catalog.ts';
import type { CatalogProblem, ParsedCatalog } from './parseCatalog.ts';
import { plainText } from './plainText.ts';
import { joinGroups } from './recordGroups.ts';
import type { Figure, Measurement, Source } from './records.ts';
import { createReferences, type Fault } from './references.ts';

export interface MergeProblem extends CatalogProblem {
	/** The record of the catalog that has the id of the row. */
	readonly takenBy?: object;
}

export interface MergedCatalog {
	readonly catalog: Catalog;
	/** Rows that were left out, because their id is taken or something that they refer to is missing. */
	readonly problems: readonly MergeProblem[];
	/** By record of the catalog that was not taken as it is: the row of the person's file. */
	readonly originals: ReadonlyMap<object, object>;
}

/**
 * Adds a person's records to a catalog. They never replace a record of `base`: a row whose id is taken is left out and
 * reported. Whatever its figures call their source, they are kept as the person's own, so that none passes for a
 * published one.
 */
export function mergeCatalog(base: Catalog, additions: ParsedCatalog): MergedCatalog {
	const whole = additions.addAllTo?.(base);
	return whole ? { catalog: whole, problems: [], originals: new Map() } : mergeRows(base, additions);
}

/** Looks at each row by itself. */
function mergeRows(base: Catalog, additions: ParsedCatalog): MergedCatalog {
	const problems: MergeProblem[] = [];
	const keepGood = <T extends object>(rows: readonly T[], faultOf: (row: T) => Fault | undefined): readonly T[] =>
		rows.filter(row => {
			const fault = faultOf(row);
			if (fault) {
				const where = additions.places.get(row) ?? '';
				const line = additions.lines?.get(row);
				problems.push({ origin: additions.origin, where, ...fault, ...(line === undefined ? {} : { line }) });
			}
			return !fault;
		});
	const references = createReferences(base);
	const { records } = additions;
	const originals = new Map<object, object>();
	const own = <T extends Figure | Measurement>(row: T): T => {
		const record = withOwnSource(row, base, additions.fileSource);
		if (record !== row) originals.set(record, row);
		return record;
	};
	const datasets = keepGood(records.datasets, references.dataset);
	const sources = keepGood(records.sources, references.source).map(source => asOwn(source, additions.origin));
	const devices = keepGood(records.devices, references.device);
	const families = keepGood(records.families, references.family);
	const models = keepGood(records.models, references.model);
	const checkpoints = keepGood(records.checkpoints, references.checkpoint);
	const candidates = keepGood(records.candidates, references.candidate);
	references.addSource(additions.fileSource);
	const figures = keepGood(records.figures, references.figure).map(own);
	const measurements = keepGood(records.measurements, references.measurement).map(own);
	const citesFile = [...figures, ...measurements].some(({ source }) => source === additions.fileSource.id);
	const addsFile = citesFile && !base.sourceById.has(additions.fileSource.id);
	const added = groupAll({ figures, measurements });
	const merged: CatalogParts = {
		version: base.version,
		date: base.date,
		families: both(base.families, families),
		models: both(base.models, models),
		checkpoints: both(base.checkpoints, checkpoints),
		candidates: both(base.candidates, candidates),
		figures: joinGroups(base.groups.figures, added.figures),
		measurements: joinGroups(base.groups.measurements, added.measurements),
		measurementsByDevice: joinGroups(base.groups.measurementsByDevice, added.measurementsByDevice),
		devices: both(base.devices, devices),
		sources: both(base.sources, [...sources, ...(addsFile ? [additions.fileSource] : [])]),
		datasets: both(base.datasets, datasets),
	};
	const named = [...families, ...models, ...checkpoints, ...candidates];
	const rows = [...named, ...figures, ...measurements, ...devices, ...sources, ...datasets];
	const ids = new Set(named.map(({ id }) => id));
	const catalog = catalogOf(merged, {
		addedFiles: rows.length === 0 ? base.addedFiles : [...base.addedFiles, additions.origin],
		fileById: { get: id => (ids.has(id) ? additions.origin : base.fileById.get(id)) },
	});
	return { catalog, problems, originals };
}

function both<T>(base: readonly T[], added: readonly T[]): () => readonly T[] {
	const all = [...base, ...added];
	return () => all;
}

/** A source that a person wrote down ranks as theirs, whatever kind they gave it. */
function asOwn({ id, title, where, version, date, licence }: Source, origin: string): Source {
	return {
		id,
		title,
		kind: 'user',
		where: plainText(`${where} (stated in ${origin})`, 1000),
		version,
		date,
		licence,
	};
}

/** A figure said to be of a shipped source cites the file instead, and names that source in its locator. */
function withOwnSource<T extends Figure | Measurement>(row: T, base: Catalog, fileSource: Source): T {
	const cited = base.sourceById.get(row.source);
	if (!cited || row.source === fileSource.id) return row;
	return { ...row, source: fileSource.id, locator: plainText(`said to be of ${cited.id}, ${row.locator}`) };
}
