import { fvcoreMacs, halvedOperations, ptflopsMacs } from './countedParts.ts';
import type { Cost, NetworkCost } from './traceNetwork.ts';

/** A cost as a source prints it. */
export interface PrintedCost {
	readonly kind: 'params' | 'macs' | 'activations';
	/** In full: parameters, multiply-accumulates or numbers. */
	readonly value: number;
	/** As the source writes it, which tells how many digits it gives. */
	readonly printed: string;
}

/** How a printed cost follows from the layers of a network. */
export interface CostRule {
	readonly id: string;
	/** The arithmetic, for a report. */
	readonly text: string;
	/** Undefined where the network has nothing that the rule is about. */
	readonly value: (cost: NetworkCost, auxiliary: Cost) => number | undefined;
}

const folded = ({ params, parts }: NetworkCost): number => params - parts.normalizationParams / 2;
/** Inputs of the last fully connected layer, and its bias: what one more class costs. */
const oneClass = ({ parts }: NetworkCost): number | undefined =>
	parts.linearOutputs === 0 ? undefined : parts.lastLinearParams / parts.linearOutputs;

const equal: CostRule = {
	id: 'equal',
	text: 'the count itself',
	value: (cost: NetworkCost) => cost.params,
};

/** In the order in which they are tried. */
export const costRules: Readonly<Record<PrintedCost['kind'], readonly CostRule[]>> = {
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
			id: 'no-normalization',
			text: 'without scales and shifts of normalization',
			value: ({ params, parts }) => params - parts.normalizationParams,
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
			text: 'and each number of a normalization twice, each of pooling over the whole image once (fvcore)',
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
		{ id: 'binary', text: 'in units of 2^30 for 10^9', value: ({ macs }) => (macs * 1e9) / 2 ** 30 },
		{ id: 'operations', text: 'twice: a multiplication and an addition', value: ({ macs }) => 2 * macs },
	],
	activations: [{ ...equal, value: ({ activations }) => activations }],
};

/**
 * The rule whose arithmetic gives a printed cost after rounding to its digits, or else cutting them off; undefined where
 * none does.
 * @param auxiliary cost of the head that training alone uses.
 * @param ways of counting of the source, by id of their rules: with few digits any other would fit by chance.
 */
export function explainPrinted(
	printed: PrintedCost,
	cost: NetworkCost,
	auxiliary: Cost,
	ways: readonly string[],
): CostRule | undefined {
	const unit = unitOf(printed);
	const rules = costRules[printed.kind].filter(({ id }) => id === 'equal' || ways.includes(id));
	const above = ({ value }: CostRule): number => (value(cost, auxiliary) ?? NaN) - printed.value;
	const rounded = rules.find(rule => Math.abs(above(rule)) <= 0.5 * unit * (1 + 1e-9));
	if (rounded) return rounded;
	const cut = rules.find(rule => above(rule) > 0 && above(rule) < unit);
	return cut && cutOff(cut);
}

/** The same rule where a source cuts digits off instead of rounding. */
export function cutOff(rule: CostRule): CostRule {
	return { ...rule, id: `${rule.id}, cut off`, text: `${rule.text}, digits cut off instead of rounded` };
}

/** What one step of the last digit means. Zeros at the end of a whole number are not digits: 4100 M is 4.1 G. */
export function unitOf({ printed, value }: PrintedCost): number {
	const digits = /\d[\d,' ]*(?:\.\d+)?/.exec(printed)?.[0].replace(/[,' ]/g, '') ?? '';
	const number = Number(digits);
	if (!(number > 0)) return 0;
	const [whole = '', decimals = ''] = digits.split('.');
	const meant = decimals.replace(/0+$/, '');
	const places = meant === '' ? -(/0*$/.exec(whole)?.[0].length ?? 0) : decimals.length;
	return (10 ** -places * value) / number;
}
