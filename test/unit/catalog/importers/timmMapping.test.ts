import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { familySchema, modelSchema } from '../../../../src/catalog/records.schema.ts';
import { parseShippedData, readData } from '../../../support/shippedData.ts';

const mapping = z.record(z.string(), z.string()).parse(JSON.parse(readData('mapping/timm.json')));
const families = z.array(familySchema).parse(JSON.parse(readData('imported/timm/families.json')));
const models = z.array(modelSchema).parse(JSON.parse(readData('imported/timm/models.json')));
const { records } = parseShippedData();

describe('the mapping of timm', () => {
	it('leads every architecture to a model that the catalog has or that stands beside it', () => {
		const known = new Set([...records.models, ...models].map(({ id }) => id));
		assert.deepEqual(
			Object.entries(mapping).filter(([, model]) => !known.has(model)),
			[],
		);
	});

	it('adds no family and no model that the catalog has, and none twice', () => {
		const all = [...records.families, ...families, ...records.models, ...models].map(({ id }) => id);
		assert.deepEqual(
			all.filter((id, index) => all.indexOf(id) !== index),
			[],
		);
	});

	it('gives each new model a family', () => {
		const known = new Set([...records.families, ...families].map(({ id }) => id));
		assert.deepEqual(
			models.filter(({ id, family }) => !known.has(family) || !id.startsWith(`${family}/`)),
			[],
		);
	});

	it('agrees with the checkpoints that the catalog has', () => {
		for (const { framework, name, model } of records.checkpoints) {
			if (framework === 'timm') assert.equal(mapping[name.split('.')[0] ?? ''], model, name);
		}
	});
});
