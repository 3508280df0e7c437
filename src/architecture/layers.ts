import { paddingOf, twice } from './sides.ts';

/**
 * The vocabulary that networks are described in: plain data, made by the functions below and read next to the paper. A
 * layer does not know the size of what comes in; `traceNetwork` finds that.
 */

/** Height, then width. */
export type Pair = readonly [number, number];

/**
 * Rows and columns of zeros on each side; `same` is TensorFlow's rule: as many as give an output for every stride of the
 * input, of which the larger half stands below and to the right.
 */
export type Padding = Pair | 'same';

/** How several outputs become one: added or multiplied element by element, or put behind one another as channels. */
export type Join = 'add' | 'multiply' | 'concatenate';

export interface Convolution {
	readonly op: 'convolution';
	/** Output channels; `same` is as many as come in. */
	readonly out: number | 'same';
	readonly kernel: Pair;
	readonly stride: Pair;
	readonly padding: Padding;
	readonly dilation: number;
	/** The channels that come in and go out are divided by it, and each part sees its own part alone. */
	readonly groups: number | 'depthwise';
	readonly bias: boolean;
	/** Convolutions of one network with this name have their weights in common. */
	readonly sharedAs?: string;
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
	/** Rows and columns on each side, which no maximum sees. */
	readonly padding: Pair;
	/** Whether a window that begins inside but ends outside gives an output, too. */
	readonly ceil: boolean;
	/** Whether zeros of the padding count in an average. */
	readonly countPadding: boolean;
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
	readonly layers: readonly InnerLayer[];
}

/** Every branch sees what comes in. */
export interface Branches {
	readonly op: 'branches';
	readonly join: Join;
	readonly branches: readonly InnerLayer[];
}

/** Every branch sees an equal part of the channels; their outputs are put behind one another. */
export interface ChannelSplit {
	readonly op: 'channel-split';
	readonly branches: readonly InnerLayer[];
}

/** Rows and columns of zeros around the image; below 0 they are cut off instead. */
export interface ZeroPadding {
	readonly op: 'zero-padding';
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
}

/** Every element times a number that is not learned. */
export interface Scaling {
	readonly op: 'scaling';
	readonly factor: number;
}

/** Every pixel `factor` times in each direction. */
export interface Upsampling {
	readonly op: 'upsampling';
	readonly factor: number;
}

/** The transform where the gate is 1, what comes in where it is 0 (Highway Networks, arXiv 1505.00387, equation 3). */
export interface HighwayGate {
	readonly op: 'highway-gate';
	readonly transform: NamedLayer;
	readonly gate: NamedLayer;
}

/** Named values, each made of earlier ones: what cells and networks of several resolutions are. */
export interface Graph {
	readonly op: 'graph';
	/** Names of the values that come in. */
	readonly inputs: readonly string[];
	readonly nodes: readonly GraphNode[];
	/** Names of the values that go out. */
	readonly outputs: readonly string[];
}

export interface GraphNode {
	readonly name: string;
	readonly join: Exclude<Join, 'multiply'>;
	/** Earlier values and what is done with each before they are joined. */
	readonly parts: readonly GraphPart[];
}

export interface GraphPart {
	readonly from: string;
	readonly layer: Layer;
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
	| ChannelSplit
	| ZeroPadding
	| Scaling
	| Upsampling
	| HighwayGate
	| Graph;

export interface NamedLayer {
	/** As the paper or the reference code calls it; a part of the place in messages and tables. */
	readonly name: string;
	readonly layer: Layer;
	readonly op?: undefined;
}

/** One of several layers inside another: without a name of its own it is called by its number, from 0. */
export type InnerLayer = Layer | NamedLayer;

export interface Stage extends NamedLayer {
	/** Names of the stages whose outputs come in; that of the stage before where it is not given. */
	readonly from?: readonly string[];
}

/** A network from an image to its classes, or to the maps that detections are read from. */
export interface Network {
	readonly name: string;
	/** 3 where it is not given, of an RGB image; 1 of a gray one. */
	readonly imageChannels?: number;
	/** Its stages in order: what a table of its cost has rows for. The last one gives the output of the network. */
	readonly stages: readonly Stage[];
	/** A further head that training alone uses; no part of the cost. */
	readonly auxiliary?: Stage;
}

export interface ConvolutionOptions {
	readonly stride?: number;
	/** Half of the kernel, rounded down, where it is not given: the output is as large as the input then. */
	readonly padding?: number | 'same';
	readonly dilation?: number;
	readonly groups?: number | 'depthwise';
	readonly bias?: boolean;
	readonly sharedAs?: string;
}

export function convolution(
	out: number | 'same',
	kernel: number | Pair,
	options: ConvolutionOptions = {},
): Convolution {
	const { stride = 1, dilation = 1, groups = 1, bias = false, sharedAs } = options;
	const sides = typeof kernel === 'number' ? twice(kernel) : kernel;
	const layer: Convolution = {
		op: 'convolution',
		out,
		kernel: sides,
		stride: twice(stride),
		padding: paddingOf(options.padding, sides, dilation),
		dilation,
		groups,
		bias,
	};
	return sharedAs === undefined ? layer : { ...layer, sharedAs };
}

export function linear(out: number, bias = true): Linear {
	return { op: 'linear', out, bias };
}

export const normalization: Normalization = { op: 'normalization' };

const activations: Readonly<Record<Activation['kind'], Activation>> = {
	relu: { op: 'activation', kind: 'relu' },
	relu6: { op: 'activation', kind: 'relu6' },
	hardswish: { op: 'activation', kind: 'hardswish' },
	hardsigmoid: { op: 'activation', kind: 'hardsigmoid' },
	silu: { op: 'activation', kind: 'silu' },
	sigmoid: { op: 'activation', kind: 'sigmoid' },
};

export function activation(kind: Activation['kind']): Activation {
	return activations[kind];
}

export const relu = activation('relu');

export interface PoolingOptions {
	readonly padding?: number;
	readonly ceil?: boolean;
	readonly countPadding?: boolean;
}

export function pooling(
	kind: Pooling['kind'],
	kernel: number,
	stride: number,
	{ padding = 0, ceil = false, countPadding = true }: PoolingOptions = {},
): Pooling {
	return {
		op: 'pooling',
		kind,
		kernel: twice(kernel),
		stride: twice(stride),
		padding: twice(padding),
		ceil,
		countPadding,
	};
}

export function adaptivePooling(side: number): AdaptivePooling {
	return { op: 'adaptive-pooling', output: twice(side) };
}

export const globalPooling = adaptivePooling(1);

export function channelShuffle(groups: number): ChannelShuffle {
	return { op: 'channel-shuffle', groups };
}

export function sequence(...layers: readonly InnerLayer[]): Sequence {
	return { op: 'sequence', layers };
}

export const identity = sequence();

/** Layers alike for a sequence, each with weights of its own. They are one object, so that they are made and traced once. */
export function repeat(times: number, layer: Layer): readonly Layer[] {
	return Array<Layer>(times).fill(layer);
}

export function branches(join: Branches['join'], ...each: readonly InnerLayer[]): Branches {
	return { op: 'branches', join, branches: each };
}

export function channelSplit(...each: readonly InnerLayer[]): ChannelSplit {
	return { op: 'channel-split', branches: each };
}

export function scaling(factor: number): Scaling {
	return { op: 'scaling', factor };
}

export function upsampling(factor: number): Upsampling {
	return { op: 'upsampling', factor };
}
