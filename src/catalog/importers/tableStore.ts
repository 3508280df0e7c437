import type { Catalog } from '../catalog.ts';
import { fileSourceId } from '../parseCatalog.ts';
import { plainText } from '../plainText.ts';
import type { Measurement } from '../records.ts';
import { InputSizes } from './inputSizes.ts';
import { TableCandidates } from './tableCandidates.ts';
import { TableCheckpoints } from './tableCheckpoints.ts';
import { slugOf } from './tableDraft.ts';
import { TableFigures } from './tableFigures.ts';
import { TableModels } from './tableModels.ts';
import { TableRowPlaces } from './tableRowPlaces.ts';
import { TableTotals } from './tableTotals.ts';

/**
 * What the rows of one file give, as columns: hundreds of thousands of records would take longer to make, and to keep,
 * than all the rest of the reading, and most of them are never asked for.
 */
export interface TableStore {
	/** Whose records the rows name. */
	readonly catalog: Catalog;
	/** Of the family of the models that only this file has; begins the id of each. */
	readonly familyId: string;
	readonly familyName: string;
	readonly sourceId: string;
	readonly inputs: InputSizes;
	readonly models: TableModels;
	readonly checkpoints: TableCheckpoints;
	readonly candidates: TableCandidates;
	readonly figures: TableFigures;
	/** Times and the rows that they are of. */
	readonly measurements: Measurement[];
	readonly measurementRows: number[];
	/** Ids of the data sets that results are of. */
	readonly datasets: Set<string>;
	readonly places: TableRowPlaces;
	readonly totals: TableTotals;
}

/** @param text of the file, which names and figures stand in. */
export function createTableStore(text: string, origin: string, catalog: Catalog): TableStore {
	const fileName = plainText(origin.split(/[\\/]/).at(-1) ?? '', 150) || 'table';
	const familyId = slugOf(fileName, 'table');
	const sourceId = fileSourceId(origin);
	const inputs = new InputSizes();
	const places = new TableRowPlaces();
	const models = new TableModels(familyId, text);
	const checkpoints = new TableCheckpoints({ catalog, models, inputs, file: text });
	const candidates = new TableCandidates(familyId, models, checkpoints, inputs);
	const figures = new TableFigures({ file: text, source: sourceId, candidates, places });
	return {
		catalog,
		familyId,
		familyName: `Models of ${fileName}`,
		sourceId,
		inputs,
		models,
		checkpoints,
		candidates,
		figures,
		measurements: [],
		measurementRows: [],
		datasets: new Set(),
		places,
		totals: new TableTotals(),
	};
}
