import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import {
	datasetSchema,
	deviceSchema,
	familySchema,
	modelSchema,
	sourceSchema,
} from '../../../../src/catalog/records.schema.ts';
import { detectionMappingSchema } from '../../../support/imports/detection.ts';
import { parseShippedData, readData, readRows } from '../../../support/shippedData.ts';

const folder = 'data/imported/detection';
const mapping = detectionMappingSchema.parse(JSON.parse(readData('mapping/detection.json')));
const families = z.array(familySchema).parse(readRows(folder, 'families'));
const models = z.array(modelSchema).parse(readRows(folder, 'models'));
const sources = z.array(sourceSchema).parse(readRows(folder, 'sources'));
const devices = z.array(deviceSchema).parse(readRows(folder, 'devices'));
const datasets = z.array(datasetSchema).parse(readRows(folder, 'datasets'));
const { records } = parseShippedData();

function idsOf(...lists: readonly (readonly { readonly id: string }[])[]): ReadonlySet<string> {
	return new Set(lists.flat().map(({ id }) => id));
}

describe('the mapping of detectors', () => {
	it('leads every name to a model that stands beside it', () => {
		const known = idsOf(models);
		const named = [...Object.values(mapping.rows), ...Object.values(mapping.torchvision)];
		assert.deepEqual(
			named.filter(({ model }) => !known.has(model)),
			[],
		);
		const used = new Set(named.map(({ model }) => model));
		assert.deepEqual(
			models.filter(({ id }) => !used.has(id)),
			[],
		);
	});

	it('names sources, devices and data sets that there are', () => {
		const knownSources = idsOf(sources, records.sources);
		for (const { source } of Object.values(mapping.sources))
			if (source !== undefined) assert.ok(knownSources.has(source), source);
		const knownDevices = idsOf(devices, records.devices);
		for (const { device } of Object.values(mapping.runs)) assert.ok(knownDevices.has(device), device);
		const knownDatasets = idsOf(datasets, records.datasets);
		for (const { dataset } of [...Object.values(mapping.splits), ...Object.values(mapping.torchvisionTasks)])
			assert.ok(knownDatasets.has(dataset), dataset);
	});

	it('gives each model a family of detectors or segmentation networks', () => {
		const byId = new Map(families.map(family => [family.id, family]));
		for (const { id, family } of models) {
			assert.ok(id.startsWith(`${family}/`), id);
			assert.notEqual(byId.get(family)?.task ?? 'classification', 'classification', id);
		}
	});

	it('adds no family and no name that another model or family has', () => {
		const owners = new Map<string, string>();
		const others = [...records.families, ...records.models, ...readRecords('families'), ...readRecords('models')];
		for (const { id, name, aliases } of [...others, ...families, ...models]) {
			for (const text of new Set([name, ...aliases].map(each => each.toLowerCase()))) {
				const owner = owners.get(text) ?? id;
				if (models.some(model => model.id === id) || families.some(family => family.id === id))
					assert.equal(owner, id, text);
				owners.set(text, owner);
			}
		}
	});
});

/** Names of timm's import, which is not a part of the catalog yet. */
function readRecords(list: 'families' | 'models') {
	const named = z.looseObject({ id: z.string(), name: z.string(), aliases: z.array(z.string()) });
	return z.array(named).parse(readRows('data/imported/timm', list));
}
