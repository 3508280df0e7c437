import {
	activation,
	branches,
	convolution,
	globalPooling,
	identity,
	linear,
	normalization,
	sequence,
	type Activation,
	type Branches,
	type ConvolutionOptions,
	type Layer,
	type Pair,
	type Sequence,
} from './layers.ts';

/** The layer beside what comes in, added to it (ResNet, section 3.2). */
export function residual(layer: Layer, shortcut: Layer = identity): Branches {
	return branches('add', { name: 'body', layer }, { name: 'shortcut', layer: shortcut });
}

/** Convolution, normalization and activation, as most papers mean by a convolution. */
export function convolutionBlock(
	out: number | 'same',
	kernel: number | Pair,
	options: ConvolutionOptions & { readonly act?: Activation['kind'] | 'none' } = {},
): Sequence {
	const { act = 'relu' } = options;
	const layer = convolution(out, kernel, options);
	return act === 'none' ? sequence(layer, normalization) : sequence(layer, normalization, activation(act));
}

/** Normalization and activation before the convolution (Identity Mappings in Deep Residual Networks, arXiv 1603.05027). */
export function preactivatedConvolution(
	out: number,
	kernel: number | Pair,
	options: ConvolutionOptions = {},
): Sequence {
	return sequence(normalization, activation('relu'), convolution(out, kernel, options));
}

/** A depthwise convolution and a pointwise one, with nothing between them (Xception, arXiv 1610.02357, section 2). */
export function separableConvolution(out: number | 'same', kernel: number, options: ConvolutionOptions = {}): Sequence {
	return sequence(
		{ name: 'depthwise', layer: convolution('same', kernel, { ...options, groups: 'depthwise' }) },
		{ name: 'pointwise', layer: convolution(out, 1) },
	);
}

/** Average over the whole image and one fully connected layer. */
export function classifier(classes = 1000): Sequence {
	return sequence(globalPooling, linear(classes));
}

/**
 * Each channel times a share that two layers find from all channels (Squeeze-and-Excitation Networks, section 3).
 * @param squeezed channels between the two layers.
 * @param channels that come in and go out.
 */
export function squeezeExcitation(
	squeezed: number,
	channels: number,
	kinds: readonly [Activation['kind'], Activation['kind']],
): Branches {
	return branches(
		'multiply',
		{ name: 'input', layer: identity },
		{
			name: 'share',
			layer: sequence(
				globalPooling,
				{ name: 'squeeze', layer: convolution(squeezed, 1, { bias: true }) },
				activation(kinds[0]),
				{ name: 'excite', layer: convolution(channels, 1, { bias: true }) },
				activation(kinds[1]),
			),
		},
	);
}

/** `MobileNetV2`, or `MobileNetV2 0.35` at another width than 1. */
export function nameAtWidth(name: string, width: number): string {
	return width === 1 ? name : `${name} ${String(width)}`;
}

/** A number of channels as a multiple of `divisor` that is at least 90 % of `value` (MobileNetV2's reference code). */
export function makeDivisible(value: number, divisor = 8): number {
	const rounded = Math.max(divisor, Math.floor((value + divisor / 2) / divisor) * divisor);
	return rounded < 0.9 * value ? rounded + divisor : rounded;
}
