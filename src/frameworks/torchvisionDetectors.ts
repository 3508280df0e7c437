/** A detector or segmentation network of torchvision, taken from a checkpoint's name: `fcn_resnet50.COCO_WITH_VOC_LABELS_V1`. */
export interface TorchvisionDetector {
	readonly builder: string;
	/** Member of the enum: `COCO_V1`. */
	readonly member: string;
	/** Name of the enum of its weights: `FCN_ResNet50_Weights`. */
	readonly weights: string;
	/** Package below `torchvision.models` that both are imported from. */
	readonly package: 'detection' | 'segmentation';
}

/** Enums of weights without their ending; in lower case they are the builders. Every one of torchvision 0.28. */
const enums = {
	detection: [
		'FasterRCNN_ResNet50_FPN',
		'FasterRCNN_ResNet50_FPN_V2',
		'FasterRCNN_MobileNet_V3_Large_FPN',
		'FasterRCNN_MobileNet_V3_Large_320_FPN',
		'FCOS_ResNet50_FPN',
		'KeypointRCNN_ResNet50_FPN',
		'MaskRCNN_ResNet50_FPN',
		'MaskRCNN_ResNet50_FPN_V2',
		'RetinaNet_ResNet50_FPN',
		'RetinaNet_ResNet50_FPN_V2',
		'SSD300_VGG16',
		'SSDLite320_MobileNet_V3_Large',
	],
	segmentation: [
		'DeepLabV3_ResNet50',
		'DeepLabV3_ResNet101',
		'DeepLabV3_MobileNet_V3_Large',
		'FCN_ResNet50',
		'FCN_ResNet101',
		'LRASPP_MobileNet_V3_Large',
	],
} as const;

/** Undefined where torchvision has no such builder. */
export function parseTorchvisionDetector(name: string): TorchvisionDetector | undefined {
	const [, builder = '', member = ''] = /^([a-z][a-z0-9_]*)\.(COCO_[A-Z0-9_]+)$/.exec(name) ?? [];
	for (const part of ['detection', 'segmentation'] as const) {
		const found = enums[part].find(each => each.toLowerCase() === builder);
		if (found) return { builder, member, weights: `${found}_Weights`, package: part };
	}
	return undefined;
}
