import { convolutionBlock } from '../blocks.ts';
import {
	branches,
	channelShuffle,
	channelSplit,
	globalPooling,
	identity,
	linear,
	pooling,
	repeat,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';

/** Output channels of the three stages and of the last convolution (ShuffleNet V2, arXiv 1807.11164, table 5). */
const channelsOf = {
	'0.5': [48, 96, 192, 1024],
	'1.0': [116, 232, 464, 1024],
	'1.5': [176, 352, 704, 1024],
	'2.0': [244, 488, 976, 2048],
} as const;

export interface ShuffleNetV2Options {
	readonly width: keyof typeof channelsOf;
	/**
	 * Channels of the left branch where the image is halved: half of those that go out, as table 5 and torchvision have it,
	 * or as many as come in, as in the authors' code. Half where it is not given.
	 */
	readonly left?: 'half' | 'inputs';
	/** Channels of the last convolution, where they are not those of the table. */
	readonly last?: number;
}

export function shuffleNetV2({ width, left = 'half', ...options }: ShuffleNetV2Options): Network {
	const [first, second, third, last] = channelsOf[width];
	const stages = [first, second, third].map((out, stage): NamedLayer => {
		const repeats = [4, 8, 4][stage] ?? 0;
		const inputs = [24, first, second][stage] ?? 0;
		const down = downUnit(inputs, out, left === 'half' ? out / 2 : inputs);
		return {
			name: `stage${String(stage + 2)}`,
			layer: sequence(down, ...repeat(repeats - 1, basicUnit(out / 2))),
		};
	});
	const stem = sequence(convolutionBlock(24, 3, { stride: 2 }), pooling('max', 3, 2, { padding: 1 }));
	return {
		name: `ShuffleNetV2 ${width}x`,
		stages: [
			{ name: 'conv1', layer: stem },
			...stages,
			{ name: 'conv5', layer: convolutionBlock(options.last ?? last, 1) },
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}

/** Figure 3 (c): half of the channels goes by. */
function basicUnit(channels: number): Layer {
	return sequence(
		channelSplit({ name: 'left', layer: identity }, { name: 'right', layer: rightOf(channels, 1) }),
		channelShuffle(2),
	);
}

/** Figure 3 (d): both branches see all channels and halve the image. */
function downUnit(inputs: number, out: number, leftOut: number): Layer {
	const left = sequence(
		convolutionBlock(inputs, 3, { stride: 2, groups: 'depthwise', act: 'none' }),
		convolutionBlock(leftOut, 1),
	);
	const right = rightOf(out / 2, 2, out - leftOut);
	return sequence(
		branches('concatenate', { name: 'left', layer: left }, { name: 'right', layer: right }),
		channelShuffle(2),
	);
}

function rightOf(channels: number, stride: number, out = channels): Layer {
	return sequence(
		convolutionBlock(channels, 1),
		convolutionBlock(channels, 3, { stride, groups: 'depthwise', act: 'none' }),
		convolutionBlock(out, 1),
	);
}
