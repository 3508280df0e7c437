import { classifier, convolutionBlock, preactivatedConvolution } from '../blocks.ts';
import { graph, node, part } from '../graph.ts';
import {
	convolution,
	identity,
	normalization,
	pooling,
	relu,
	repeat,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';
import { blocksOf, excitation, type ResNetOptions } from './resNet.ts';

export type PreResNetOptions = Pick<ResNetOptions, 'depth' | 'bottleneck' | 'strideIn' | 'reduction'> & {
	/** Whether the first convolution has a normalization and activation of its own, as in the authors' code; it has where it is not given. */
	readonly normalizedStem?: boolean;
};

/**
 * ResNet v2 (Identity Mappings in Deep Residual Networks, arXiv 1603.05027, figure 1 b): normalization and activation stand
 * before each convolution. A shortcut that changes the channels begins behind the first activation.
 */
export function preResNet(options: PreResNetOptions): Network {
	const { depth, bottleneck = depth >= 38, strideIn = 'second', reduction, normalizedStem = true } = options;
	let inputs = 64;
	const stages = blocksOf(depth, bottleneck).map((count, stage): NamedLayer => {
		const width = 64 << stage;
		const out = bottleneck ? 4 * width : width;
		const block = (channels: number, stride: number): Layer => {
			const isProjected = stride > 1 || channels !== out;
			const after = bottleneck
				? [
						convolution(width, 1, { stride: strideIn === 'first' ? stride : 1 }),
						preactivatedConvolution(width, 3, { stride: strideIn === 'first' ? 1 : stride }),
						preactivatedConvolution(out, 1),
					]
				: [convolution(out, 3, { stride }), preactivatedConvolution(out, 3)];
			const excited = reduction === undefined ? after : [...after, excitation(out, reduction)];
			return unit(sequence(...excited), isProjected ? convolution(out, 1, { stride }) : undefined);
		};
		const first = block(inputs, stage > 0 ? 2 : 1);
		inputs = out;
		return { name: `conv${String(stage + 2)}`, layer: sequence(first, ...repeat(count - 1, block(out, 1))) };
	});
	return {
		name: `${reduction === undefined ? '' : 'SE-'}PreResNet-${String(depth)}`,
		stages: [
			{
				name: 'conv1',
				layer: sequence(
					(normalizedStem ? convolutionBlock : convolution)(64, 7, { stride: 2 }),
					pooling('max', 3, 2, { padding: 1 }),
				),
			},
			...stages,
			{ name: 'classifier', layer: sequence(normalization, relu, classifier()) },
		],
	};
}

function unit(body: Layer, projection: Layer | undefined): Layer {
	const shortcut = projection ? part('activated', projection) : part('input', identity);
	return graph(
		['input'],
		[
			node('activated', 'add', part('input', sequence(normalization, relu))),
			node('sum', 'add', part('activated', body), shortcut),
		],
		'sum',
	);
}
