import assert from 'node:assert/strict';
import { decodeShippedCatalog, shippedFormat } from '../../../src/catalog/shippedCatalog.ts';
import { aCatalog } from '../../support/builders.ts';

const { version, date, families, models, checkpoints, candidates, figures, measurements, devices, sources, datasets } =
	aCatalog({
		candidates: [{ id: 'a-net/1.0@224', top1: 75, latencyMs: { 'pixel-1': 60 } }],
	});
const records = {
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

it('reads every record of the file and finds them by id', () => {
	const catalog = decodeShippedCatalog(JSON.stringify({ format: shippedFormat, ...records }));
	const read = Object.fromEntries(Object.keys(records).map(key => [key, Reflect.get(catalog, key)]));
	assert.deepEqual(read, records);
	assert.deepEqual(catalog.figuresOf('a-net/1.0@224'), figures);
	assert.deepEqual(catalog.candidatesOf('a-net/1.0'), candidates);
	assert.deepEqual([catalog.figuresOf('__proto__'), catalog.candidatesOf('constructor')], [[], []]);
});

it('refuses a file of another format and anything that is no JSON', () => {
	for (const text of ['', '{', 'null', '[]', '{}', JSON.stringify({ format: 'model-scout-catalog-2', ...records })]) {
		assert.throws(() => decodeShippedCatalog(text), RangeError);
	}
});

it('decodes a catalog of 3,000 candidates and 15,000 figures within 50 ms', () => {
	const specs = Array.from({ length: 3000 }, (_, index) => ({
		id: `net-${index % 99}/${index}@224`,
		top1: 70,
		top5: 90,
		macs: 1e6,
		params: 1e6,
		bytes: 4e6,
	}));
	const large = aCatalog({ candidates: specs });
	const text = JSON.stringify({ ...large, format: shippedFormat });
	const times = Array.from({ length: 5 }, () => {
		const start = performance.now();
		decodeShippedCatalog(text);
		return performance.now() - start;
	});
	assert.ok(Math.min(...times) <= 50, `${times.map(Math.round).join(', ')} ms for ${text.length} characters`);
});
