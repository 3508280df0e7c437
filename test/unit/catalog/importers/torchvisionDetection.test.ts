import assert from 'node:assert/strict';
import {
	importTorchvisionDetection,
	type TorchvisionDetectionResults,
} from '../../../../src/catalog/importers/torchvisionDetection.ts';

const heading = 'model,weights_enum,weights,task,box_map,mask_map,kp_map,miou,pixel_acc,params,gflops,file_size_mb';

function readWeights(...rows: readonly string[]): TorchvisionDetectionResults {
	return importTorchvisionDetection([heading, ...rows].join('\n'), {
		detectors: new Map([
			['rcnn', { model: 'rcnn/1', input: [800, 800], note: 'The size is nominal.' }],
			['fcn', { model: 'fcn/1', input: [520, 520], macsNote: 'Counted somehow.' }],
		]),
		tasks: new Map([
			['detection', { dataset: 'coco-2017', classes: 91 }],
			['segmentation', { dataset: 'coco-with-voc-labels', classes: 21 }],
		]),
		source: 'torchvision',
	});
}

it('weights of torchvision are checkpoints of unknown license with AP or mean IoU, exact parameters and bytes', () => {
	const { checkpoints, candidates, figures, rejected } = readWeights(
		'rcnn,Rcnn_Weights,COCO_V1,detection,37.9,34.6,,,,44401393,134.38,100',
		'fcn,Fcn_Weights,VOC_V1,segmentation,,,,60.5,91.4,35322218,152.717,135.009',
		'resnet50,ResNet50_Weights,IMAGENET1K_V1,classification,,,,,,25557032,4.089,97.781',
	);
	assert.deepEqual(rejected, []);
	assert.deepEqual(
		checkpoints.map(({ id, classes, weightsLicence }) => [id, classes, weightsLicence]),
		[
			['torchvision:rcnn.COCO_V1', 91, 'unknown'],
			['torchvision:fcn.VOC_V1', 21, 'unknown'],
		],
	);
	assert.deepEqual(
		candidates.map(({ id, note }) => [id, note]),
		[
			['torchvision:rcnn.COCO_V1@800', 'Mask AP 34.6 on the same images. The size is nominal.'],
			['torchvision:fcn.VOC_V1@520', 'Pixel accuracy 91.4 on the same images.'],
		],
	);
	assert.deepEqual(
		figures.map(({ of, kind, value, locator }) => [of, kind, value, locator]),
		[
			['torchvision:rcnn.COCO_V1@800', 'ap', 37.9, 'Rcnn_Weights.COCO_V1'],
			['torchvision:rcnn.COCO_V1@800', 'macs', 134_380_000_000, 'Rcnn_Weights.COCO_V1'],
			['torchvision:rcnn.COCO_V1', 'params', 44_401_393, 'Rcnn_Weights.COCO_V1'],
			['torchvision:rcnn.COCO_V1', 'bytes', 104_857_600, 'Rcnn_Weights.COCO_V1'],
			['torchvision:fcn.VOC_V1@520', 'miou', 60.5, 'Fcn_Weights.VOC_V1'],
			['torchvision:fcn.VOC_V1@520', 'macs', 152_717_000_000, 'Fcn_Weights.VOC_V1'],
			['torchvision:fcn.VOC_V1', 'params', 35_322_218, 'Fcn_Weights.VOC_V1'],
			['torchvision:fcn.VOC_V1', 'bytes', Math.round(135.009 * 2 ** 20), 'Fcn_Weights.VOC_V1'],
		],
	);
	assert.deepEqual(
		figures.filter(({ kind }) => kind === 'macs').map(({ note }) => note),
		['The size that the operations were counted at is not stated.', 'Counted somehow.'],
	);
});

it('weights that cannot be placed are named with the reason', () => {
	const { rejected } = readWeights(
		'other,O,COCO_V1,detection,37,,,,,1,1,1',
		'rcnn,R,COCO V1,detection,37,,,,,1,1,1',
		'rcnn,R,COCO_V1,detection,,,,,,1,1,1',
		'rcnn,R,COCO_V1,detection,37,,,,,,1,1',
	);
	assert.deepEqual(
		rejected.map(({ line, reason }) => [line, reason]),
		[
			[2, 'the builder is not mapped to a model'],
			[3, 'weights is no name of weights such as COCO_V1'],
			[4, 'it has neither box_map nor miou'],
			[5, 'params, gflops or file_size_mb is no number above 0'],
		],
	);
});
