import assert from 'node:assert/strict';
import { makeSnippet, snippetOffers, type SnippetKind, type SnippetOffer } from '../../../src/frameworks/snippet.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

function offersOf(id: string, more: { seen?: boolean; renamedTo?: string } = {}): readonly SnippetOffer[] {
	const catalog = aCatalog({ checkpoints: [aCheckpoint({ id, model: 'a-net/1.0', ...more })] });
	return snippetOffers(catalog, modelOf(catalog));
}

function modelOf(catalog: Catalog): Catalog['models'][number] {
	const [model] = catalog.models;
	assert.ok(model);
	return model;
}

/** `features maps`, of everything offered but the records. */
function kindsOf(id: string): readonly string[] {
	return offersOf(id)
		.filter(({ kind }) => kind !== 'record')
		.map(({ kind, form }) => (form === undefined ? kind : `${kind} ${form}`));
}

function codeOf(id: string, kind: SnippetKind, options = {}): string {
	const catalog = aCatalog({ checkpoints: [aCheckpoint({ id, model: 'a-net/1.0' })] });
	const offer = snippetOffers(catalog, modelOf(catalog)).find(each => each.kind === kind);
	assert.ok(offer, `${id} ${kind}`);
	return makeSnippet(catalog, offer, options).code;
}

it('an offer says where the weights that it loads may not be used freely', () => {
	const badgesOf = (weightsLicence: string): readonly unknown[] => {
		const checkpoint = aCheckpoint({ id: 'timm:resnet50.a1_in1k', model: 'a-net/1.0', weightsLicence });
		const catalog = aCatalog({
			checkpoints: [checkpoint],
			candidates: [{ id: `${checkpoint.id}@224`, model: 'a-net/1.0', top1: 75 }],
		});
		return [...new Set(snippetOffers(catalog, modelOf(catalog)).map(({ licenseBadge }) => licenseBadge))];
	};
	assert.deepEqual(badgesOf('CC-BY-NC-4.0'), ['non-commercial']);
	assert.deepEqual(badgesOf('unknown'), ['unknown license']);
	assert.deepEqual(badgesOf('MIT'), [undefined]);
});

it('what is offered is of the most accurate weights of a framework first, and of those without figures last', () => {
	const model = 'a-net/1.0';
	const ids = [
		'timm:resnet50.unmeasured',
		'timm:resnet50.low',
		'timm:resnet50.high',
		'torchvision:ResNet50_Weights.X',
	];
	const catalog = aCatalog({
		checkpoints: ids.map(id => aCheckpoint({ id, model })),
		candidates: [
			{ id: 'timm:resnet50.low@224', model, top1: 70 },
			{ id: 'timm:resnet50.high@224', model, top1: 75 },
			{ id: 'timm:resnet50.high@160', model, top1: 65 },
		],
	});
	const loaded = snippetOffers(catalog, modelOf(catalog)).filter(({ kind }) => kind === 'load');
	assert.deepEqual(
		loaded.map(({ checkpoint }) => checkpoint),
		['timm:resnet50.high', 'timm:resnet50.low', 'timm:resnet50.unmeasured'],
	);
});

describe('what is offered', () => {
	it('offers every kind of timm', () => {
		assert.deepEqual(kindsOf('timm:resnet50.a1_in1k'), [
			'load',
			'features pooled',
			'features maps',
			'finetune',
			'config',
		]);
	});

	it('offers no feature maps where timm refuses them', () => {
		for (const name of ['coat_tiny.in1k', 'convit_base.fb_in1k', 'crossvit_9_240.in1k', 'visformer_tiny.in1k'])
			assert.ok(!kindsOf(`timm:${name}`).includes('features maps'), name);
		assert.ok(kindsOf('timm:coatnet_0_rw_224.sw_in1k').includes('features maps'));
	});

	it('offers nothing for a builder that torchvision does not have', () => {
		assert.deepEqual(kindsOf('torchvision:mobilenet_v1.IMAGENET1K_V1'), []);
		assert.deepEqual(kindsOf('torchvision:os;exec("x").IMAGENET1K_V1'), []);
	});

	it('offers nothing for weights whose classifier is empty', () => {
		assert.deepEqual(kindsOf('torchvision:vgg16.IMAGENET1K_FEATURES'), []);
	});

	it('offers nothing for a class, width or size that Keras has no weights of', () => {
		for (const name of [
			'MobileNetV9',
			'MobileNetV2(alpha=0.6)',
			'ResNet50(alpha=0.5)',
			'ResNet50(input_shape=(160, 160, 3))',
			'MobileNet(input_shape=(160, 192, 3))',
			'MobileNet()(x)',
		])
			assert.deepEqual(kindsOf(`keras:${name}`), [], name);
		assert.deepEqual(kindsOf('keras:MobileNet(alpha=0.5, input_shape=(160, 160, 3))'), [
			'load',
			'features pooled',
			'finetune',
		]);
	});
});

describe('what is offered in some frameworks only', () => {
	it('offers features of Transformers only where a class loads them', () => {
		assert.deepEqual(kindsOf('transformers:microsoft/resnet-50'), ['load', 'features maps', 'finetune']);
		assert.deepEqual(kindsOf('transformers:google/efficientnet-b0'), ['load', 'features pooled', 'finetune']);
		assert.deepEqual(kindsOf('transformers:someone/network'), ['load', 'finetune']);
	});

	it('offers no new head where that of pytorchcv is not known', () => {
		assert.deepEqual(kindsOf('pytorchcv:resnet50'), ['load', 'features maps', 'finetune']);
		assert.deepEqual(kindsOf('pytorchcv:unheard_of'), ['load', 'features maps']);
	});

	it('offers the configuration of MMPretrain where its file is known', () => {
		assert.deepEqual(kindsOf('mmpretrain:resnet50_8xb32_in1k'), ['load', 'config']);
		assert.deepEqual(kindsOf('mmpretrain:unheard-of'), ['load']);
	});

	it('offers nothing but records for model zoos without code', () => {
		const catalog = aCatalog({
			checkpoints: [aCheckpoint({ id: 'zoo:resnet', framework: 'onnx-model-zoo', model: 'a-net/1.0' })],
		});
		assert.deepEqual(
			snippetOffers(catalog, modelOf(catalog)).filter(({ kind }) => kind !== 'record'),
			[],
		);
	});

	it('offers no name that was replaced, or that nobody has seen', () => {
		const python = (offers: readonly SnippetOffer[]): number =>
			offers.filter(({ kind }) => kind !== 'record').length;
		assert.equal(python(offersOf('timm:a.in1k', { renamedTo: 'timm:b.in1k' })), 0);
		assert.equal(python(offersOf('timm:a.in1k', { seen: false })), 0);
	});

	it('offers a record in three languages for a model without any weights or figures', () => {
		const catalog = aCatalog({ models: [{ id: 'igcv-1/1.0', family: 'igcv-1', name: 'IGCV1', aliases: [] }] });
		const offers = snippetOffers(catalog, modelOf(catalog));
		assert.deepEqual(
			offers.map(({ framework, language }) => `${framework} ${language}`),
			['record yaml', 'record json', 'record python'],
		);
	});
});

describe('what is written', () => {
	it('makes the head for the number of classes asked for', () => {
		assert.match(codeOf('timm:resnet50.a1_in1k', 'finetune', { classes: 37 }), /num_classes=37/);
	});

	it('refuses a number of classes that is no count', () => {
		for (const classes of [0, -1, 1.5, NaN, Infinity])
			assert.throws(() => codeOf('timm:resnet50.a1_in1k', 'finetune', { classes }), RangeError);
	});

	it('spells Keras as tf.keras on request alone', () => {
		assert.doesNotMatch(codeOf('keras:ResNet50', 'finetune'), /\btf\./);
		const code = codeOf('keras:ResNet50', 'finetune', { tensorflowKeras: true });
		assert.equal(code.match(/\bkeras\./g)?.length, 4);
		assert.equal(code.match(/\btf\.keras\./g)?.length, 4);
	});

	it('passes an input size where Keras has weights of that size', () => {
		assert.match(codeOf('keras:MobileNet(input_shape=(160,160,3))', 'load'), /input_shape=\(160, 160, 3\)/);
	});

	it('loads weights before it replaces the head of torchvision', () => {
		const code = codeOf('torchvision:resnet50.IMAGENET1K_V2', 'finetune');
		assert.ok(code.indexOf('weights=weights') < code.indexOf('model.fc ='));
		assert.doesNotMatch(code, /num_classes/);
	});

	it('lets choose among the weights that the catalog holds of a builder', () => {
		const ids = ['torchvision:resnet50.IMAGENET1K_V1', 'torchvision:resnet50.IMAGENET1K_V2'];
		const catalog = aCatalog({ checkpoints: ids.map(id => aCheckpoint({ id, model: 'resnet/50' })) });
		const offer = snippetOffers(catalog, modelOf(catalog)).find(each => each.checkpoint === ids[1]);
		assert.ok(offer);
		const stops = makeSnippet(catalog, offer).parts.filter(part => typeof part !== 'string');
		assert.deepEqual(
			stops.find(({ choices }) => choices),
			{ tabstop: 2, value: 'IMAGENET1K_V2', choices: ['IMAGENET1K_V2', 'IMAGENET1K_V1'] },
		);
	});

	it('puts the first place to type in on the number of classes where a head is made', () => {
		for (const id of [
			'timm:resnet50.a1_in1k',
			'torchvision:resnet50.IMAGENET1K_V1',
			'keras:ResNet50',
			'pytorchcv:resnet50',
		]) {
			const catalog = aCatalog({ checkpoints: [aCheckpoint({ id, model: 'resnet/50' })] });
			const offer = snippetOffers(catalog, modelOf(catalog)).find(({ kind }) => kind === 'finetune');
			assert.ok(offer);
			const first = makeSnippet(catalog, offer).parts.find(
				part => typeof part !== 'string' && part.tabstop === 1,
			);
			assert.deepEqual(first, { tabstop: 1, value: '10' }, id);
		}
	});
});
