// Writes the catalog that tests of every surface read. Usage: node out/test/support/writeHostileCatalog.mjs
import { writeFileSync } from 'node:fs';
import { hostileCatalogText } from './hostileCatalog.ts';

writeFileSync('test/fixtures/hostile/hostile.catalog.json', `${hostileCatalogText(1000)}\n`);
