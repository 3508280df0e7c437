import assert from 'node:assert/strict';
import { diagnose } from '../../../src/mentions/diagnose.ts';
import { openModelDocument } from '../../../src/mentions/modelDocument.ts';
import { createModelNames } from '../../../src/mentions/modelNames.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';

const imagenet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const a = aCheckpoint({ id: 'timm:a_net.x_in1k', model: 'a-net/1', preprocess: { input: [224, 224], ...imagenet } });
const b = aCheckpoint({ id: 'timm:b_net.x_in1k', model: 'b-net/1', preprocess: { input: [160, 160] } });
const v1 = { id: 'torchvision:resnet50.IMAGENET1K_V1', model: 'resnet/50', preprocess: { input: [224, 224] } } as const;
const v2 = { id: 'torchvision:resnet50.IMAGENET1K_V2', model: 'resnet/50', preprocess: { input: [160, 160] } } as const;
const keras = { id: 'keras:ResNet50', model: 'resnet/50', preprocess: { input: [160, 160] } } as const;
const catalog = aCatalog({
	checkpoints: [a, b, ...[v1, v2, keras].map(aCheckpoint)],
	candidates: [{ id: 'timm:a_net.x_in1k@288', model: 'a-net/1' }],
});
const names = createModelNames(catalog);

/** The findings of a text as `what is underlined: message`. */
function findings(text: string): readonly string[] {
	return diagnose(openModelDocument(text, 'python'), { catalog, names })
		.filter(({ code }) => code === 'other-preprocessing')
		.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

const loads = 'import timm\nm = timm.create_model("a_net", pretrained=True)\n';
const small = ['192: a_net was trained for images of 224 px.'];

describe('preprocessing in code', () => {
	it('is held against the mean and deviation of the weights that the text loads', () => {
		const mean = 'a_net was trained with the mean (0.485, 0.456, 0.406).';
		const std = 'a_net was trained with the standard deviation (0.229, 0.224, 0.225).';
		assert.deepEqual(findings(`${loads}Normalize([0.5, 0.5, 0.5], std=(0.229, 0.224, 0.225))`), [
			`[0.5, 0.5, 0.5]: ${mean}`,
		]);
		assert.deepEqual(findings(`${loads}timm.data.create_transform(224, std=(1, 1, 1))`), [`(1, 1, 1): ${std}`]);
		assert.deepEqual(findings(`${loads}Normalize([0.4850, 116.28 / 255, 0.406])\nNormalize((0.5,))`), []);
	});

	it('is held against their input size, and those that they are evaluated at', () => {
		assert.deepEqual(findings(`${loads}CenterCrop(192)`), small);
		assert.deepEqual(findings(`${loads}CenterCrop(224)`), []);
		assert.deepEqual(findings(`${loads}CenterCrop(288)`), []);
	});

	it('is right in size where any of its transforms is', () => {
		assert.deepEqual(findings(`${loads}RandomResizedCrop(192)\nCenterCrop(224)`), []);
	});

	it('has no size in a side to resize to, or in a resize beside a crop', () => {
		assert.deepEqual(findings(`${loads}Resize(256)`), []);
		assert.deepEqual(findings(`${loads}Compose([Resize((256, 256)), RandomCrop(224)])`), []);
		assert.deepEqual(findings(`${loads}Compose([Resize((192, 192))])`), [`(192, 192)${small[0]?.slice(3) ?? ''}`]);
	});

	it('is read through a constant that is set once, and found there', () => {
		assert.deepEqual(findings(`SIDE = 192\n${loads}CenterCrop(SIDE)\nRandomResizedCrop(SIDE)`), small);
		assert.deepEqual(findings(`SIDE = 192\nSIDE = 224\n${loads}CenterCrop(SIDE)`), []);
		assert.deepEqual(findings(`${loads}def f(side=192):\n    CenterCrop(side)`), []);
	});

	it('is held against the size that the code makes the network for', () => {
		const made = 'import timm\nm = timm.create_model("a_net", pretrained=True, img_size=192)\n';
		assert.deepEqual(findings(`${made}CenterCrop(224)`), ['224: a_net is made for images of 192 px here.']);
		assert.deepEqual(findings(`${made}CenterCrop(192)`), []);
	});

	it('of the weights beside a name is that of these weights', () => {
		const torch = 'from torchvision import models\nmodels.resnet50(weights="IMAGENET1K_V2")\nCenterCrop(';
		assert.deepEqual(findings(`${torch}160)`), []);
		assert.deepEqual(findings(`${torch}224)`), ['224: IMAGENET1K_V2 was trained for images of 160 px.']);
	});

	it('is not judged where the text loads no weights, several, or some that nobody knows', () => {
		const crop = 'CenterCrop(192)\nNormalize([0.5, 0.5, 0.5])';
		assert.deepEqual(findings(`import timm\ntimm.create_model("a_net")\n${crop}`), []);
		assert.deepEqual(findings(`import timm\ntimm.create_model("a_net", pretrained=False)\n${crop}`), []);
		assert.deepEqual(findings(`${loads}timm.create_model("b_net", pretrained=True)\n${crop}`), []);
		assert.deepEqual(findings(`${loads}timm.create_model("my_own_net", pretrained=True)\n${crop}`), []);
	});

	it('has any size where the classifier is left off', () => {
		const keras =
			'import keras\nkeras.applications.ResNet50(include_top=False)\nload_img(f, target_size=(192, 192))';
		assert.deepEqual(findings(keras), []);
		assert.equal(findings(keras.replace('include_top=False', '')).length, 1);
	});
});
