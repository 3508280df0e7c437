import assert from 'node:assert/strict';
import { applyPlan } from '../../../src/frameworks/insertion.ts';
import { mentionAt, openModelDocument, type ModelLanguage } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { planReplacement } from '../../../src/mentions/planReplacement.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const ids = [
	'timm:resnet50.a1_in1k',
	'timm:vgg16.tv_in1k',
	'timm:x"); import os; ("',
	'torchvision:resnet50.IMAGENET1K_V2',
	'torchvision:vgg16.IMAGENET1K_V1',
	'keras:ResNet50',
	'keras:VGG16',
	'keras:MobileNetV2(alpha=0.35)',
];
const catalog = aCatalog({ checkpoints: ids.map(id => aCheckpoint({ id, model: 'a-net/1.0' })) });

/** The text after the mention at `|` was replaced by a checkpoint; undefined where that cannot be done. */
function replaced(marked: string, id: string, language: ModelLanguage = 'python'): string | undefined {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const mention = mentionAt(openModelDocument(text, language), offset, createModelNames(catalog));
	assert.ok(mention, marked);
	const checkpoint = catalog.checkpointById.get(id);
	assert.ok(checkpoint);
	const plan = planReplacement(text, mention, checkpoint, '\n');
	return plan && applyPlan(text, plan);
}

describe('a replacement', () => {
	it('changes the name alone and keeps the rest of the call', () => {
		assert.equal(
			replaced("timm.create_model('resnet50|', pretrained=True, num_classes=3)", 'timm:vgg16.tv_in1k'),
			"timm.create_model('vgg16.tv_in1k', pretrained=True, num_classes=3)",
		);
	});

	it('takes the weights of a torchvision builder along, which fit no other', () => {
		assert.equal(
			replaced(
				'from torchvision import models\nm = models.resnet50|(weights=models.ResNet50_Weights.DEFAULT, progress=False)',
				'torchvision:vgg16.IMAGENET1K_V1',
			),
			'from torchvision import models\nm = models.vgg16(weights=models.VGG16_Weights.IMAGENET1K_V1, progress=False)',
		);
	});

	it('imports a builder and weights that are called by their bare names', () => {
		assert.equal(
			replaced(
				'from torchvision.models import ResNet50_Weights, resnet50\n\nm = resnet50|(weights=ResNet50_Weights.DEFAULT)',
				'torchvision:vgg16.IMAGENET1K_V1',
			),
			'from torchvision.models import ResNet50_Weights, resnet50\nfrom torchvision.models import VGG16_Weights, vgg16\n\nm = vgg16(weights=VGG16_Weights.IMAGENET1K_V1)',
		);
	});

	it('renames the class of Keras where nothing else has to change', () => {
		assert.equal(
			replaced('import keras\nkeras.applications.ResNet50|(weights=None)', 'keras:VGG16'),
			'import keras\nkeras.applications.VGG16(weights=None)',
		);
		assert.equal(
			replaced('import keras\nkeras.applications.ResNet50|()', 'keras:MobileNetV2(alpha=0.35)'),
			undefined,
		);
	});

	it('is none for another framework, or for a name that could leave its quotes', () => {
		assert.equal(replaced('timm.create_model("resnet50|")', 'keras:VGG16'), undefined);
		assert.equal(replaced('timm.create_model("resnet50|")', 'timm:x"); import os; ("'), undefined);
	});

	it('writes the full name into config files', () => {
		assert.equal(replaced('model: resnet50|\n', 'timm:vgg16.tv_in1k', 'yaml'), 'model: vgg16.tv_in1k\n');
	});
});
