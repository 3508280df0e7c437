import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { formatCatalogAge, formatCatalogFoot } from '../../../src/catalog/catalogAge.ts';
import { mergeCatalog } from '../../../src/catalog/mergeCatalog.ts';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { modelCard } from '../../../src/comparison/modelCard.ts';
import { aCatalog } from '../../support/builders.ts';

const shipped = aCatalog({ candidates: [{ id: 'a-net/1.0@224', top1: 70, macs: 300e6 }] });

function withFiles(...files: readonly string[]): Catalog {
	return files.reduce((catalog, file, index) => {
		const models = [{ id: `own/${index}`, family: 'a-net', name: 'Own' }];
		return mergeCatalog(catalog, parseCatalogText(JSON.stringify({ models }), file)).catalog;
	}, shipped);
}

it('says the date of the catalog, and the files that were added to it', () => {
	assert.equal(formatCatalogAge(shipped), `Catalog of ${shipped.date}`);
	assert.equal(formatCatalogFoot(shipped), `Catalog ${shipped.version} of ${shipped.date}`);
	assert.equal(formatCatalogAge(withFiles('a.json', 'b.json')), `Catalog of ${shipped.date}, with a.json, b.json`);
	assert.match(formatCatalogFoot(withFiles('a', 'b', 'c', 'd', 'e')), /, with a, b, c and 2 more$/);
});

it('does not name a file that gave nothing', () => {
	const { catalog } = mergeCatalog(shipped, parseCatalogText('{"models": [5]}', 'empty.json'));
	assert.deepEqual(catalog.addedFiles, []);
});

it('names the file of a model that a person added on its card', () => {
	const catalog = withFiles('a.json', 'b.json');
	const own = catalog.modelById.get('own/1');
	const known = catalog.modelById.get('a-net/1.0');
	assert.ok(own && known);
	assert.deepEqual(modelCard(catalog, own).notes, ['Added by the catalog b.json.']);
	assert.deepEqual(modelCard(catalog, known).notes, []);
});
