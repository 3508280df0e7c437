import {
	adaptivePooling,
	convolution,
	linear,
	pooling,
	relu,
	sequence,
	type NamedLayer,
	type Network,
} from '../layers.ts';

export interface AlexNetOptions {
	/** `one-column` has fewer channels in the first layers; the others have those of the first paper. */
	readonly form?: 'one-column' | 'grouped' | 'ungrouped';
}

/**
 * AlexNet: the one-column network of "One weird trick for parallelizing convolutional neural networks" (arXiv 1404.5997),
 * as torchvision has it, or that of "ImageNet Classification with Deep Convolutional Neural Networks" (NeurIPS 2012, section
 * 3.5) with its layers divided over two processors or not. Response normalization has no products of layers and is left out.
 */
export function alexNet({ form = 'one-column' }: AlexNetOptions = {}): Network {
	return {
		name: form === 'one-column' ? 'AlexNet' : `AlexNet, ${form}`,
		stages: [
			...(form === 'one-column' ? oneColumn() : ofFirstPaper(form === 'grouped' ? 2 : 1)),
			{
				name: 'classifier',
				layer: sequence(adaptivePooling(6), linear(4096), relu, linear(4096), relu, linear(1000)),
			},
		],
	};
}

function oneColumn(): readonly NamedLayer[] {
	const pool = pooling('max', 3, 2);
	return [
		{ name: 'conv1', layer: sequence(convolution(64, 11, { stride: 4, padding: 2, bias: true }), relu, pool) },
		{ name: 'conv2', layer: sequence(convolution(192, 5, { bias: true }), relu, pool) },
		{ name: 'conv3', layer: sequence(convolution(384, 3, { bias: true }), relu) },
		{ name: 'conv4', layer: sequence(convolution(256, 3, { bias: true }), relu) },
		{ name: 'conv5', layer: sequence(convolution(256, 3, { bias: true }), relu, pool) },
	];
}

/** The first convolution has no padding, so that an image of 227 px gives 55 outputs. Pooling counts windows that end outside, as in Caffe. */
function ofFirstPaper(groups: number): readonly NamedLayer[] {
	const pool = pooling('max', 3, 2, { ceil: true });
	return [
		{ name: 'conv1', layer: sequence(convolution(96, 11, { stride: 4, padding: 0, bias: true }), relu, pool) },
		{ name: 'conv2', layer: sequence(convolution(256, 5, { groups, bias: true }), relu, pool) },
		{ name: 'conv3', layer: sequence(convolution(384, 3, { bias: true }), relu) },
		{ name: 'conv4', layer: sequence(convolution(384, 3, { groups, bias: true }), relu) },
		{ name: 'conv5', layer: sequence(convolution(256, 3, { groups, bias: true }), relu, pool) },
	];
}
