import { convolutionBlock, globalPooling, linear, makeDivisible, sequence, type Network } from '../layers.ts';
import { invertedResidualStages } from './invertedResidual.ts';
import type { WidthOptions } from './mobileNet.ts';

/** Kernel, stride, expansion, output channels and layers of MnasNet-B1 (arXiv 1807.11626), as torchvision has it. */
const stagesOfB1 = [
	[3, 2, 3, 24, 3],
	[5, 2, 3, 40, 3],
	[5, 2, 6, 80, 3],
	[3, 1, 6, 96, 2],
	[5, 2, 6, 192, 4],
	[3, 1, 6, 320, 1],
] as const;

/** MnasNet-B1, the one without squeeze-excitation. The last convolution keeps its 1280 channels at every width. */
export function mnasNetB1({ width = 1 }: WidthOptions = {}): Network {
	const scaled = (channels: number): number => makeDivisible(channels * width);
	const stages = invertedResidualStages(scaled(16), stagesOfB1, ([kernel, stride, expansion, channels, layers]) => ({
		kernel,
		stride,
		expansion,
		out: scaled(channels),
		layers,
		act: 'relu',
	}));
	const separable = sequence(
		convolutionBlock(scaled(32), 3, { groups: 'depthwise' }),
		convolutionBlock(scaled(16), 1, { act: 'none' }),
	);
	return {
		name: 'MnasNet-B1',
		stages: [
			{ name: 'conv1', layer: convolutionBlock(scaled(32), 3, { stride: 2 }) },
			{ name: 'separable', layer: separable },
			...stages.map((layer, place) => ({ name: `stage${String(place + 1)}`, layer })),
			{ name: 'conv2', layer: convolutionBlock(1280, 1) },
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}
