import { catalogOf, type Catalog } from './catalog.ts';
import { groupTable, tableRow, type ColumnTable } from './columnTable.ts';
import type { CatalogRecords, Figure, Measurement } from './records.ts';

export const shippedFormat = 'model-scout-catalog-2';

export const shippedLists = [
	'families',
	'models',
	'checkpoints',
	'candidates',
	'figures',
	'measurements',
	'devices',
	'sources',
	'datasets',
] as const satisfies readonly (keyof CatalogRecords)[];
type ShippedList = (typeof shippedLists)[number];

/** What the build writes: see `encodeCatalog`. */
type ShippedFile = Readonly<Record<ShippedList, ColumnTable>> & Pick<CatalogRecords, 'version' | 'date'>;
type RecordOf<List extends ShippedList> = CatalogRecords[List][number];

/**
 * Reads the one file that the build makes from `data/`. Its records were checked when it was built, so only its format is
 * looked at here. Figures and measurements, most of it by far, become records only as they are asked for.
 * @throws {RangeError} if the text is not such a file.
 */
export function decodeShippedCatalog(text: string): Catalog {
	const file = parseJson(text);
	if (!isShippedFile(file))
		throw new RangeError(`invalid shipped catalog; expected a file of format ${shippedFormat}`);
	const list = <List extends ShippedList>(name: List): readonly RecordOf<List>[] =>
		Array.from({ length: file[name].rows }, (_, row) => tableRow(file[name], row) as RecordOf<List>);
	return catalogOf({
		version: file.version,
		date: file.date,
		families: list('families'),
		models: list('models'),
		checkpoints: list('checkpoints'),
		candidates: list('candidates'),
		figures: groupTable<Figure>(file.figures, 'of'),
		measurements: groupTable<Measurement>(file.measurements, 'model'),
		measurementsByDevice: groupTable<Measurement>(file.measurements, 'device'),
		devices: list('devices'),
		sources: list('sources'),
		datasets: list('datasets'),
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new RangeError('invalid shipped catalog; expected JSON', { cause: error });
	}
}

function isShippedFile(value: unknown): value is ShippedFile {
	return typeof value === 'object' && value !== null && 'format' in value && value.format === shippedFormat;
}
