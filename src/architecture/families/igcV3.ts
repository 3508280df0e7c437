import { classifier, convolutionBlock, nameAtWidth, residual } from '../blocks.ts';
import { channelShuffle, repeat, sequence, type Layer, type NamedLayer, type Network } from '../layers.ts';
import type { WidthOptions } from './mobileNet.ts';

/** Output channels, blocks and first stride of each stage: MobileNetV2's with more blocks (IGCV3, arXiv 1806.00178, table 2). */
const stages = [
	[16, 1, 1],
	[24, 4, 2],
	[32, 6, 2],
	[64, 8, 2],
	[96, 6, 1],
	[160, 6, 2],
	[320, 1, 1],
] as const;

/** Both pointwise convolutions have two groups. */
const groups = 2;

/** IGCV3-D. Channels are rounded to the next even number, so that they divide into the groups. */
export function igcV3({ width = 1 }: WidthOptions = {}): Network {
	const even = (channels: number): number => 2 * Math.ceil(Math.floor(channels * width) / 2);
	let inputs = even(32);
	const bodies = stages.map(([channels, blocks, first], stage): NamedLayer => {
		const out = even(channels);
		const block = (channelsIn: number, stride: number): Layer => {
			const body = interleaved(stage === 0 ? channelsIn : 6 * channelsIn, out, stride);
			return stride === 1 && channelsIn === out ? residual(body) : body;
		};
		const layers = [block(inputs, first), ...repeat(blocks - 1, block(out, 1))];
		inputs = out;
		return { name: `stage${String(stage + 1)}`, layer: sequence(...layers) };
	});
	return {
		name: nameAtWidth('IGCV3-D', width),
		stages: [
			{ name: 'conv1', layer: convolutionBlock(even(32), 3, { stride: 2, act: 'relu6' }) },
			...bodies,
			{ name: 'conv2', layer: convolutionBlock(width > 1 ? even(1280) : 1280, 1, { act: 'relu6' }) },
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** Grouped, shuffled, depthwise and grouped again: two sparse matrices and one of channels (section 3.2). */
function interleaved(expanded: number, out: number, stride: number): Layer {
	return sequence(
		{ name: 'expand', layer: convolutionBlock(expanded, 1, { groups, act: 'none' }) },
		channelShuffle(groups),
		{ name: 'depthwise', layer: convolutionBlock(expanded, 3, { stride, groups: 'depthwise', act: 'relu6' }) },
		{ name: 'project', layer: convolutionBlock(out, 1, { groups, act: 'none' }) },
	);
}
