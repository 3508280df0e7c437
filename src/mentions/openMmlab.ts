import type { SeenArgument } from './mention.ts';

/** How the networks of OpenMMLab's configurations are called elsewhere, `%` standing for the argument that tells them apart. */
const types: ReadonlyMap<string, readonly [keyword: string, name: string]> = new Map([
	['ResNet', ['depth', 'resnet%']],
	['ResNetV1d', ['depth', 'resnet%d']],
	['ResNeXt', ['depth', 'resnext%_32x4d']],
	['VGG', ['depth', 'vgg%']],
	['DenseNet', ['arch', 'densenet%']],
	['MobileNetV2', ['', 'mobilenet_v2']],
	['MobileNetV3', ['arch', 'mobilenet_v3_%']],
	['EfficientNet', ['arch', 'efficientnet_%']],
	['ConvNeXt', ['arch', 'convnext_%']],
	['SwinTransformer', ['arch', 'swin_%_patch4_window7_224']],
]);

/** What `dict(type='ResNet', depth=50)` is called by torchvision or timm; undefined for a type or size that is not known. */
export function builderOfType(type: string, given: readonly SeenArgument[]): string | undefined {
	const known = types.get(type.replace(/^(?:mmpretrain|mmcls)\./, ''));
	if (!known) return undefined;
	const [keyword, name] = known;
	if (keyword === '') return name;
	const value = given.find(argument => argument.keyword === keyword)?.value;
	return typeof value === 'string' || typeof value === 'number' ? name.replace('%', String(value)) : undefined;
}

/** The same of `_base_/models/resnet50.py`, by the name of the file. */
export function builderOfBase(path: string): string | undefined {
	const stem = /(?:^|\/)_base_\/models\/(?:\w+\/)?([\w-]+)\.py$/.exec(path)?.[1];
	return stem?.replace(/^mobilenet_v2_1x$/, 'mobilenet_v2').replace(/_(?:cifar|\d+xb\d+)\w*$/, '');
}
