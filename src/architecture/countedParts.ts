import type { Activation } from './layers.ts';
import type { NetworkCost } from './traceNetwork.ts';

/** What adds up over the layers of a network: shares of its cost, and numbers of operations that the cost leaves out. */
export interface CountedSums {
	/** Numbers of the image that comes in. */
	readonly image: number;
	/** Weights of convolutions, without their biases. */
	readonly convolutionWeights: number;
	readonly convolutionMacs: number;
	/** Outputs of convolutions with a bias. */
	readonly biasedOutputs: number;
	/** Pairs of an input and an output channel of convolutions without a bias. */
	readonly unbiasedPairs: number;
	/** The same of fully connected layers, and outputs of these. */
	readonly unbiasedLinearPairs: number;
	readonly unbiasedLinearOutputs: number;
	readonly linearParams: number;
	readonly linearMacs: number;
	/** Outputs of fully connected layers with a bias. */
	readonly biasedLinearOutputs: number;
	/** Scales and shifts of normalization. */
	readonly normalizationParams: number;
	/** Numbers that go through normalization. */
	readonly normalized: number;
	/** The same of normalization that no convolution stands right before: it stays where a network is deployed. */
	readonly standingNormalizationParams: number;
	readonly standingNormalized: number;
	/** Numbers that go into pooling over windows. */
	readonly windowInputs: number;
	/** Outputs of pooling over windows, each times the numbers that it sees. */
	readonly windowProducts: number;
	/** Numbers that go into pooling over the whole image. */
	readonly pooled: number;
	readonly shuffled: number;
	/** Sums of two numbers, and products of two, where branches meet. */
	readonly added: number;
	readonly multiplied: number;
	/** Numbers that go into upsampling, and those that come out. */
	readonly upsampledInputs: number;
	readonly upsampled: number;
}

/** Numbers that go through each activation. */
export type Activated = Readonly<Record<Activation['kind'], number>>;

/** What the first or last layer of its kind is like. */
export interface EndLayers {
	readonly firstConvolutionMacs: number;
	/** Outputs of the last fully connected layer, and its parameters. */
	readonly linearOutputs: number;
	readonly lastLinearParams: number;
	/** Numbers that go into the last pooling over the whole image. */
	readonly lastPooled: number;
}

/** Shares of a cost, and numbers of operations that it leaves out: what other ways of counting are made of. */
export interface CountedParts extends CountedSums, EndLayers {
	readonly activated: Activated;
}

/** What fvcore counts, and timm prints: normalization twice, pooling over the whole image and upsampling once for each number. */
export function fvcoreMacs({ macs, parts }: NetworkCost): number {
	return macs + 2 * parts.normalized + parts.pooled + parts.upsampled;
}

/** What ptflops counts, and MMPretrain prints: biases, normalization twice, activations, pooling and upsampling, too. */
export function ptflopsMacs({ macs, parts }: NetworkCost): number {
	const { relu, relu6 } = parts.activated;
	const { biasedOutputs, normalized, windowInputs, pooled, upsampled } = parts;
	return macs + biasedOutputs + 2 * normalized + relu + relu6 + windowInputs + pooled + upsampled;
}

/**
 * Half of the operations that TensorFlow's converter to TFLite estimates (`EstimateArithmeticOpsCount`): each layer has a
 * bias by then, sums and products of two values count once, a sigmoid as 64 operations, a window all that it sees, a mean
 * over the whole image nothing.
 */
export function converterMacs({ macs, activations, parts }: NetworkCost): number {
	const { added, multiplied, activated, windowProducts } = parts;
	return macs + (activations + added + multiplied + 64 * activated.sigmoid + windowProducts) / 2;
}

/**
 * Half of the operations that OpenVINO's Model Analyzer counts in a network of its older format, in which a layer holds its
 * bias: the image is shifted and scaled, ReLU takes two operations, a sigmoid and a sum or product of two values three each.
 */
export function analyzerMacs({ macs, parts }: NetworkCost): number {
	const { relu, relu6, sigmoid, silu } = parts.activated;
	const { image, windowProducts, pooled, added, multiplied } = parts;
	return macs + image + relu + relu6 + (windowProducts + pooled + 3 * (added + multiplied + sigmoid) + 6 * silu) / 2;
}

/**
 * The same in a network of its newer format, in which a bias is a sum and a normalization that stands for itself a product
 * and a sum of their own: each counts once, a hard swish as the product in it, a mean over the whole image nothing.
 */
export function analyzerMacsOfOperations({ macs, parts }: NetworkCost): number {
	const { relu, relu6, hardswish } = parts.activated;
	const { image, normalized, standingNormalized, biasedOutputs, biasedLinearOutputs } = parts;
	const biases = normalized - standingNormalized + biasedOutputs + biasedLinearOutputs;
	const once = biases + hardswish + parts.windowProducts + parts.added + parts.multiplied;
	return macs + image + standingNormalized + relu + relu6 + once / 2;
}

/** Half of the floating point operations that pytorchcv counts. */
export function halvedOperations({ macs, parts }: NetworkCost): number {
	const { relu, relu6, hardswish, hardsigmoid, silu, sigmoid } = parts.activated;
	const activated = relu + relu6 + hardsigmoid + 2 * hardswish + 4 * sigmoid + 5 * silu;
	const { unbiasedPairs, unbiasedLinearOutputs, normalized, windowProducts, pooled, shuffled, upsampledInputs } =
		parts;
	const others = windowProducts + pooled + shuffled + 4 * upsampledInputs;
	return macs + (4 * normalized + activated + others - unbiasedPairs - unbiasedLinearOutputs) / 2;
}

/**
 * What Hailo's model zoo states as half of its operations: biases and activations count one operation each. Its files had the
 * multiply-accumulates in billions with two digits before they were doubled as they stood (cfg/networks/resnet_v1_50.yaml:
 * 3.49G at commit 225269d, 6.98G later).
 */
export function roundedHailoMacs({ macs, activations, parts }: NetworkCost): number {
	const { relu, relu6 } = parts.activated;
	return 1e7 * Math.round((macs + (activations + relu + relu6) / 2) / 1e7);
}
