import { readFileSync } from 'node:fs';
import { createCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { listNames, parseCatalogText, type ParsedCatalog } from '../../src/catalog/parseCatalog.ts';

/** Text of a file in `data/`, read from the top folder of the project. */
export function readData(file: string): string {
	return readFileSync(`data/${file}`, 'utf8');
}

/** The files of `data/` through the schemas, with every problem that these found. */
export function parseShippedData(): ParsedCatalog {
	const lists = listNames.map(list => `"${list}": ${readData(`${list}.json`)}`).join(',\n');
	const head = readData('catalog.json').trimEnd().slice(0, -1);
	return parseCatalogText(`${head}, ${lists}}`, 'data');
}

export function shippedData(): Catalog {
	return createCatalog(parseShippedData().records);
}
