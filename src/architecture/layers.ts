/**
 * The vocabulary that networks are described in: plain data, made by the functions below and read next to the paper. A
 * layer does not know the size of what comes in; `traceNetwork` finds that.
 */

/** Height, then width. */
export type Pair = readonly [number, number];

export interface Convolution {
	readonly op: 'convolution';
	/** Output channels. */
	readonly out: number;
	readonly kernel: Pair;
	readonly stride: Pair;
	/** Rows and columns of zeros on each side. */
	readonly padding: Pair;
	readonly dilation: number;
	/** The channels that come in and go out are divided by it, and each part sees its own part alone. */
	readonly groups: number | 'depthwise';
	readonly bias: boolean;
}

/** Fully connected; what comes in is laid out in one row. */
export interface Linear {
	readonly op: 'linear';
	readonly out: number;
	readonly bias: boolean;
}

/** Batch normalization: a scale and a shift for each channel, which a deployed network folds into the layer before. */
export interface Normalization {
	readonly op: 'normalization';
}

export interface Pooling {
	readonly op: 'pooling';
	readonly kind: 'max' | 'average';
	readonly kernel: Pair;
	readonly stride: Pair;
	readonly padding: Pair;
	/** Whether a window that begins inside but ends outside gives an output, too. */
	readonly ceil: boolean;
}

/** Average over windows that are as large as the output of this size asks for. */
export interface AdaptivePooling {
	readonly op: 'adaptive-pooling';
	readonly output: Pair;
}

export interface Activation {
	readonly op: 'activation';
	readonly kind: 'relu' | 'relu6' | 'hardswish' | 'hardsigmoid' | 'silu' | 'sigmoid';
}

/** Takes channels of `groups` groups in turn, so that the next grouped layer sees all groups (ShuffleNet, section 3.1). */
export interface ChannelShuffle {
	readonly op: 'channel-shuffle';
	readonly groups: number;
}

/** One layer after the other. Without any layer it hands on what comes in. */
export interface Sequence {
	readonly op: 'sequence';
	readonly layers: readonly NamedLayer[];
}

/** Every branch sees what comes in. */
export interface Branches {
	readonly op: 'branches';
	/** How their outputs become one: added or multiplied element by element, or put behind one another as channels. */
	readonly join: 'add' | 'multiply' | 'concatenate';
	readonly branches: readonly NamedLayer[];
}

/** Every branch sees an equal part of the channels; their outputs are put behind one another. */
export interface ChannelSplit {
	readonly op: 'channel-split';
	readonly branches: readonly NamedLayer[];
}

export type Layer =
	| Convolution
	| Linear
	| Normalization
	| Pooling
	| AdaptivePooling
	| Activation
	| ChannelShuffle
	| Sequence
	| Branches
	| ChannelSplit;

export interface NamedLayer {
	/** As the paper or the reference code calls it; a part of the place in messages and tables. */
	readonly name: string;
	readonly layer: Layer;
}

/** A network from an RGB image to its classes. */
export interface Network {
	readonly name: string;
	/** Its stages in order: what a table of its cost has rows for. */
	readonly stages: readonly NamedLayer[];
}

export interface ConvolutionOptions {
	readonly stride?: number;
	/** Half of the kernel, rounded down, where it is not given: the output is as large as the input then. */
	readonly padding?: number;
	readonly dilation?: number;
	readonly groups?: number | 'depthwise';
	readonly bias?: boolean;
}

export function convolution(out: number, kernel: number | Pair, options: ConvolutionOptions = {}): Convolution {
	const { stride = 1, dilation = 1, groups = 1, bias = false } = options;
	const sides: Pair = typeof kernel === 'number' ? [kernel, kernel] : kernel;
	const half = (side: number): number => Math.floor((dilation * (side - 1)) / 2);
	const { padding } = options;
	return {
		op: 'convolution',
		out,
		kernel: sides,
		stride: [stride, stride],
		padding: padding === undefined ? [half(sides[0]), half(sides[1])] : [padding, padding],
		dilation,
		groups,
		bias,
	};
}

export function linear(out: number, bias = true): Linear {
	return { op: 'linear', out, bias };
}

export const normalization: Normalization = { op: 'normalization' };

export function activation(kind: Activation['kind']): Activation {
	return { op: 'activation', kind };
}

export const relu = activation('relu');

export interface PoolingOptions {
	readonly padding?: number;
	readonly ceil?: boolean;
}

export function pooling(
	kind: Pooling['kind'],
	kernel: number,
	stride: number,
	{ padding = 0, ceil = false }: PoolingOptions = {},
): Pooling {
	return {
		op: 'pooling',
		kind,
		kernel: [kernel, kernel],
		stride: [stride, stride],
		padding: [padding, padding],
		ceil,
	};
}

export function adaptivePooling(side: number): AdaptivePooling {
	return { op: 'adaptive-pooling', output: [side, side] };
}

export const globalPooling = adaptivePooling(1);

export function channelShuffle(groups: number): ChannelShuffle {
	return { op: 'channel-shuffle', groups };
}

/** Layers without a name of their own are called by their number, from 0. */
export function sequence(...layers: readonly (Layer | NamedLayer)[]): Sequence {
	return { op: 'sequence', layers: layers.map(named) };
}

export const identity = sequence();

export function branches(join: Branches['join'], ...each: readonly (Layer | NamedLayer)[]): Branches {
	return { op: 'branches', join, branches: each.map(named) };
}

export function channelSplit(...each: readonly (Layer | NamedLayer)[]): ChannelSplit {
	return { op: 'channel-split', branches: each.map(named) };
}

/** The layer beside what comes in, added to it (ResNet, section 3.2). */
export function residual(layer: Layer, shortcut: Layer = identity): Branches {
	return branches('add', { name: 'body', layer }, { name: 'shortcut', layer: shortcut });
}

function named(layer: Layer | NamedLayer, place: number): NamedLayer {
	return 'op' in layer ? { name: String(place), layer } : layer;
}

/** Convolution, normalization and activation, as most papers mean by a convolution. */
export function convolutionBlock(
	out: number,
	kernel: number | Pair,
	{ act = 'relu', ...options }: ConvolutionOptions & { readonly act?: Activation['kind'] | 'none' } = {},
): Sequence {
	const layers: Layer[] = [convolution(out, kernel, options), normalization];
	return sequence(...layers, ...(act === 'none' ? [] : [activation(act)]));
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

/** A number of channels as a multiple of `divisor` that is at least 90 % of `value` (MobileNetV2's reference code). */
export function makeDivisible(value: number, divisor = 8): number {
	const rounded = Math.max(divisor, Math.floor((value + divisor / 2) / divisor) * divisor);
	return rounded < 0.9 * value ? rounded + divisor : rounded;
}
