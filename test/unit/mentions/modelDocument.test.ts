import assert from 'node:assert/strict';
import { mentionAt as mentionIn, openModelDocument, type ModelLanguage } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const ids = [
	'timm:resnet50.a1_in1k',
	'torchvision:resnet50.IMAGENET1K_V2',
	'pytorchcv:mobilenetv2_w1',
	'transformers:microsoft/resnet-50',
	'mmpretrain:resnet50_8xb32_in1k',
	'keras:MobileNetV2',
];
const catalog = aCatalog({ checkpoints: ids.map(id => aCheckpoint({ id, model: 'a-net/1.0' })) });
const names = createModelNames(catalog);

/** The mention at `|`, as `framework name`, of a name that the catalog has. */
function mentionAt(marked: string, language: ModelLanguage = 'python'): string | undefined {
	const offset = marked.indexOf('|');
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const mention = mentionIn(openModelDocument(text, language), offset, names);
	if (mention?.model === undefined) return undefined;
	assert.equal(text.slice(mention.start, mention.end), mention.name);
	return `${mention.framework ?? 'any'} ${mention.name}`;
}

describe('a mention in Python', () => {
	const found = {
		'create_model("resnet|50", pretrained=True)': 'timm resnet50',
		'import timm\nm = timm.create_model(\n    "|resnet50.a1_in1k")': 'timm resnet50.a1_in1k',
		"import timm as t\nt.create_model(model_name='resnet50|')": 'timm resnet50',
		'from timm import create_model as make\nmake("resnet50|")': 'timm resnet50',
		'timm.create_model(r"""resnet|50""")': 'timm resnet50',
		'timm.create_model("resnet50|': 'timm resnet50',
		'from transformers import AutoModel as A\nA.from_pretrained("microsoft/|resnet-50")':
			'transformers microsoft/resnet-50',
		'AutoModelForImageClassification.from_pretrained("microsoft/|resnet-50")': 'transformers microsoft/resnet-50',
		'ptcv_get_model("mobilenetv2|_w1")': 'pytorchcv mobilenetv2_w1',
		'from pytorchcv.model_provider import get_model\nget_model("mobilenetv2|_w1")': 'pytorchcv mobilenetv2_w1',
		'from mmpretrain import get_model\nget_model("resnet50|_8xb32_in1k")': 'mmpretrain resnet50_8xb32_in1k',
		'import torchvision\ntorchvision.models.get_model("resnet|50")': 'torchvision resnet50',
		'import torchvision\ntorchvision.models.resnet|50(weights=None)': 'torchvision resnet50',
		'from torchvision import models as M\nM.|resnet50()': 'torchvision resnet50',
		'from torchvision.models import resnet50\nresnet50|()': 'torchvision resnet50',
		'import keras\nkeras.applications.Mobile|NetV2()': 'keras MobileNetV2',
		'import tensorflow as tf\ntf.keras.applications.mobilenet_v2.Mobile|NetV2()': 'keras MobileNetV2',
	};
	for (const [text, mention] of Object.entries(found))
		it(`is ${mention} in ${JSON.stringify(text)}`, () => {
			assert.equal(mentionAt(text), mention);
		});

	for (const text of [
		'x = "resnet50|"',
		'print("resnet50|")',
		'timm.create_model("resnet51|")',
		'timm.create_model(arch, "resnet50|")',
		'timm.create_model("vgg", checkpoint_path="resnet50|")',
		'timm.create_model(f"resnet50|")',
		'timm.create_model("resnet50", "|x")',
		'# timm.create_model("resnet50|")',
		'resnet50|()',
		'models.resnet50.weights|',
		'import other\nother.create_model("resnet50|")',
		'def create_model(): pass\n"""resnet50| create_model"""',
	])
		it(`is none in ${JSON.stringify(text)}`, () => {
			assert.equal(mentionAt(text), undefined);
		});
});

describe('the model of a mention', () => {
	const modelOf = (code: string, checkpoints: Readonly<Record<string, string>>): string | undefined => {
		const rows = Object.entries(checkpoints).map(([id, model]) => aCheckpoint({ id, model }));
		const [mention] = openModelDocument(code, 'python').mentions(createModelNames(aCatalog({ checkpoints: rows })));
		assert.ok(mention);
		return mention.model;
	};

	it('is that of the width which the call of a class of Keras gives, and of the full width where it gives none', () => {
		const widths = {
			'keras:MobileNet': 'a-net/1.0',
			'keras:MobileNet(input_shape=(160,160,3))': 'a-net/1.0',
			'keras:MobileNet(alpha=0.5)': 'a-net/0.5',
		};
		for (const [written, model] of [
			['', 'a-net/1.0'],
			['alpha=1.0', 'a-net/1.0'],
			['alpha=0.5, include_top=False', 'a-net/0.5'],
			['(160, 160, 3), .5', 'a-net/0.5'],
			['alpha=0.25', undefined],
			['alpha=width', undefined],
			['alpha=None', undefined],
		])
			assert.equal(modelOf(`keras.applications.MobileNet(${written ?? ''})`, widths), model, written);
	});

	it('is that of the weights of timm which a name of the hub means', () => {
		const code = 'from transformers import AutoBackbone\nAutoBackbone.from_pretrained("timm/resnet18.a1_in1k")';
		assert.equal(modelOf(code, { 'timm:resnet18.a1_in1k': 'a-net/18' }), 'a-net/18');
		assert.equal(modelOf(code, { 'timm:resnet34.a1_in1k': 'a-net/34' }), undefined);
	});
});

describe('a mention in config files', () => {
	it('is the value of a key that names models', () => {
		assert.equal(mentionAt('model: resnet50|  # why\n', 'yaml'), 'any resnet50');
		assert.equal(mentionAt('a:\n  - backbone: "resnet|50"\n', 'yaml'), 'any resnet50');
		assert.equal(mentionAt("arch: 'microsoft/|resnet-50'\r\nb: 1", 'yaml'), 'transformers microsoft/resnet-50');
		assert.equal(mentionAt('{"model": "|resnet50", "x": 1}', 'json'), 'any resnet50');
	});

	it('is no other value, comment or key', () => {
		for (const text of [
			'title: resnet50|',
			'# model: resnet50|',
			'model|: resnet50',
			'model: the resnet50|',
			'model: [resnet50|]',
		])
			assert.equal(mentionAt(text, 'yaml'), undefined, text);
		assert.equal(mentionAt('{"title": "resnet50|"}', 'json'), undefined);
		assert.equal(mentionAt('{"x": "\\"model\\": \\"resnet50|\\""}', 'json'), undefined);
	});
});

describe('a string that is never closed', () => {
	const call = 'import timm\ntimm.create_model("resnet50")\n';
	const found = (text: string): number => openModelDocument(text, 'python').mentions(names).length;

	it('ends where statements begin again, once it is longer than people write one', () => {
		const lines = '    one line of text\n'.repeat(2000);
		assert.equal(found(`text = """\n${lines}def f():\n    timm.create_model("resnet50")\n`), 1);
	});

	it('holds all that follows before', () => {
		assert.equal(found(`text = """\n${call}`), 0);
		assert.equal(found(`text = """\n${call.repeat(100)}"""\n`), 0);
	});
});
