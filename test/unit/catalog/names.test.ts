import assert from 'node:assert/strict';
import { createNameIndex, resolveModel, resolveName } from '../../../src/catalog/names.ts';
import { aCatalog, aCheckpoint, aFamily, aModel } from '../../support/builders.ts';

const catalog = aCatalog({
	families: [aFamily({ id: 'res-net', name: 'ResNet', aliases: ['resnet'] }), aFamily({ id: 'x-net', name: 'XNet' })],
	models: [
		aModel({ id: 'res-net/18', name: 'ResNet-18', aliases: ['resnet18'] }),
		aModel({ id: 'res-net/50', name: 'ResNet-50', aliases: ['rn50'] }),
		aModel({ id: 'x-net/1.0', name: 'XNet 1.0' }),
		aModel({ id: 'alex/grouped' }),
		aModel({ id: 'alex/plain' }),
	],
	checkpoints: [
		aCheckpoint({ id: 'timm:resnet50.a1_in1k', model: 'res-net/50' }),
		aCheckpoint({ id: 'timm:resnet50.a2_in1k', model: 'res-net/50' }),
		aCheckpoint({ id: 'timm:rn18_only.in1k', model: 'res-net/18' }),
		aCheckpoint({ id: 'torchvision:resnet50.IMAGENET1K_V2', model: 'res-net/50' }),
		aCheckpoint({ id: 'transformers:microsoft/resnet-50-hf', model: 'res-net/50' }),
		aCheckpoint({ id: 'torchvision:alexnet.IMAGENET1K_V1', model: 'alex/grouped' }),
		aCheckpoint({ id: 'pytorchcv:alexnet', model: 'alex/plain' }),
	],
	candidates: [
		{ id: 'timm:resnet50.a1_in1k@224', model: 'res-net/50' },
		{ id: 'res-net/50@224', seedLine: 51 },
	],
});

/** `model res-net/50`, or the problem. */
function meaningOf(name: string): string {
	const resolved = resolveName(catalog, name);
	if (!resolved.ok) return resolved.problem;
	const record = resolved.candidate ?? resolved.checkpoint ?? resolved.model ?? resolved.family;
	return `${resolved.kind} ${record.id}`;
}

it('takes ids of every kind', () => {
	const ids = ['res-net', 'res-net/50', 'timm:resnet50.a1_in1k', 'timm:resnet50.a1_in1k@224', 'res-net/50@224'];
	assert.deepEqual(ids.map(meaningOf), [
		'family res-net',
		'model res-net/50',
		'checkpoint timm:resnet50.a1_in1k',
		'candidate timm:resnet50.a1_in1k@224',
		'candidate res-net/50@224',
	]);
});

it('gives a candidate with its checkpoint, model and family', () => {
	const resolved = resolveName(catalog, 'timm:resnet50.a1_in1k@224');
	assert.ok(resolved.ok);
	assert.deepEqual(
		[resolved.family.id, resolved.model?.id, resolved.checkpoint?.id],
		['res-net', 'res-net/50', 'timm:resnet50.a1_in1k'],
	);
});

it('takes the line of the seed document that prints a candidate', () => {
	assert.deepEqual([meaningOf('seed#51'), meaningOf('SEED#51')], Array(2).fill('candidate res-net/50@224'));
	assert.match(meaningOf('seed#52'), /^"seed#52" is not in the catalog\./);
});

it('takes a framework with a name, with or without the weights', () => {
	assert.deepEqual(
		[
			'timm:ResNet50',
			'torchvision:resnet50',
			'TORCHVISION:resnet50.imagenet1k_v2',
			'transformers:resnet-50-hf',
		].map(meaningOf),
		['model res-net/50', 'model res-net/50', 'checkpoint torchvision:resnet50.IMAGENET1K_V2', 'model res-net/50'],
	);
});

it('takes names and aliases in whatever case', () => {
	assert.deepEqual(['RESNET-50', 'rn50', ' ResNet18 ', 'XNET', 'XNet 1.0'].map(meaningOf), [
		'model res-net/50',
		'model res-net/50',
		'model res-net/18',
		'family x-net',
		'model x-net/1.0',
	]);
});

it('means the model by a name of several of its checkpoints, and the checkpoint by a full name of one', () => {
	assert.deepEqual(['resnet50', 'rn18_only', 'rn18_only.in1k', 'microsoft/resnet-50-hf'].map(meaningOf), [
		'model res-net/50',
		'model res-net/18',
		'checkpoint timm:rn18_only.in1k',
		'checkpoint transformers:microsoft/resnet-50-hf',
	]);
});

it('refuses a name of different models and names them', () => {
	assert.equal(meaningOf('alexnet'), '"alexnet" means more than one model. Write one of alex/grouped, alex/plain.');
});

it('offers the nearest names for one that it does not know', () => {
	const unknown = resolveName(catalog, 'resent50');
	assert.ok(!unknown.ok);
	assert.deepEqual(
		[unknown.problem, unknown.suggestions[0]],
		[`"resent50" is not in the catalog. Did you mean ${unknown.suggestions.join(', ')}?`, 'res-net/50'],
	);
});

it('says what a name looks like where nothing is near', () => {
	assert.match(meaningOf('qqqqqqqq'), /^"qqqqqqqq" is not in the catalog\. Write an id such as /);
});

it('answers names of objects’ own properties, empty and endless names like any unknown one', () => {
	for (const name of ['__proto__', 'constructor', 'toString', '', ' ', 'x'.repeat(100_000), 'a\u202eb']) {
		const resolved = resolveName(catalog, name);
		assert.ok(
			!resolved.ok && resolved.problem.length < 1000 && !resolved.problem.includes('\u202e'),
			name.slice(0, 20),
		);
	}
});

it('takes a family for its only model where a model is needed', () => {
	const only = resolveModel(catalog, 'x-net');
	assert.equal(only.ok && only.model.id, 'x-net/1.0');
});

it('lists the models of a family where a model is needed and there are several', () => {
	const several = resolveModel(catalog, 'ResNet');
	assert.ok(!several.ok);
	assert.equal(several.problem, '"ResNet" is a family. Write one of its models: res-net/18, res-net/50.');
});

it('takes a name of both a family and one model for the model where a model is needed', () => {
	const both = aCatalog({
		families: [aFamily({ id: 'b-net' })],
		models: [aModel({ id: 'b-net/0.5' }), aModel({ id: 'b-net/1.0', aliases: ['b-net'] })],
	});
	const index = createNameIndex(both);
	const family = index.resolve('b-net');
	const model = index.resolveModel('b-net');
	assert.deepEqual([family.ok && family.kind, model.ok && model.model.id], ['family', 'b-net/1.0']);
});

it('answers 20,000 names of 20,000 models within a second', () => {
	const ids = Array.from({ length: 20_000 }, (_, index) => `a-net/${index}`);
	const index = createNameIndex(aCatalog({ models: ids.map(id => aModel({ id })) }));
	const start = performance.now();
	assert.ok(ids.every(id => index.resolve(id.toUpperCase()).ok));
	assert.ok(performance.now() - start < 1000);
});
