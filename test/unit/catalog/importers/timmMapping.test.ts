import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { parseShippedData, readData } from '../../../support/shippedData.ts';

const mapping = z.record(z.string(), z.string()).parse(JSON.parse(readData('mapping/timm.json')));
const { records } = parseShippedData();

describe('the mapping of timm', () => {
	it('leads every architecture to a model of the catalog', () => {
		const known = new Set(records.models.map(({ id }) => id));
		assert.deepEqual(
			Object.entries(mapping).filter(([, model]) => !known.has(model)),
			[],
		);
	});

	it('agrees with the checkpoints that the catalog has', () => {
		for (const { framework, name, model } of records.checkpoints) {
			if (framework === 'timm') assert.equal(mapping[name.split('.')[0] ?? ''], model, name);
		}
	});
});
