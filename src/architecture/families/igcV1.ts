import { classifier, convolutionBlock, residual } from '../blocks.ts';
import {
	channelShuffle,
	convolution,
	normalization,
	pooling,
	relu,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';

export interface IgcV1Options {
	/** L: parts of the primary group convolution in the first stage. */
	readonly primary: number;
	/** M: parts of the secondary one, which is as many as channels in a part of the primary. */
	readonly secondary: number;
	/** Which of the two is doubled where the image is halved; channels are their product. */
	readonly doubles: 'primary' | 'secondary';
	/** Channels before the first stage. */
	readonly stem: number;
}

/** Stages of two residual blocks, as ResNet-18 has them. */
const stageCount = 4;
const blocksPerStage = 2;

/**
 * Interleaved group convolutions in the place of those of ResNet-18, with identity shortcuts (IGCV1, arXiv 1707.02725,
 * table 5). Shortcuts that change the channels are grouped as the blocks beside them, as in the authors' code.
 */
export function igcV1({ primary, secondary, doubles, stem }: IgcV1Options): Network {
	let inputs = stem;
	const stages = Array.from({ length: stageCount }, (_, stage): NamedLayer => {
		const parts = doubles === 'primary' ? primary << stage : primary;
		const channels = (primary * secondary) << stage;
		const blocks = Array.from({ length: blocksPerStage }, (_unused, place): Layer => {
			const stride = stage > 0 && place === 0 ? 2 : 1;
			const body = sequence(interleaved(channels, parts, stride), relu, interleaved(channels, parts, 1));
			const isSame = inputs === channels;
			inputs = channels;
			const shortcut = convolutionBlock(channels, 1, { stride, groups: parts, act: 'none' });
			return sequence(isSame ? residual(body) : residual(body, shortcut), relu);
		});
		return { name: `conv${String(stage + 2)}_x`, layer: sequence(...blocks) };
	});
	return {
		name: `IGC-L${String(primary)}M${String(secondary)}`,
		stages: [
			{
				name: 'conv1',
				layer: sequence(convolutionBlock(stem, 7, { stride: 2 }), pooling('max', 3, 2, { padding: 1 })),
			},
			...stages,
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/**
 * A primary group convolution of 3 x 3 and a secondary one of 1 x 1 whose parts each see one channel of every part of the
 * primary (section 3.1); channels are put back in order behind it.
 */
function interleaved(channels: number, primary: number, stride: number): Layer {
	const secondary = channels / primary;
	return sequence(
		{ name: 'primary', layer: convolution(channels, 3, { stride, groups: primary }) },
		channelShuffle(primary),
		{ name: 'secondary', layer: convolution(channels, 1, { groups: secondary }) },
		channelShuffle(secondary),
		normalization,
	);
}
