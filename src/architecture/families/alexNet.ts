import { adaptivePooling, convolution, linear, pooling, relu, sequence, type Network } from '../layers.ts';

/**
 * AlexNet without groups: the one-column network of "One weird trick for parallelizing convolutional neural networks"
 * (arXiv 1404.5997), as torchvision has it.
 */
export function alexNet(): Network {
	const pool = pooling('max', 3, 2);
	return {
		name: 'AlexNet',
		stages: [
			{ name: 'conv1', layer: sequence(convolution(64, 11, { stride: 4, padding: 2, bias: true }), relu, pool) },
			{ name: 'conv2', layer: sequence(convolution(192, 5, { bias: true }), relu, pool) },
			{ name: 'conv3', layer: sequence(convolution(384, 3, { bias: true }), relu) },
			{ name: 'conv4', layer: sequence(convolution(256, 3, { bias: true }), relu) },
			{ name: 'conv5', layer: sequence(convolution(256, 3, { bias: true }), relu, pool) },
			{
				name: 'classifier',
				layer: sequence(adaptivePooling(6), linear(4096), relu, linear(4096), relu, linear(1000)),
			},
		],
	};
}
