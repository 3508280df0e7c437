import {
	adaptivePooling,
	convolution,
	linear,
	normalization,
	pooling,
	relu,
	sequence,
	type Layer,
	type Network,
} from '../layers.ts';

/** Convolutions of each of the five stages (Very Deep Convolutional Networks, arXiv 1409.1556, table 1). */
const convolutionsOf = {
	11: [1, 1, 2, 2, 2],
	13: [2, 2, 2, 2, 2],
	16: [2, 2, 3, 3, 3],
	19: [2, 2, 4, 4, 4],
} as const;

export interface VggOptions {
	readonly depth: keyof typeof convolutionsOf;
	readonly normalized?: boolean;
	/** Whether convolutions have a bias before their normalization, as in torchvision; they have where it is not given. */
	readonly bias?: boolean;
}

/** VGG with 3 x 3 convolutions, configurations A, B, D and E. */
export function vgg({ depth, normalized = false, bias = true }: VggOptions): Network {
	const widths = [64, 128, 256, 512, 512];
	const block = (out: number): readonly Layer[] => [
		convolution(out, 3, { bias }),
		...(normalized ? [normalization] : []),
		relu,
	];
	const stages = convolutionsOf[depth].map((convolutions, stage) => {
		const each = block(widths[stage] ?? 512);
		const layers = Array.from({ length: convolutions }, () => each).flat();
		return { name: `conv${String(stage + 1)}`, layer: sequence(...layers, pooling('max', 2, 2)) };
	});
	const classifier = sequence(adaptivePooling(7), linear(4096), relu, linear(4096), relu, linear(1000));
	return { name: `VGG-${String(depth)}`, stages: [...stages, { name: 'classifier', layer: classifier }] };
}
