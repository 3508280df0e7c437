import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { encodeCatalog } from '../../src/catalog/encodeCatalog.ts';
import { listNames, parseCatalogText, type ParsedCatalog } from '../../src/catalog/parseCatalog.ts';
import type { CatalogRecords } from '../../src/catalog/records.ts';
import type { ListName } from '../../src/catalog/records.schema.ts';
import { decodeShippedCatalog } from '../../src/catalog/shippedCatalog.ts';

const headSchema = z.strictObject({ version: z.string(), date: z.iso.date(), imports: z.array(z.string()) });
const rowsSchema = z.array(z.looseObject({}));

/** Text of a file in `data/`, read from the top folder of the project. */
export function readData(file: string): string {
	return readFileSync(`data/${file}`, 'utf8');
}

/** Folders of records: those kept by hand, then one for each import that is a part of the catalog. */
export function dataFolders(): readonly string[] {
	const { imports } = headSchema.parse(JSON.parse(readData('catalog.json')));
	return ['data', ...imports.map(name => `data/imported/${name}`)];
}

/** The rows of one list of a folder, none where it has no such file. */
export function readRows(folder: string, list: ListName): readonly object[] {
	const file = `${folder}/${list}.json`;
	return existsSync(file) ? rowsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** Everything in `data/` that is a part of the catalog, through the schemas, with every problem that these found. */
export function parseShippedData(): Pick<ParsedCatalog, 'records' | 'problems'> {
	const parsed = dataFolders().map(folder => {
		const lists = listNames.map(list => `"${list}": ${JSON.stringify(readRows(folder, list))}`).join(',\n');
		return parseCatalogText(`{${lists}}`, folder);
	});
	const { version, date } = headSchema.parse(JSON.parse(readData('catalog.json')));
	const records: CatalogRecords = {
		version,
		date,
		families: parsed.flatMap(file => file.records.families),
		models: parsed.flatMap(file => file.records.models),
		checkpoints: parsed.flatMap(file => file.records.checkpoints),
		candidates: parsed.flatMap(file => file.records.candidates),
		figures: parsed.flatMap(file => file.records.figures),
		measurements: parsed.flatMap(file => file.records.measurements),
		devices: parsed.flatMap(file => file.records.devices),
		sources: parsed.flatMap(file => file.records.sources),
		datasets: parsed.flatMap(file => file.records.datasets),
	};
	return { records, problems: parsed.flatMap(({ problems }) => problems) };
}

/** Text of the catalog file that the build makes of `data/`. */
export function shippedText(): string {
	return encodeCatalog(parseShippedData().records, snippetReport());
}

/** Classes of the heads in the snippets that are run: unlike those of any data set, so that such a head was made by the snippet. */
export const runClasses = 7;

/** What was run of the snippets, a line for each. */
export function snippetReport(): string {
	return readData('reports/verified-snippets.tsv');
}

let shipped: Catalog | undefined;

/** The catalog as the extension reads it, made of `data/` as it is now. */
export function shippedData(): Catalog {
	shipped ??= decodeShippedCatalog(new TextEncoder().encode(shippedText()));
	return shipped;
}
