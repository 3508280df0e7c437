import assert from 'node:assert/strict';
import * as z from 'zod';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import { catalogFileSchema } from '../../../src/catalog/catalogFile.schema.ts';
import { rowSchemas } from '../../../src/catalog/records.schema.ts';
import { aCatalog } from '../../support/builders.ts';

/** One row of every list with nothing in it that a person may leave out. */
const shortest = {
	families: [{ id: 'my-net', name: 'MyNet', task: 'classification', weightClass: 'lightweight' }],
	models: [{ id: 'my-net/1.0', family: 'my-net', name: 'MyNet 1.0' }],
	checkpoints: [
		{ id: 'timm:my_net', model: 'my-net/1.0', framework: 'timm', name: 'my_net', dataset: 'dogs', classes: 120 },
	],
	candidates: [{ id: 'my-net/1.0@224', model: 'my-net/1.0', input: [224, 224], dataset: 'dogs' }],
	figures: [
		{ of: 'my-net/1.0@224', kind: 'top1', value: 75.2 },
		{ of: 'my-net/1.0@224', kind: 'macs', value: 219e6 },
	],
	measurements: [
		{ model: 'my-net/1.0', input: [224, 224], device: 'mine', runtime: 'tflite-cpu', precision: 'fp32', ms: 61.3 },
	],
	devices: [{ id: 'mine', name: 'My phone', maker: 'Me', kind: 'phone' }],
	sources: [{ id: 'report', title: 'A report', where: 'docs/report.md', version: '1', date: '2024-01-01' }],
	datasets: [{ id: 'dogs', name: 'Dogs', evaluationImages: 8580, classes: 120, task: 'classification' }],
};

it('describes the shortest file that is read without a problem', () => {
	assert.deepEqual(parseCatalogText(JSON.stringify(shortest), 'my.json').problems, []);
	assert.deepEqual(catalogFileSchema.parse(shortest), shortest);
});

it('describes no file with a field that is refused', () => {
	for (const [list, rows] of Object.entries(shortest)) {
		const file = { ...shortest, [list]: rows.map(row => ({ ...row, color: 'red' })) };
		assert.equal(catalogFileSchema.safeParse(file).success, false, list);
		assert.equal(parseCatalogText(JSON.stringify(file), 'my.json').problems.length, rows.length, list);
	}
});

it('describes no file without a field that is needed', () => {
	for (const [list, rows] of Object.entries(shortest)) {
		for (const field of Object.keys(rows[0] ?? {})) {
			const [, ...others] = Object.entries(rows[0] ?? {}).sort(([a]) => (a === field ? -1 : 1));
			const file = { ...shortest, [list]: [Object.fromEntries(others)] };
			assert.equal(catalogFileSchema.safeParse(file).success, false, `${list} without ${field}`);
			assert.ok(
				parseCatalogText(JSON.stringify(file), 'my.json').problems.length > 0,
				`${list} without ${field}`,
			);
		}
	}
});

it('can be written as JSON Schema', () => {
	const schema = z.toJSONSchema(catalogFileSchema, { io: 'input' });
	assert.deepEqual(Object.keys(schema.properties ?? {}), ['$schema', 'version', 'date', ...Object.keys(rowSchemas)]);
});

it('takes the records that tests are built from, so that no test stands on a record that could not be read', () => {
	const catalog = aCatalog({
		candidates: [
			{ id: 'timm:a_net.in1k@224', model: 'a-net/1.0', top1: 75, macs: 1e6, latencyMs: { 'pixel-1': 5 } },
		],
	});
	for (const [list, schema] of Object.entries(rowSchemas)) {
		const rows: unknown = Reflect.get(catalog, list);
		assert.ok(Array.isArray(rows) && rows.length > 0, list);
		for (const row of rows) assert.deepEqual(schema.parse(row), row);
	}
});
