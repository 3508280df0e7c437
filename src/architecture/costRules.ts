import {
	analyzerMacs,
	analyzerMacsOfOperations,
	converterMacs,
	fvcoreMacs,
	halvedOperations,
	roundedHailoMacs,
	ptflopsMacs,
} from './countedParts.ts';
import type { Cost, NetworkCost } from './traceNetwork.ts';

export type CostKind = keyof Cost;

/** How a printed cost follows from the layers of a network. */
export interface CostRule {
	readonly id: string;
	/** The arithmetic, for a report. */
	readonly text: string;
	/** Undefined where the network has nothing that the rule is about. */
	readonly value: (cost: NetworkCost, auxiliary: Cost) => number | undefined;
}

/** A bias for each channel whose normalization has a convolution before it; another normalization stays as it is. */
const folded = ({ params, parts }: NetworkCost): number =>
	params - (parts.normalizationParams - parts.standingNormalizationParams) / 2;
/** Inputs of the last fully connected layer, and its bias: what one more class costs. */
const oneClass = ({ parts }: NetworkCost): number | undefined =>
	parts.linearOutputs === 0 ? undefined : parts.lastLinearParams / parts.linearOutputs;

const equal: CostRule = {
	id: 'equal',
	text: 'the count itself',
	value: (cost: NetworkCost) => cost.params,
};

/** In the order in which they are tried. */
export const costRules: Readonly<Record<CostKind, readonly CostRule[]>> = {
	params: [
		equal,
		{
			id: 'running-statistics',
			text: 'with the mean and variance of each normalized channel, which are not learned',
			value: ({ params, parts }) => params + parts.normalizationParams,
		},
		{
			id: 'auxiliary-head',
			text: 'with the head that training alone uses',
			value: ({ params }, auxiliary) => (auxiliary.params === 0 ? undefined : params + auxiliary.params),
		},
		{ id: 'folded', text: 'with each normalization as the bias of the layer before it', value: folded },
		{
			id: 'folded-background',
			text: 'folded, and with one more class for the background',
			value: cost => {
				const one = oneClass(cost);
				return one === undefined ? undefined : folded(cost) + one;
			},
		},
		{
			id: 'three-per-channel-background',
			text: 'with three numbers for each normalized channel, and one more class for the background',
			value: cost => {
				const one = oneClass(cost);
				return one === undefined ? undefined : cost.params + cost.parts.normalizationParams / 2 + one;
			},
		},
		{
			id: 'no-normalization',
			text: 'without scales and shifts of normalization',
			value: ({ params, parts }) => params - parts.normalizationParams,
		},
		{
			id: 'thousands-of-1024',
			text: 'in units of 1,024 for a thousand, as the table of GoogLeNet’s paper counts',
			value: ({ params }) => params / 1.024,
		},
		{
			id: 'convolution-weights',
			text: 'weights of convolutions alone',
			value: ({ parts }) => parts.convolutionWeights,
		},
		{
			id: 'no-classifier',
			text: 'without fully connected layers',
			value: ({ params, parts }) => params - parts.linearParams,
		},
	],
	macs: [
		{ ...equal, value: ({ macs }) => macs },
		{
			id: 'fvcore',
			text: 'and each number of a normalization twice, each of pooling over the whole image and of upsampling once (fvcore)',
			value: fvcoreMacs,
		},
		{
			id: 'fvcore-without-pooling',
			text: 'and each number of a normalization twice (fvcore where pooling is a mean)',
			value: cost => fvcoreMacs(cost) - cost.parts.pooled,
		},
		{
			id: 'ptflops',
			text: 'and biases, each number of a normalization twice, of an activation, of pooling and of upsampling once (ptflops)',
			value: ptflopsMacs,
		},
		{
			id: 'ptflops-no-classifier',
			text: 'as ptflops counts, without fully connected layers',
			value: cost => ptflopsMacs(cost) - cost.parts.linearMacs,
		},
		{
			id: 'half-operations',
			text: 'half of all floating point operations of layers, as pytorchcv counts them',
			value: halvedOperations,
		},
		{
			id: 'half-operations-square',
			text: 'the same, where an image of the usual size comes out of the stages at the size that the classifier wants',
			value: cost => halvedOperations(cost) - cost.parts.pooled / 2,
		},
		{
			id: 'half-operations-last-pooling',
			text: 'the same, of pooling over the whole image the last alone',
			value: cost => halvedOperations(cost) - (cost.parts.pooled - cost.parts.lastPooled) / 2,
		},
		{
			id: 'half-operations-convolved',
			text: 'the same, where the classifier is a convolution without a bias',
			value: cost =>
				halvedOperations(cost) - (cost.parts.unbiasedLinearPairs - cost.parts.unbiasedLinearOutputs) / 2,
		},
		{
			id: 'converter',
			text: 'half of the operations that TensorFlow’s converter to TFLite estimates: biases, sums and products of two values, windows, 64 for a sigmoid',
			value: converterMacs,
		},
		{
			id: 'analyzer',
			text: 'half of the operations that OpenVINO’s Model Analyzer counts: two for ReLU, three for sums, products and sigmoids, windows, two for each number of the image',
			value: analyzerMacs,
		},
		{
			id: 'analyzer-operations',
			text: 'the same in its newer format: biases, sums and products once, two for a normalization that stands for itself',
			value: analyzerMacsOfOperations,
		},
		{
			id: 'analyzer-operations-softmax',
			text: 'the same, with five for each class of a softmax',
			value: cost => analyzerMacsOfOperations(cost) + (5 * cost.parts.linearOutputs) / 2,
		},
		{
			id: 'rounded-then-doubled',
			text: 'twice the billions, rounded to two digits, of multiply-accumulates and half of one for each bias and number of an activation',
			value: roundedHailoMacs,
		},
		{
			id: 'global-pooling',
			text: 'and each number of pooling over the whole image once',
			value: ({ macs, parts }) => macs + parts.pooled,
		},
		{
			id: 'no-first-convolution',
			text: 'without the first convolution',
			value: ({ macs, parts }) => macs - parts.firstConvolutionMacs,
		},
		{ id: 'convolutions-only', text: 'convolutions alone', value: ({ parts }) => parts.convolutionMacs },
		{
			id: 'auxiliary-head',
			text: 'with the head that training alone uses',
			value: ({ macs }, auxiliary) => (auxiliary.macs === 0 ? undefined : macs + auxiliary.macs),
		},
		{
			id: 'fvcore-no-classifier',
			text: 'as fvcore counts, without fully connected layers',
			value: cost => fvcoreMacs(cost) - cost.parts.linearMacs,
		},
		{
			id: 'fvcore-training-no-classifier',
			text: 'as fvcore counts while a network learns: each number of a normalization five times; without fully connected layers',
			value: ({ macs, parts }) => macs + 5 * parts.normalized + parts.pooled - parts.linearMacs,
		},
		{
			id: 'thousands-of-1024',
			text: 'in units of 1,024 for a thousand, as the table of GoogLeNet’s paper counts',
			value: ({ macs }) => macs / 1.024,
		},
		{ id: 'binary', text: 'in units of 2^30 for 10^9', value: ({ macs }) => (macs * 1e9) / 2 ** 30 },
		{ id: 'operations', text: 'twice: a multiplication and an addition', value: ({ macs }) => 2 * macs },
	],
	activations: [{ ...equal, value: ({ activations }) => activations }],
};

/** The same rule where a source cuts digits off instead of rounding. */
export function cutOff(rule: CostRule): CostRule {
	return { ...rule, id: `${rule.id}, cut off`, text: `${rule.text}, digits cut off instead of rounded` };
}
