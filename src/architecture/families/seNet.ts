import { classifier, convolutionBlock, residual } from '../blocks.ts';
import { pooling, relu, repeat, sequence, type Layer, type NamedLayer, type Network } from '../layers.ts';
import { excitation } from './resNet.ts';

const blocks = [3, 8, 36, 3] as const;
const groups = 64;
const reduction = 16;

/**
 * SENet-154 (Squeeze-and-Excitation Networks, arXiv 1709.01507, appendix): a ResNeXt-152 64x4d with a deep stem, half the
 * channels in the first convolution of a block, and shortcuts of 3 x 3.
 */
export function seNet154(): Network {
	let inputs = 128;
	const stages = blocks.map((count, stage): NamedLayer => {
		const width = 128 << stage;
		const out = 2 * width;
		const block = (channels: number, stride: number): Layer => {
			const body = sequence(
				convolutionBlock(width, 1),
				convolutionBlock(out, 3, { stride, groups }),
				convolutionBlock(out, 1, { act: 'none' }),
				excitation(out, reduction),
			);
			const shortcut =
				channels === out ? undefined : convolutionBlock(out, stage === 0 ? 1 : 3, { stride, act: 'none' });
			return sequence(residual(body, shortcut), relu);
		};
		const first = block(inputs, stage > 0 ? 2 : 1);
		inputs = out;
		return { name: `conv${String(stage + 2)}`, layer: sequence(first, ...repeat(count - 1, block(out, 1))) };
	});
	const stem = sequence(
		convolutionBlock(64, 3, { stride: 2 }),
		convolutionBlock(64, 3),
		convolutionBlock(128, 3),
		pooling('max', 3, 2, { ceil: true }),
	);
	return {
		name: 'SENet-154',
		stages: [{ name: 'conv1', layer: stem }, ...stages, { name: 'classifier', layer: classifier() }],
	};
}
