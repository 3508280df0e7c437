import {
	convolutionBlock,
	globalPooling,
	linear,
	pooling,
	relu,
	residual,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';

/** Blocks of each of the four stages (Deep Residual Learning, arXiv 1512.03385, table 1). */
const blocksOf = {
	18: [2, 2, 2, 2],
	34: [3, 4, 6, 3],
	50: [3, 4, 6, 3],
	101: [3, 4, 23, 3],
	152: [3, 8, 36, 3],
} as const;

export interface ResNetOptions {
	readonly depth: keyof typeof blocksOf;
	/** Groups of the 3 x 3 convolution, ResNeXt's cardinality (arXiv 1611.05431). */
	readonly groups?: number;
	/** Channels of each group in the first stage: 4 in ResNeXt-50 32x4d, 128 in the Wide ResNet of two widths (arXiv 1605.07146). */
	readonly groupWidth?: number;
}

/** ResNet, ResNeXt and Wide ResNet. A block halves the image in its 3 x 3 convolution, as torchvision has it (v1.5), not in the 1 x 1. */
export function resNet({ depth, groups = 1, groupWidth = 64 }: ResNetOptions): Network {
	const isBottleneck = depth >= 50;
	let inputs = 64;
	const stages = blocksOf[depth].map((count, stage): NamedLayer => {
		const width = 64 * 2 ** stage;
		const blocks = Array.from({ length: count }, (_, place): Layer => {
			const stride = place === 0 && stage > 0 ? 2 : 1;
			const out = isBottleneck ? 4 * width : width;
			const body = isBottleneck
				? bottleneck((width * groupWidth * groups) / 64, out, stride, groups)
				: basic(width, stride);
			const shortcut =
				stride > 1 || inputs !== out ? convolutionBlock(out, 1, { stride, act: 'none' }) : undefined;
			inputs = out;
			return sequence(residual(body, shortcut), relu);
		});
		return { name: `conv${String(stage + 2)}`, layer: sequence(...blocks) };
	});
	const stem = sequence(convolutionBlock(64, 7, { stride: 2 }), pooling('max', 3, 2, { padding: 1 }));
	return {
		name: `ResNet-${String(depth)}`,
		stages: [
			{ name: 'conv1', layer: stem },
			...stages,
			{ name: 'classifier', layer: sequence(globalPooling, linear(1000)) },
		],
	};
}

function basic(out: number, stride: number): Layer {
	return sequence(convolutionBlock(out, 3, { stride }), convolutionBlock(out, 3, { act: 'none' }));
}

function bottleneck(width: number, out: number, stride: number, groups: number): Layer {
	return sequence(
		convolutionBlock(width, 1),
		convolutionBlock(width, 3, { stride, groups }),
		convolutionBlock(out, 1, { act: 'none' }),
	);
}
