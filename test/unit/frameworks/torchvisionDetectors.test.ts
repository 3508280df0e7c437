import assert from 'node:assert/strict';
import type { Framework } from '../../../src/catalog/records.ts';
import * as z from 'zod/mini';
import { makeSnippet, snippetOffers } from '../../../src/frameworks/snippet.ts';
import { parseTorchvisionDetector } from '../../../src/frameworks/torchvisionDetectors.ts';
import { checkpointSchema, figureSchema } from '../../../src/catalog/records.schema.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';
import { readRows } from '../../support/shippedData.ts';

function kindsAndCode(
	id: string,
	framework: Framework = 'torchvision',
): readonly (readonly [kind: string, code: string, imports: readonly string[]])[] {
	const catalog = aCatalog({ checkpoints: [aCheckpoint({ id, model: 'a-net/1.0', framework })] });
	const [model] = catalog.models;
	assert.ok(model);
	const offers = snippetOffers(catalog, model).filter(({ kind }) => kind !== 'record');
	return offers.map(offer => {
		const { code, imports } = makeSnippet(catalog, offer);
		return [offer.kind, code, imports];
	});
}

it('a detector is loaded with its weights and their transforms from the package that it stands in, and nothing else', () => {
	const [[kind, code, imports] = ['', '', []], ...others] = kindsAndCode(
		'torchvision:fasterrcnn_resnet50_fpn_v2.COCO_V1',
	);
	assert.equal(kind, 'load');
	assert.deepEqual(others, []);
	assert.deepEqual(imports, [
		'from torchvision.models.detection import FasterRCNN_ResNet50_FPN_V2_Weights, fasterrcnn_resnet50_fpn_v2',
	]);
	assert.deepEqual(code.trim().split('\n'), [
		'weights = FasterRCNN_ResNet50_FPN_V2_Weights.COCO_V1',
		'model = fasterrcnn_resnet50_fpn_v2(weights=weights)',
		'model.eval()',
		'preprocess = weights.transforms()',
	]);
});

it('a segmentation network is loaded from the package of its own', () => {
	const [[, , imports] = ['', '', []]] = kindsAndCode(
		'torchvision:lraspp_mobilenet_v3_large.COCO_WITH_VOC_LABELS_V1',
	);
	assert.match(
		imports.join(),
		/^from torchvision\.models\.segmentation import LRASPP_MobileNet_V3_Large_Weights, lraspp_/,
	);
});

it('a builder that torchvision does not have, and weights of other frameworks, are not offered', () => {
	for (const id of ['torchvision:yolov8n.COCO_V1', 'torchvision:fcn_resnet50.os;exec'])
		assert.deepEqual(kindsAndCode(id), [], id);
	assert.deepEqual(kindsAndCode('ultralytics:yolov8n.pt', 'ultralytics'), []);
});

it('every detector of the table of torchvision is known, with the enum that the table names', () => {
	const folder = 'data/imported/detection';
	const figures = z.array(figureSchema).parse(readRows(folder, 'figures'));
	const locators = new Map(figures.map(({ of, locator }) => [of, locator]));
	const checkpoints = z.array(checkpointSchema).parse(readRows(folder, 'checkpoints'));
	const own = checkpoints.filter(({ framework }) => framework === 'torchvision');
	assert.equal(own.length, 19);
	for (const { id, name } of own) {
		const detector = parseTorchvisionDetector(name);
		assert.equal(detector && `${detector.weights}.${detector.member}`, locators.get(id), name);
	}
});
