import { classifier, convolutionBlock } from '../blocks.ts';
import {
	branches,
	identity,
	pooling,
	repeat,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
	type Sequence,
} from '../layers.ts';

/** Dense layers of each stage and the factor from the growth rate to their bottlenecks (Pelee, arXiv 1804.06882, table 1 and section 2.1). */
const stages = [
	[3, 1],
	[4, 2],
	[8, 4],
	[6, 4],
] as const;

const growth = 32;

/** PeleeNet. Its transitions keep the number of channels, and the last has no pooling. */
export function peleeNet(): Network {
	const [stem, ...rest] = peleeFeatures();
	return {
		name: 'PeleeNet',
		stages: [
			stem,
			...rest.map(({ name, layer }, place): NamedLayer => {
				const isLast = place === rest.length - 1;
				return { name, layer: isLast ? layer : sequence(...layer.layers, pooling('average', 2, 2)) };
			}),
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** A stage without the pooling behind it. */
interface Features extends NamedLayer {
	readonly layer: Sequence;
}

/** The stem, and the four stages with their transitions, between which the image is halved. */
export function peleeFeatures(): readonly [NamedLayer, ...Features[]] {
	let channels = 32;
	const dense = stages.map(([layers, bottleneck], place): Features => {
		channels += layers * growth;
		const each = repeat(layers, denseLayer(bottleneck));
		return { name: `stage${String(place + 1)}`, layer: sequence(...each, convolutionBlock(channels, 1)) };
	});
	return [{ name: 'stem', layer: stem(32) }, ...dense];
}

/** Figure 2 of the paper: a strided convolution beside pooling. */
function stem(out: number): Layer {
	return sequence(
		convolutionBlock(out, 3, { stride: 2 }),
		branches(
			'concatenate',
			sequence(convolutionBlock(out / 2, 1), convolutionBlock(out, 3, { stride: 2 })),
			pooling('max', 2, 2),
		),
		convolutionBlock(out, 1),
	);
}

/** Figure 1: half of the growth by one convolution of 3 x 3, half by two. */
function denseLayer(bottleneck: number): Layer {
	const half = growth / 2;
	return branches(
		'concatenate',
		{ name: 'input', layer: identity },
		{ name: 'left', layer: sequence(convolutionBlock(half * bottleneck, 1), convolutionBlock(half, 3)) },
		{
			name: 'right',
			layer: sequence(
				convolutionBlock(half * bottleneck, 1),
				convolutionBlock(half, 3),
				convolutionBlock(half, 3),
			),
		},
	);
}
