import assert from 'node:assert/strict';
import { facetValues } from '../../../src/catalog/facets.ts';
import { countText, filterModels } from '../../../src/catalog/filterModels.ts';
import { createModelFinder } from '../../../src/catalog/findModels.ts';
import { aCatalog, aCheckpoint, aFamily, aModel } from '../../support/builders.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = aCatalog({
	families: [
		aFamily({ id: 'old-net', name: 'OldNet', year: 2015, aliases: ['o-net'] }),
		aFamily({ id: 'new-net', name: 'NewNet', year: 2022 }),
		aFamily({ id: 'lost-net', name: 'LostNet' }),
		aFamily({ id: 'box-net', name: 'BoxNet', year: 2022, task: 'detection' }),
	],
	models: [
		aModel({ id: 'old-net/a', name: 'OldNet A' }),
		aModel({ id: 'new-net/a', name: 'NewNet A' }),
		aModel({ id: 'new-net/b', name: 'NewNet B' }),
		aModel({ id: 'lost-net/a', name: 'LostNet A' }),
		aModel({ id: 'box-net/a', name: 'BoxNet A' }),
	],
	checkpoints: [
		aCheckpoint({ id: 'timm:old_a', model: 'old-net/a', weightsLicence: 'Apache-2.0' }),
		aCheckpoint({ id: 'timm:new_a', model: 'new-net/a', weightsLicence: 'CC-BY-NC-4.0' }),
		aCheckpoint({ id: 'keras:NewA', model: 'new-net/a', weightsLicence: 'MIT' }),
		aCheckpoint({ id: 'timm:lost_a', model: 'lost-net/a', weightsLicence: 'unknown' }),
	],
	candidates: [{ id: 'new-net/b@224', model: 'new-net/b', top1: 70 }],
});
const find = createModelFinder(catalog);

function idsOf(text: string): readonly string[] {
	const found = find(text);
	assert.ok(found.ok, found.ok ? '' : found.problem.text);
	return found.hits.map(({ model }) => model.id).sort();
}

for (const [text, ids] of [
	['framework:timm', ['lost-net/a', 'new-net/a', 'old-net/a']],
	['framework:published', ['new-net/b']],
	['framework:keras framework:published', ['new-net/a', 'new-net/b']],
	['-framework:timm', ['new-net/a', 'new-net/b']],
	['license:permissive', ['new-net/a', 'old-net/a']],
	['license:mit', ['new-net/a']],
	['framework:timm license:permissive', ['old-net/a']],
	['-license:non-commercial framework:timm', ['lost-net/a', 'old-net/a']],
	['task:detection', ['box-net/a']],
	['year:2022', ['box-net/a', 'new-net/a', 'new-net/b']],
	['year:<=2015', ['old-net/a']],
	['year:2014..2015', ['old-net/a']],
	['-year:2022', ['lost-net/a', 'old-net/a']],
	['newnet framework:keras', ['new-net/a']],
	['new?et* year:>2021', ['new-net/a', 'new-net/b']],
	['', []],
] as const)
	it(`finds by "${text}" ${ids.length} of the models`, () => {
		assert.deepEqual(idsOf(text), ids);
	});

it('says how many more are of an unknown year, of those that are else in', () => {
	const found = find('year:>=2000 framework:timm');
	assert.ok(found.ok);
	assert.equal(found.ofUnknownYear, 1);
	const unasked = find('framework:timm');
	assert.ok(unasked.ok);
	assert.equal(unasked.ofUnknownYear, 0);
});

for (const [text, message] of [
	['framework:tim', /"tim" is no framework of the catalog\. Accepted: timm, /],
	['license:free', /"free" is no license .* Accepted: permissive, copyleft, unknown, non-commercial, an SPDX id/],
	['year:new', /"new" is no year .* 2019\.\.2021/],
	['year:>2019..2020', /is no year/],
	['task:sleep', /"sleep" is no task .* Accepted: classification, detection\./],
] as const)
	it(`refuses "${text}" and says what is accepted`, () => {
		const found = find(text);
		assert.ok(!found.ok);
		assert.match(found.problem.text, message);
	});

it('filters by words to models and to families by their own name, and counts both years and models', () => {
	const filtered = filterModels(catalog, 'lostnet');
	assert.ok(filtered.ok);
	assert.deepEqual([...filtered.ids].sort(), ['lost-net', 'lost-net/a']);
	const ofYears = filterModels(catalog, 'year:2022');
	assert.ok(ofYears.ok);
	assert.equal(countText(catalog, ofYears), '3 of 5 models; 1 more of an unknown year');
});

it('lists for each facet what models there are of, as many as a search for it finds', () => {
	const shipped = shippedData();
	const findShipped = createModelFinder(shipped);
	const values = facetValues(shipped);
	assert.ok(new Set(values.map(({ facet }) => facet)).size === 4);
	for (const { facet, value, models } of values) {
		const found = findShipped(`${facet}:${value}`);
		assert.ok(found.ok);
		assert.equal(found.hits.length, models, `${facet}:${value}`);
	}
});
