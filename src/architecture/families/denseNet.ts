import { convolutionBlock } from '../blocks.ts';
import {
	branches,
	convolution,
	globalPooling,
	identity,
	linear,
	normalization,
	pooling,
	relu,
	repeat,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';

/** Layers of each of the four blocks, the growth rate k and the channels before them (arXiv 1608.06993, table 1). */
const designs = {
	// the baseline of Pelee (arXiv 1804.06882, section 2.2), which saw the 120 dogs of ImageNet; the paper does not print its
	// first kernel: with 3 it has the 1.13 M parameters of the seed document and 0.4 % less than its multiply-accumulates
	41: { layers: [2, 4, 6, 6], growth: 32, stem: 24, kernel: 3, classes: 120 },
	121: { layers: [6, 12, 24, 16], growth: 32, stem: 64, kernel: 7, classes: 1000 },
	161: { layers: [6, 12, 36, 24], growth: 48, stem: 96, kernel: 7, classes: 1000 },
	169: { layers: [6, 12, 32, 32], growth: 32, stem: 64, kernel: 7, classes: 1000 },
	201: { layers: [6, 12, 48, 32], growth: 32, stem: 64, kernel: 7, classes: 1000 },
} as const;

export interface DenseNetOptions {
	readonly depth: keyof typeof designs;
}

/** DenseNet-BC: bottlenecks of four times the growth rate, and transitions that halve the channels. */
export function denseNet({ depth }: DenseNetOptions): Network {
	const { layers, growth, stem, kernel, classes } = designs[depth];
	const dense = denseLayer(growth);
	let channels: number = stem;
	const stages = layers.map((count, place): NamedLayer => {
		channels += count * growth;
		const isLast = place === layers.length - 1;
		channels = isLast ? channels : channels / 2;
		const after = isLast ? [normalization, relu] : [transition(channels)];
		return { name: `block${String(place + 1)}`, layer: sequence(...repeat(count, dense), ...after) };
	});
	return {
		name: `DenseNet-${String(depth)}`,
		stages: [
			{
				name: 'conv0',
				layer: sequence(convolutionBlock(stem, kernel, { stride: 2 }), pooling('max', 3, 2, { padding: 1 })),
			},
			...stages,
			{ name: 'classifier', layer: sequence(globalPooling, linear(classes)) },
		],
	};
}

/** What comes in, with `growth` more channels behind it. */
function denseLayer(growth: number): Layer {
	const body = sequence(
		normalization,
		relu,
		{ name: 'bottleneck', layer: convolution(4 * growth, 1) },
		normalization,
		relu,
		convolution(growth, 3),
	);
	return branches('concatenate', { name: 'input', layer: identity }, { name: 'body', layer: body });
}

function transition(channels: number): Layer {
	return sequence(normalization, relu, convolution(channels, 1), pooling('average', 2, 2));
}
