import { readFileSync } from 'node:fs';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { decodeShippedCatalog, shippedFormat } from '../../src/catalog/shippedCatalog.ts';

const kinds = [
	'families',
	'models',
	'checkpoints',
	'candidates',
	'figures',
	'measurements',
	'devices',
	'sources',
	'datasets',
] as const;

/** The catalog that ships, read from `data/`. Its records are checked by a test of their own. */
export function readDataCatalog(): Catalog {
	const lists = kinds.map(kind => `"${kind}": ${readFileSync(`data/${kind}.json`, 'utf8')}`);
	const about = readFileSync('data/catalog.json', 'utf8').trim().slice(1, -1);
	return decodeShippedCatalog(`{ "format": "${shippedFormat}", ${[about, ...lists].join(',\n')} }`);
}
