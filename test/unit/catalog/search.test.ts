import assert from 'node:assert/strict';
import { createModelSearch, searchModels, type SearchHit } from '../../../src/catalog/search.ts';
import { aCatalog, aCheckpoint, aFamily, aModel } from '../../support/builders.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = aCatalog({
	families: [
		aFamily({ id: 'mobilenet-v2', name: 'MobileNetV2', aliases: ['mbv2'] }),
		aFamily({ id: 'mobilenet-v3', name: 'MobileNetV3', aliases: ['mbv3'] }),
		aFamily({ id: 'resnet', name: 'ResNet' }),
	],
	models: [
		aModel({ id: 'mobilenet-v2/1.0', name: 'MobileNetV2 1.0', aliases: ['mobilenet_w3d4'] }),
		aModel({ id: 'mobilenet-v3/large-1.0', name: 'MobileNetV3-Large 1.0', aliases: ['mobilenet_v3_large'] }),
		aModel({ id: 'mobilenet-v3/small-1.0', name: 'MobileNetV3-Small 1.0' }),
		aModel({ id: 'resnet/18', name: 'ResNet-18' }),
		aModel({ id: 'resnet/50', name: 'ResNet-50' }),
	],
	checkpoints: [aCheckpoint({ id: 'timm:tf_special_weights.in1k', model: 'resnet/50' })],
});

function found(query: string, limit?: number): readonly string[] {
	return searchModels(catalog, query, limit).map(({ model }) => model.id);
}

it('finds the models of a family by its alias, in catalog order', () => {
	assert.deepEqual(found('mbv3', 2), ['mobilenet-v3/large-1.0', 'mobilenet-v3/small-1.0']);
});

it('finds a name with letters left out, first where the family matches too', () => {
	assert.deepEqual(found('mobnet3'), ['mobilenet-v3/large-1.0', 'mobilenet-v3/small-1.0', 'mobilenet-v2/1.0']);
});

it('ignores case, spaces and separators', () => {
	for (const query of ['MobileNet V3 Large', 'mobilenetv3_large', 'mobilenet-v3-LARGE', 'mobilenet.v3/large']) {
		assert.equal(found(query)[0], 'mobilenet-v3/large-1.0', query);
	}
});

it('finds a model by the name of a checkpoint and says which name matched', () => {
	assert.deepEqual(
		searchModels(catalog, 'special_weights').map(({ model, matched }) => [model.id, matched]),
		[['resnet/50', 'tf_special_weights.in1k']],
	);
});

it('gives a name that is written in full the score 1', () => {
	assert.equal(searchModels(catalog, 'resnet-50')[0]?.score, 1);
});

it('takes a star for any letters', () => {
	assert.deepEqual(found('*50'), ['resnet/50']);
	assert.deepEqual(found('resnet*'), ['resnet/18', 'resnet/50']);
	assert.deepEqual(found('m*v3*small*'), ['mobilenet-v3/small-1.0']);
	assert.equal(found('*').length, 5);
	assert.deepEqual(found('resnet50*50'), []);
});

it('finds each model once, and no more than asked for', () => {
	assert.equal(new Set(found('e')).size, found('e').length);
	assert.equal(found('e', 2).length, 2);
});

it('has the same first hits whether it is asked for some or for all', () => {
	const search = createModelSearch(shippedData());
	const ids = (hits: readonly SearchHit[]): readonly string[] => hits.map(({ model }) => model.id);
	for (const query of ['m', 'mb', 'mbv3', 'effnet', 'e', 'r', 're', 'rsnxt50', 'timm', 'vgg16bn', '5', 'in1k'])
		assert.deepEqual(ids(search(query, 20)), ids(search(query).slice(0, 20)), query);
});

it('finds nothing for an empty or hostile query', () => {
	for (const query of ['', '   ', '-_.', '\u202e', '(((((', 'zzzzzz', 'z'.repeat(1e6)])
		assert.deepEqual(found(query), [], query.slice(0, 9));
});

it('searches 20,000 models within half a second a key', () => {
	const models = Array.from({ length: 20_000 }, (_, index) => aModel({ id: `net-${index % 97}/${index}` }));
	const search = createModelSearch(aCatalog({ models }));
	search('net');
	const start = performance.now();
	assert.ok(search('net55', 20).length === 20);
	assert.ok(performance.now() - start < 500);
});
