import { efficientNet } from './families/efficientNet.ts';
import { hrNet } from './families/hrNet.ts';
import { mobileNetV1, mobileNetV2, mobileNetV3 } from './families/mobileNet.ts';
import { nasNetA, nasNetLarge, nasNetMobile, pnasNet5Large } from './families/nasNet.ts';
import { preResNet } from './families/preResNet.ts';
import { designs, preactivated } from './families/residualNetworks.ts';
import { resNet } from './families/resNet.ts';
import { shuffleNetV2 } from './families/shuffleNetV2.ts';
import { vgg } from './families/vgg.ts';
import { foldedNetwork } from './foldedNetwork.ts';
import type { Network } from './layers.ts';
import { networkOf } from './networkOf.ts';
import { withSamePadding } from './samePadding.ts';

type Port = readonly [name: string, make: () => Network];

/** Widths as pytorchcv writes them. */
const widthNames = [
	[0.25, 'wd4'],
	[0.5, 'wd2'],
	[0.75, 'w3d4'],
	[1, 'w1'],
] as const;

/** Bottlenecks that halve the image in their first convolution, as He et al. drew them before torchvision moved the stride. */
function strideInFirst(names: string, models: string, end = ''): readonly Port[] {
	return ['50', '101', '152'].flatMap((depth): readonly Port[] => {
		const [design, pre] = [designs[`${models}${depth}${end}`], preactivated[`${models}${depth}${end}`]];
		return [
			...(design ? [[`${names}${depth}`, () => resNet({ ...design, strideIn: 'first' })] as const] : []),
			...(pre ? [[`${names}${depth}`, () => preResNet({ ...pre, strideIn: 'first' })] as const] : []),
		];
	});
}

/**
 * Networks that differ in a layer from those of their models, by the framework and builder that have them. `published` is
 * the code of the authors where the libraries differ from it, an id of a source the form that this source has.
 */
const ports: ReadonlyMap<string, () => Network> = new Map<string, () => Network>([
	...strideInFirst('resnet-paper resnet/', 'resnet/'),
	...strideInFirst('pytorchcv resnet', 'resnet/'),
	...strideInFirst('pytorchcv seresnet', 'senet/se-resnet-'),
	...strideInFirst('timm legacy_seresnet', 'senet/se-resnet-'),
	...strideInFirst('pytorchcv preresnet', 'resnet/', '-v2'),
	...([18, 34, 50, 101] as const).map((depth): Port => [
		`timm resnetv2_${String(depth)}`,
		() => preResNet({ depth, normalizedStem: false }),
	]),
	...([11, 13, 16, 19] as const).map((depth): Port => [
		`pytorchcv bn_vgg${String(depth)}`,
		() => vgg({ depth, normalized: true, bias: false }),
	]),
	...[18, 48].map((width): Port => [`timm hrnet_w${String(width)}_ssld`, () => hrNet({ width, headBias: false })]),
	...[18, 30, 32, 40, 44, 48, 64].map((width): Port => [
		`mmpretrain hrnet-w${String(width)}`,
		() => hrNet({ width, headBias: false }),
	]),
	...widthNames.flatMap(([width, name]): readonly Port[] => [
		[`pytorchcv mobilenetb_${name}`, () => mobileNetV1({ width, normalizedDepthwise: false })],
		[
			`pytorchcv mobilenetv2_${name}`,
			() => mobileNetV2({ width, cutChannels: true, classifierBias: false, expandsFirst: true }),
		],
		[`pytorchcv mobilenetv2b_${name}`, () => mobileNetV2({ width, cutChannels: true, classifierBias: false })],
	]),
	...(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'l2'] as const).map((variant): Port => [
		`timm tf_efficientnet_${variant}`,
		() => withSamePadding(efficientNet({ variant })),
	]),
	...(['large', 'small'] as const).flatMap((size): readonly Port[] => [
		[`timm tf_mobilenetv3_${size}_075`, () => withSamePadding(mobileNetV3({ size, width: 0.75 }))],
		[`timm tf_mobilenetv3_${size}_100`, () => withSamePadding(mobileNetV3({ size }))],
		[`timm tf_mobilenetv3_${size}_minimal_100`, () => withSamePadding(mobileNetV3({ size, minimalistic: true }))],
	]),
	['pytorchcv wrn50_2', () => foldedNetwork(resNet({ depth: 50, groupWidth: 128 }))],
	['pytorchcv nasnet_4a1056', () => nasNetA({ ...nasNetMobile, shifted: ['stem1', 'reduction1', 'reduction2'] })],
	['pytorchcv nasnet_6a4032', () => nasNetA({ ...nasNetLarge, shifted: ['reduction1'] })],
	['pytorchcv pnasnet5large', () => pnasNet5Large(['cell4'])],
	['pytorchcv mobilenetv3_large_w1', () => mobileNetV3({ size: 'large', lastBias: false })],
	['pytorchcv shufflenetv2_w2', () => shuffleNetV2({ width: '2.0', last: 2153 })],
	['pytorchcv shufflenetv2b_w2', () => shuffleNetV2({ width: '2.0', last: 2153, left: 'inputs' })],
	['pytorchcv shufflenetv2b_w1', () => shuffleNetV2({ width: '1.0', left: 'inputs' })],
	...(['0.5', '1.0', '1.5', '2.0'] as const).map((width): Port => [
		`published shufflenet-v2/${width}`,
		() => shuffleNetV2({ width, left: 'inputs' }),
	]),
]);

/**
 * Models whose published result is of another network than the one that code has under their name, and of which no layers
 * are published. MobileNetV3's paper prints MnasNet-search1 as MnasNet-small (65M, 1.9M and 64.9 % in table 4 of MnasNet's,
 * arXiv 1807.11626); `mnasnet_small` is MnasNet-search2 (68M, 2.0M and 66.0 % there, 66 % in tensorflow/tpu,
 * models/official/mnasnet/README.md).
 */
const publishedOtherwise: ReadonlySet<string> = new Set(['mnasnet/small']);

/** Names of all of them. */
export const portNames: readonly string[] = [...ports.keys()];

/** Whose network is meant. */
export interface NetworkOwner {
	/** Id of a model. */
	readonly model: string;
	/** Id of the weights that a framework ships; without it a published result is meant. */
	readonly checkpoint?: string | undefined;
}

/** The network of a model as its checkpoint, or its publication, has it; undefined where its layers are not described as yet. */
export function networkOfOwner({ model, checkpoint }: NetworkOwner): Network | undefined {
	if (checkpoint === undefined && publishedOtherwise.has(model)) return undefined;
	return portNamed(checkpoint === undefined ? `published ${model}` : builderOf(checkpoint)) ?? networkOf(model);
}

/** What a name in the catalog means: a model, or weights or a published result of it. */
export interface NamedNetwork {
	readonly model: { readonly id: string };
	readonly checkpoint?: { readonly id: string };
	readonly candidate?: { readonly checkpoint?: string };
}

/** The network that a name means: as its weights or its publication have it where it names one, else that of its model. */
export function networkNamed({ model, checkpoint, candidate }: NamedNetwork, width?: number): Network | undefined {
	if (width !== undefined || !(checkpoint ?? candidate)) return networkOf(model.id, width);
	return networkOfOwner({ model: model.id, checkpoint: checkpoint?.id ?? candidate?.checkpoint });
}

/** The network of the builder of a framework, or of a model of a source, where it differs from that of its model. */
export function portNamed(name: string): Network | undefined {
	return ports.get(name)?.();
}

/** `timm resnet50` of `timm:resnet50.a1_in1k`, `mmpretrain hrnet-w18` of `mmpretrain:hrnet-w18_3rdparty_8xb32_in1k`. */
export function builderOf(checkpoint: string): string {
	const [framework = '', name = ''] = checkpoint.split(':');
	return `${framework} ${name.split(framework === 'mmpretrain' ? '_' : '.')[0] ?? ''}`;
}
