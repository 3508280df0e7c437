import { classifier, convolutionBlock, makeDivisible, nameAtWidth, residual } from '../blocks.ts';
import { sequence, type Network } from '../layers.ts';
import { invertedResidualStages } from './invertedResidual.ts';
import type { WidthOptions } from './mobileNet.ts';

/** Kernel, stride, expansion, output channels, layers, and whether there is a squeeze-excitation. */
type Row = readonly [
	kernel: number,
	stride: number,
	expansion: number,
	channels: number,
	layers: number,
	squeezed?: 'squeezed',
];

interface Design {
	/** Channels of the first convolution and of the separable one after it. */
	readonly stem: readonly [number, number];
	readonly rows: readonly Row[];
}

/** MnasNet (arXiv 1807.11626, figure 7) in the forms of the authors' code. */
const designs: Readonly<Record<'a1' | 'b1' | 'small', Design>> = {
	a1: {
		stem: [32, 16],
		rows: [
			[3, 2, 6, 24, 2],
			[5, 2, 3, 40, 3, 'squeezed'],
			[3, 2, 6, 80, 4],
			[3, 1, 6, 112, 2, 'squeezed'],
			[5, 2, 6, 160, 3, 'squeezed'],
			[3, 1, 6, 320, 1],
		],
	},
	b1: {
		stem: [32, 16],
		rows: [
			[3, 2, 3, 24, 3],
			[5, 2, 3, 40, 3],
			[5, 2, 6, 80, 3],
			[3, 1, 6, 96, 2],
			[5, 2, 6, 192, 4],
			[3, 1, 6, 320, 1],
		],
	},
	small: {
		stem: [8, 8],
		rows: [
			[3, 2, 3, 16, 1],
			[3, 2, 6, 16, 2],
			[5, 2, 6, 32, 4, 'squeezed'],
			[3, 1, 6, 32, 3, 'squeezed'],
			[5, 2, 6, 88, 3, 'squeezed'],
			[3, 1, 6, 144, 1],
		],
	},
};

export interface MnasNetOptions extends WidthOptions {
	/** A1 has squeeze-excitation in some stages, B1 nowhere. */
	readonly variant: keyof typeof designs;
}

/**
 * MnasNet. The last convolution keeps its 1280 channels at every width; a squeeze-excitation goes down to a quarter of the
 * channels before the expansion.
 */
export function mnasNet({ variant, width = 1 }: MnasNetOptions): Network {
	const { stem, rows } = designs[variant];
	const scaled = (channels: number): number => makeDivisible(channels * width);
	const [first, second] = [scaled(stem[0]), scaled(stem[1])];
	const stages = invertedResidualStages(second, rows, ([kernel, stride, expansion, channels, layers, squeezed]) => ({
		kernel,
		stride,
		expansion,
		out: scaled(channels),
		layers,
		act: 'relu',
		squeezeOf: squeezed && (inputs => ({ channels: Math.round(inputs / 4), kinds: ['relu', 'sigmoid'] })),
	}));
	const separable = sequence(
		convolutionBlock(first, 3, { groups: 'depthwise' }),
		convolutionBlock(second, 1, { act: 'none' }),
	);
	return {
		name: nameAtWidth(`MnasNet-${variant === 'small' ? variant : variant.toUpperCase()}`, width),
		stages: [
			{ name: 'conv1', layer: convolutionBlock(first, 3, { stride: 2 }) },
			{ name: 'separable', layer: variant === 'small' ? residual(separable) : separable },
			...stages.map((layer, place) => ({ name: `stage${String(place + 1)}`, layer })),
			{ name: 'conv2', layer: convolutionBlock(1280, 1) },
			{ name: 'classifier', layer: classifier() },
		],
	};
}
