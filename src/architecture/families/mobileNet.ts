import { convolutionBlock, makeDivisible, nameAtWidth } from '../blocks.ts';
import { activation, convolution, globalPooling, linear, sequence, type NamedLayer, type Network } from '../layers.ts';
import { invertedResidual, invertedResidualStages } from './invertedResidual.ts';

export interface WidthOptions {
	/** Factor on the channels of every layer. */
	readonly width?: number;
}

/** Output channels and stride of each depthwise separable convolution (MobileNets, arXiv 1704.04861, table 1). */
const separable = [
	[64, 1],
	[128, 2],
	[128, 1],
	[256, 2],
	[256, 1],
	[512, 2],
	[512, 1],
	[512, 1],
	[512, 1],
	[512, 1],
	[512, 1],
	[1024, 2],
	[1024, 1],
] as const;

export interface MobileNetV1Options extends WidthOptions {
	/** Whether a depthwise convolution has a normalization and activation of its own, as in the paper; it has where it is not given. */
	readonly normalizedDepthwise?: boolean;
}

/** MobileNetV1. Channels are rounded as in MobileNetV2's reference code, which changes none of the published widths. */
export function mobileNetV1({ width = 1, normalizedDepthwise = true }: MobileNetV1Options = {}): Network {
	const depthwiseOf = normalizedDepthwise ? convolutionBlock : convolution;
	const blocks = separable.map(([out, stride], place): NamedLayer => {
		const depthwise = depthwiseOf(scaled(separable[place - 1]?.[0] ?? 32, width), 3, {
			stride,
			groups: 'depthwise',
		});
		const pointwise = convolutionBlock(scaled(out, width), 1);
		return { name: `block${String(place + 1)}`, layer: sequence(depthwise, pointwise) };
	});
	return {
		name: nameAtWidth('MobileNetV1', width),
		stages: [
			{ name: 'conv1', layer: convolutionBlock(scaled(32, width), 3, { stride: 2 }) },
			...blocks,
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}

function scaled(channels: number, width: number): number {
	return makeDivisible(channels * width);
}

/** Expansion t, output channels c, repeats n and first stride s (MobileNetV2, arXiv 1801.04381, table 2). */
const invertedResiduals = [
	[1, 16, 1, 1],
	[6, 24, 2, 2],
	[6, 32, 3, 2],
	[6, 64, 4, 2],
	[6, 96, 3, 1],
	[6, 160, 3, 2],
	[6, 320, 1, 1],
] as const;

export interface MobileNetV2Options extends WidthOptions {
	/** Whether channels at a width are cut off to whole numbers, as ports have it, instead of rounded to eights. */
	readonly cutChannels?: boolean;
	/** Whether the first block has an expansion, which makes no more channels. */
	readonly expandsFirst?: boolean;
	/** Whether the classifier has a bias; it has where it is not given. */
	readonly classifierBias?: boolean;
}

/** MobileNetV2. The last convolution is not made narrower than 1280 channels, as in the reference code. */
export function mobileNetV2(options: MobileNetV2Options = {}): Network {
	const { width = 1, cutChannels = false, expandsFirst = false, classifierBias = true } = options;
	const of = cutChannels ? (channels: number, factor: number) => Math.floor(channels * factor) : scaled;
	const stages = invertedResidualStages(
		of(32, width),
		invertedResiduals,
		([expansion, channels, layers, stride]) => ({
			expansion,
			out: of(channels, width),
			kernel: 3,
			layers,
			stride,
			act: 'relu6',
			expandsAlways: expandsFirst,
		}),
	);
	return {
		name: nameAtWidth('MobileNetV2', width),
		stages: [
			{ name: 'conv1', layer: convolutionBlock(of(32, width), 3, { stride: 2, act: 'relu6' }) },
			...stages.map((layer, place) => ({ name: `bottleneck${String(place + 1)}`, layer })),
			{ name: 'conv2', layer: convolutionBlock(of(1280, Math.max(1, width)), 1, { act: 'relu6' }) },
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000, classifierBias)) },
		],
	};
}

type Nonlinearity = 'RE' | 'HS';
type Bneck = readonly [kernel: number, expanded: number, out: number, se: boolean, nl: Nonlinearity, stride: number];

/** Kernel, expanded and output channels, squeeze-excitation, nonlinearity and stride (MobileNetV3, arXiv 1905.02244, tables 1 and 2). */
const bnecks: Readonly<Record<'large' | 'small', readonly Bneck[]>> = {
	large: [
		[3, 16, 16, false, 'RE', 1],
		[3, 64, 24, false, 'RE', 2],
		[3, 72, 24, false, 'RE', 1],
		[5, 72, 40, true, 'RE', 2],
		[5, 120, 40, true, 'RE', 1],
		[5, 120, 40, true, 'RE', 1],
		[3, 240, 80, false, 'HS', 2],
		[3, 200, 80, false, 'HS', 1],
		[3, 184, 80, false, 'HS', 1],
		[3, 184, 80, false, 'HS', 1],
		[3, 480, 112, true, 'HS', 1],
		[3, 672, 112, true, 'HS', 1],
		[5, 672, 160, true, 'HS', 2],
		[5, 960, 160, true, 'HS', 1],
		[5, 960, 160, true, 'HS', 1],
	],
	small: [
		[3, 16, 16, true, 'RE', 2],
		[3, 72, 24, false, 'RE', 2],
		[3, 88, 24, false, 'RE', 1],
		[5, 96, 40, true, 'HS', 2],
		[5, 240, 40, true, 'HS', 1],
		[5, 240, 40, true, 'HS', 1],
		[5, 120, 48, true, 'HS', 1],
		[5, 144, 48, true, 'HS', 1],
		[5, 288, 96, true, 'HS', 2],
		[5, 576, 96, true, 'HS', 1],
		[5, 576, 96, true, 'HS', 1],
	],
};

export interface MobileNetV3Options extends WidthOptions {
	readonly size: 'large' | 'small';
	/** Without squeeze-excitation, hard swish and kernels of 5, for hardware that is slow at them (the authors' code). */
	readonly minimalistic?: boolean;
	/** Whether the layer before the classifier has a bias; it has where it is not given. */
	readonly lastBias?: boolean;
	/** Whether as in the first version of the paper: every width scales the first convolution, none the last, of 1280 channels. */
	readonly firstVersion?: boolean;
}

/**
 * MobileNetV3. A squeeze-excitation goes down to a quarter of the expanded channels, by eights. At other widths as in the
 * authors' code: a layer is expanded by the same factor from the channels that it has then, the first convolution keeps its
 * channels below 0.75, and the layer before the classifier is never made narrower. torchvision scales all of them alike.
 */
export function mobileNetV3(options: MobileNetV3Options): Network {
	const { size, width = 1, minimalistic = false, lastBias = true, firstVersion = false } = options;
	const swish = minimalistic ? 'relu' : 'hardswish';
	const stem = width < 0.75 && !firstVersion ? 16 : scaled(16, width);
	let inputs = stem;
	let fullInputs = 16;
	const blocks = bnecks[size].map(([kernel, expanded, out, hasSqueeze, nl, stride], place): NamedLayer => {
		const wide = makeDivisible((inputs * expanded) / fullInputs);
		const block = invertedResidual({
			inputs,
			expanded: wide,
			out: scaled(out, width),
			kernel: minimalistic ? 3 : kernel,
			stride,
			act: nl === 'HS' ? swish : 'relu',
			squeeze:
				hasSqueeze && !minimalistic
					? { channels: makeDivisible(wide / 4), kinds: ['relu', 'hardsigmoid'] }
					: undefined,
		});
		inputs = scaled(out, width);
		fullInputs = out;
		return { name: `bneck${String(place + 1)}`, layer: block };
	});
	const last = firstVersion ? 1280 : scaled(size === 'large' ? 1280 : 1024, Math.max(1, width));
	return {
		name: nameAtWidth(
			`MobileNetV3-${size === 'large' ? 'Large' : 'Small'}${minimalistic ? ' minimalistic' : ''}`,
			width,
		),
		stages: [
			{ name: 'conv1', layer: convolutionBlock(stem, 3, { stride: 2, act: swish }) },
			...blocks,
			{ name: 'conv2', layer: convolutionBlock(scaled(6 * fullInputs, width), 1, { act: swish }) },
			{
				name: 'classifier',
				layer: sequence(globalPooling, linear(last, lastBias), activation(swish), linear(1000)),
			},
		],
	};
}
