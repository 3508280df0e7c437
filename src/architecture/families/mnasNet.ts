import {
	convolutionBlock,
	globalPooling,
	linear,
	makeDivisible,
	sequence,
	type NamedLayer,
	type Network,
} from '../layers.ts';
import { invertedResidual, type WidthOptions } from './mobileNet.ts';

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
	let inputs = scaled(16);
	const stages = stagesOfB1.map(([kernel, first, expansion, channels, layers], stage): NamedLayer => {
		const out = scaled(channels);
		const blocks = Array.from({ length: layers }, (_, place) => {
			const stride = place === 0 ? first : 1;
			const block = invertedResidual({ inputs, expanded: inputs * expansion, out, kernel, stride, act: 'relu' });
			inputs = out;
			return block;
		});
		return { name: `stage${String(stage + 1)}`, layer: sequence(...blocks) };
	});
	const separable = sequence(
		convolutionBlock(scaled(32), 3, { groups: 'depthwise' }),
		convolutionBlock(scaled(16), 1, { act: 'none' }),
	);
	return {
		name: 'MnasNet-B1',
		stages: [
			{ name: 'conv1', layer: convolutionBlock(scaled(32), 3, { stride: 2 }) },
			{ name: 'separable', layer: separable },
			...stages,
			{ name: 'conv2', layer: convolutionBlock(1280, 1) },
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}
