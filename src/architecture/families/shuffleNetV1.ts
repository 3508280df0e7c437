import { classifier, convolutionBlock, residual } from '../blocks.ts';
import {
	branches,
	channelShuffle,
	pooling,
	relu,
	repeat,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';

/** Output channels of the first of the three stages by the number of groups (ShuffleNet, arXiv 1707.01083, table 1). */
const channelsOf = { 1: 144, 2: 200, 3: 240, 4: 272, 8: 384 } as const;

export interface ShuffleNetV1Options {
	readonly groups: keyof typeof channelsOf;
	/** Factor on the channels of every layer. */
	readonly width?: number;
}

/** ShuffleNetV1. The first convolution is made narrower than 24 channels, but wider only from twice the width on, as in the authors' code. */
export function shuffleNetV1({ groups, width = 1 }: ShuffleNetV1Options): Network {
	const stem = Math.floor(24 * (width > 1 && width < 2 ? 1 : width));
	let inputs = stem;
	const stages = [4, 8, 4].map((units, stage): NamedLayer => {
		const out = Math.floor(channelsOf[groups] * 2 ** stage * width);
		// the very first pointwise convolution sees so few channels that it is not divided (section 3.2)
		const body = unit(out / 4, out - inputs, 2, stage === 0 ? 1 : groups, groups);
		const shortcut = pooling('average', 3, 2, { padding: 1 });
		const first = sequence(
			branches('concatenate', { name: 'body', layer: body }, { name: 'shortcut', layer: shortcut }),
			relu,
		);
		const other = sequence(residual(unit(out / 4, out, 1, groups, groups)), relu);
		inputs = out;
		return { name: `stage${String(stage + 2)}`, layer: sequence(first, ...repeat(units - 1, other)) };
	});
	return {
		name: `ShuffleNetV1 ${String(width)}x (g=${String(groups)})`,
		stages: [
			{
				name: 'conv1',
				layer: sequence(convolutionBlock(stem, 3, { stride: 2 }), pooling('max', 3, 2, { padding: 1 })),
			},
			...stages,
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** Figure 2 (b) and (c), without the shortcut. */
function unit(squeezed: number, out: number, stride: number, first: number, groups: number): Layer {
	return sequence(
		{ name: 'compress', layer: convolutionBlock(squeezed, 1, { groups: first }) },
		channelShuffle(groups),
		{ name: 'depthwise', layer: convolutionBlock(squeezed, 3, { stride, groups: 'depthwise', act: 'none' }) },
		{ name: 'expand', layer: convolutionBlock(out, 1, { groups, act: 'none' }) },
	);
}
