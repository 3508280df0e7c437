import type { Activation } from './layers.ts';
import type { NetworkCost } from './traceNetwork.ts';

/** What adds up over the layers of a network: shares of its cost, and numbers of operations that the cost leaves out. */
export interface CountedSums {
	/** Weights of convolutions, without their biases. */
	readonly convolutionWeights: number;
	readonly convolutionMacs: number;
	/** Outputs of convolutions with a bias. */
	readonly biasedOutputs: number;
	/** Pairs of an input and an output channel of convolutions and fully connected layers without a bias. */
	readonly unbiasedPairs: number;
	readonly linearParams: number;
	readonly linearMacs: number;
	/** Scales and shifts of normalization. */
	readonly normalizationParams: number;
	/** Numbers that go through normalization. */
	readonly normalized: number;
	/** Numbers that go into pooling over windows. */
	readonly windowInputs: number;
	/** Outputs of pooling over windows, each times the numbers that it sees. */
	readonly windowProducts: number;
	/** Numbers that go into pooling over the whole image. */
	readonly pooled: number;
	readonly shuffled: number;
	/** Numbers that go into upsampling, and those that come out. */
	readonly upsampledInputs: number;
	readonly upsampled: number;
}

/** Numbers that go through each activation. */
export type Activated = Readonly<Record<Activation['kind'], number>>;

/** What the last layer of its kind is like. */
export interface LastLayers {
	/** Outputs of the last fully connected layer, and its parameters. */
	readonly linearOutputs: number;
	readonly lastLinearParams: number;
	/** Numbers that go into the last pooling over the whole image. */
	readonly lastPooled: number;
}

/** Shares of a cost, and numbers of operations that it leaves out: what other ways of counting are made of. */
export interface CountedParts extends CountedSums, LastLayers {
	readonly activated: Activated;
}

/** What fvcore counts, and timm prints: normalization twice and pooling over the whole image once for each number. */
export function fvcoreMacs({ macs, parts }: NetworkCost): number {
	return macs + 2 * parts.normalized + parts.pooled;
}

/** What ptflops counts, and MMPretrain prints: biases, normalization twice, activations, pooling and upsampling, too. */
export function ptflopsMacs({ macs, parts }: NetworkCost): number {
	const { relu, relu6 } = parts.activated;
	const { biasedOutputs, normalized, windowInputs, pooled, upsampled } = parts;
	return macs + biasedOutputs + 2 * normalized + relu + relu6 + windowInputs + pooled + upsampled;
}

/** Half of the floating point operations that pytorchcv counts. */
export function halvedOperations({ macs, parts }: NetworkCost): number {
	const { relu, relu6, hardswish, hardsigmoid, silu, sigmoid } = parts.activated;
	const activated = relu + relu6 + hardsigmoid + 2 * hardswish + 4 * sigmoid + 5 * silu;
	const { unbiasedPairs, normalized, windowProducts, pooled, shuffled, upsampledInputs } = parts;
	const others = windowProducts + pooled + shuffled + 4 * upsampledInputs;
	return macs + (4 * normalized + activated + others - unbiasedPairs) / 2;
}
