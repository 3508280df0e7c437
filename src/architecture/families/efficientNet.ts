import { convolutionBlock, makeDivisible } from '../blocks.ts';
import { globalPooling, linear, sequence, type Network } from '../layers.ts';
import { invertedResidualStages } from './invertedResidual.ts';

/** Expansion, kernel, output channels, layers and first stride (EfficientNet, arXiv 1905.11946, table 1). */
const stagesOfB0 = [
	[1, 3, 16, 1, 1],
	[6, 3, 24, 2, 2],
	[6, 5, 40, 2, 2],
	[6, 3, 80, 3, 2],
	[6, 5, 112, 3, 1],
	[6, 5, 192, 4, 2],
	[6, 3, 320, 1, 1],
] as const;

/** Factors on channels and on layers, as the reference code has them. */
const factors = {
	b0: [1, 1],
	b1: [1, 1.1],
	b2: [1.1, 1.2],
	b3: [1.2, 1.4],
	b4: [1.4, 1.8],
	b5: [1.6, 2.2],
	b6: [1.8, 2.6],
	b7: [2, 3.1],
	b8: [2.2, 3.6],
	l2: [4.3, 5.3],
} as const;

export interface EfficientNetOptions {
	readonly variant: keyof typeof factors;
}

/** EfficientNet. The squeeze-excitation goes down to a quarter of the channels before the expansion. */
export function efficientNet({ variant }: EfficientNetOptions): Network {
	const [width, depth] = factors[variant];
	const scaled = (channels: number): number => makeDivisible(channels * width);
	const stages = invertedResidualStages(scaled(32), stagesOfB0, ([expansion, kernel, channels, layers, stride]) => ({
		expansion,
		kernel,
		out: scaled(channels),
		layers: Math.ceil(layers * depth),
		stride,
		act: 'silu',
		squeezeOf: inputs => ({ channels: Math.max(1, Math.floor(inputs / 4)), kinds: ['silu', 'sigmoid'] }),
	}));
	return {
		name: `EfficientNet-${variant.toUpperCase()}`,
		stages: [
			{ name: 'stage1', layer: convolutionBlock(scaled(32), 3, { stride: 2, act: 'silu' }) },
			...stages.map((layer, place) => ({ name: `stage${String(place + 2)}`, layer })),
			{ name: 'stage9', layer: convolutionBlock(4 * scaled(320), 1, { act: 'silu' }) },
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}
