import { classifier, convolutionBlock, residual, separableConvolution } from '../blocks.ts';
import { normalization, pooling, relu, repeat, sequence, type Layer, type Network } from '../layers.ts';

/** Xception (arXiv 1610.02357, figure 5). Its first two convolutions have no padding, as in the author's code. */
export function xception(): Network {
	return {
		name: 'Xception',
		stages: [
			{
				name: 'conv',
				layer: sequence(
					convolutionBlock(32, 3, { stride: 2, padding: 0 }),
					convolutionBlock(64, 3, { padding: 0 }),
				),
			},
			{ name: 'entry1', layer: downUnit(128, 128, [separable(128)]) },
			{ name: 'entry2', layer: downUnit(256, 256, [relu, separable(256)]) },
			{ name: 'entry3', layer: downUnit(728, 728, [relu, separable(728)]) },
			{ name: 'middle', layer: sequence(...repeat(8, middleUnit())) },
			{ name: 'exit', layer: downUnit(1024, 1024, [relu, separable(728)]) },
			{
				name: 'separable',
				layer: sequence(separable(1536), relu, separable(2048), relu),
			},
			{ name: 'classifier', layer: classifier() },
		],
	};
}

function separable(out: number): Layer {
	return sequence(separableConvolution(out, 3), normalization);
}

/** Two separable convolutions and pooling beside a strided shortcut. */
function downUnit(out: number, last: number, first: readonly Layer[]): Layer {
	const body = sequence(...first, relu, separable(last), pooling('max', 3, 2, { padding: 1 }));
	return residual(body, convolutionBlock(out, 1, { stride: 2, act: 'none' }));
}

function middleUnit(): Layer {
	const one = separable(728);
	return residual(sequence(relu, one, relu, one, relu, one));
}
