import { sourceOfFile, type CatalogProblem, type ParsedCatalog } from '../parseCatalog.ts';
import { plainText } from '../plainText.ts';
import type { CatalogRecords, Family } from '../records.ts';
import { addWholeTable } from './addWholeTable.ts';
import { TablePlaces } from './tablePlaces.ts';
import type { TableStore } from './tableStore.ts';

/** A file that was read, with its rows as columns and the family of the models that only it has. */
export interface ReadTable {
	/** What to call the file in problems and as a source. */
	readonly origin: string;
	readonly store: TableStore;
	/** Undefined where every row is about a model of the catalog. */
	readonly family: Family | undefined;
}

/** The file as a catalog, each record of which is made when it is asked for. */
export function tableCatalog(table: ReadTable, problems: readonly CatalogProblem[]): ParsedCatalog {
	const undated = { version: '', date: '' };
	const fileSource = sourceOfFile(table.origin, undated);
	const origin = plainText(table.origin);
	const places = new TablePlaces(table);
	return {
		origin,
		records: recordsOf(table, undated),
		problems,
		places,
		lines: { get: record => places.lineOf(record) },
		fileSource,
		prepare: () => makeModels(table.store),
		addAllTo: base => addWholeTable(base, table, { origin, fileSource }),
	};
}

function recordsOf({ store, family }: ReadTable, head: Pick<CatalogRecords, 'version' | 'date'>): CatalogRecords {
	return {
		...head,
		families: family ? [family] : [],
		get models() {
			return store.models.all();
		},
		get checkpoints() {
			return store.checkpoints.all();
		},
		get candidates() {
			return store.candidates.all();
		},
		get figures() {
			return store.figures.all();
		},
		measurements: store.measurements,
		devices: [],
		sources: [],
		datasets: [],
	};
}

/** Records that one step makes. */
const recordsOfStep = 256;

function* makeModels({ models }: TableStore): Generator<void, void> {
	for (let count = 0; count < models.numbers.length; count += recordsOfStep) {
		models.indexIds(count);
		yield;
	}
	for (const [index, number] of models.numbers.entries()) {
		models.recordAt(number);
		if (index % recordsOfStep === 0) yield;
	}
	models.all();
}
