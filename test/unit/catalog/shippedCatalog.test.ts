import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog, type Catalog } from '../../../src/catalog/catalog.ts';
import { encodeCatalog } from '../../../src/catalog/encodeCatalog.ts';
import type { CatalogRecords } from '../../../src/catalog/records.ts';
import { decodeShippedCatalog, shippedFormat, shippedLists } from '../../../src/catalog/shippedCatalog.ts';
import { aCatalog } from '../../support/builders.ts';
import { parseShippedData } from '../../support/shippedData.ts';

const { version, date, families, models, checkpoints, candidates, figures, measurements, devices, sources, datasets } =
	aCatalog({
		candidates: [
			{ id: 'a-net/1.0@224', top1: 75, latencyMs: { 'pixel-1': 60 } },
			{ id: 'a-net/1.0@192', top1: 74 },
		],
	});
const records: CatalogRecords = {
	version,
	date,
	families,
	models,
	checkpoints,
	candidates,
	figures,
	measurements,
	devices,
	sources,
	datasets,
};

function listsOf(catalog: CatalogRecords): object {
	return Object.fromEntries(shippedLists.map(list => [list, catalog[list]]));
}

function decoded(text: string): Catalog {
	return decodeShippedCatalog(new TextEncoder().encode(text));
}

describe('the shipped file', () => {
	it('gives back every record that it was made of, and finds them by id', () => {
		const catalog = decoded(encodeCatalog(records));
		assert.deepEqual(listsOf(catalog), listsOf(records));
		assert.deepEqual([catalog.version, catalog.date], [version, date]);
		assert.deepEqual(
			catalog.figuresOf('a-net/1.0@224'),
			figures.filter(({ of }) => of === 'a-net/1.0@224'),
		);
		assert.deepEqual(catalog.measurementsOf('a-net/1.0'), measurements);
		assert.deepEqual(catalog.measurementsOn('pixel-1'), measurements);
		assert.deepEqual(catalog.candidatesOf('a-net/1.0'), candidates);
		assert.deepEqual([catalog.figuresOf('__proto__'), catalog.candidatesOf('constructor')], [[], []]);
	});

	it('gives back any figures, with fields that some have and some lack', () => {
		const [figure] = figures;
		assert.ok(figure);
		const anyFigure = fc.record(
			{
				of: fc.constantFrom('a-net/1.0@224', '__proto__', 'toString'),
				kind: fc.constantFrom('top1' as const, 'macs' as const),
				value: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 })),
				printed: fc.string(),
				note: fc.string(),
			},
			{ requiredKeys: ['of', 'kind', 'value', 'printed'] },
		);
		fc.assert(
			fc.property(fc.array(anyFigure), drawn => {
				const given = drawn.map(each => ({ ...figure, ...each }));
				assert.deepEqual(decoded(encodeCatalog({ ...records, figures: given })).figures, given);
			}),
		);
	});

	it('answers like a catalog whose records are all read, for every record of data/', () => {
		const shipped = parseShippedData().records;
		const [read, plain] = [decoded(encodeCatalog(shipped)), createCatalog(shipped)];
		for (const { id } of [...plain.candidates, ...plain.checkpoints, ...plain.models])
			assert.deepEqual(read.figuresOf(id), plain.figuresOf(id));
		for (const { id } of plain.models) assert.deepEqual(read.measurementsOf(id), plain.measurementsOf(id));
		for (const { id } of plain.devices) assert.deepEqual(read.measurementsOn(id), plain.measurementsOn(id));
	});

	it('is refused where it is of another format or no JSON', () => {
		const older = JSON.stringify({ ...records, format: 'model-scout-catalog-1' });
		assert.equal(shippedFormat, 'model-scout-catalog-3');
		for (const text of ['', '{', 'null', '[]', '{}', older]) {
			assert.throws(() => decoded(text), RangeError);
		}
	});
});
