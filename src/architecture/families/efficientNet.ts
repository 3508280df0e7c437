import {
	convolutionBlock,
	globalPooling,
	linear,
	makeDivisible,
	sequence,
	type NamedLayer,
	type Network,
} from '../layers.ts';
import { invertedResidual } from './mobileNet.ts';

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
} as const;

export interface EfficientNetOptions {
	readonly variant: keyof typeof factors;
}

/** EfficientNet. The squeeze-excitation goes down to a quarter of the channels before the expansion. */
export function efficientNet({ variant }: EfficientNetOptions): Network {
	const [width, depth] = factors[variant];
	const scaled = (channels: number): number => makeDivisible(channels * width);
	let inputs = scaled(32);
	const stages = stagesOfB0.map(([expansion, kernel, channels, layers, first], stage): NamedLayer => {
		const out = scaled(channels);
		const blocks = Array.from({ length: Math.ceil(layers * depth) }, (_, place) => {
			const squeeze = { channels: Math.max(1, Math.floor(inputs / 4)), kinds: ['silu', 'sigmoid'] as const };
			const stride = place === 0 ? first : 1;
			const block = invertedResidual({
				...{ inputs, expanded: inputs * expansion, out, kernel, stride, squeeze },
				act: 'silu',
			});
			inputs = out;
			return block;
		});
		return { name: `stage${String(stage + 2)}`, layer: sequence(...blocks) };
	});
	return {
		name: `EfficientNet-${variant.toUpperCase()}`,
		stages: [
			{ name: 'stage1', layer: convolutionBlock(scaled(32), 3, { stride: 2, act: 'silu' }) },
			...stages,
			{ name: 'stage9', layer: convolutionBlock(4 * inputs, 1, { act: 'silu' }) },
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}
