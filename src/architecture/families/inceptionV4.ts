import { classifier, convolutionBlock } from '../blocks.ts';
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
	scaling,
	sequence,
	type Layer,
	type Network,
} from '../layers.ts';
import { averageTower, crossed, halving, mixed, stemOfV3, tower } from './inception.ts';

/** Inception v4 (arXiv 1602.07261, figures 3 to 9). */
export function inceptionV4(): Network {
	return {
		name: 'Inception v4',
		stages: [
			{ name: 'stem', layer: stemOfV4() },
			{ name: 'inception-a', layer: sequence(...repeat(4, inceptionA())) },
			{ name: 'reduction-a', layer: reductionA([192, 224, 256], 384) },
			{ name: 'inception-b', layer: sequence(...repeat(7, inceptionB())) },
			{
				name: 'reduction-b',
				layer: mixed(
					tower([192], [192, 3, halving]),
					tower([256], [256, [1, 7]], [320, [7, 1]], [320, 3, halving]),
					pooling('max', 3, 2),
				),
			},
			{ name: 'inception-c', layer: sequence(...repeat(3, inceptionC())) },
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** Figure 3; PolyNet has the same stem. */
export function stemOfV4(): Layer {
	const unpadded = { padding: 0 } as const;
	return sequence(
		tower([32, 3, halving], [32, 3, unpadded], [64, 3]),
		mixed(pooling('max', 3, 2), tower([96, 3, halving])),
		mixed(tower([64], [96, 3, unpadded]), tower([64], [64, [1, 7]], [64, [7, 1]], [96, 3, unpadded])),
		mixed(tower([192, 3, halving]), pooling('max', 3, 2)),
	);
}

/** Figure 7: k, l and m of the second branch, n of the first. */
export function reductionA([k, l, m]: readonly [number, number, number], n: number): Layer {
	return mixed(tower([n, 3, halving]), tower([k], [l, 3], [m, 3, halving]), pooling('max', 3, 2));
}

function inceptionA(): Layer {
	return mixed(tower([96]), tower([64], [96, 3]), tower([64], [96, 3], [96, 3]), averageTower(96));
}

function inceptionB(): Layer {
	return mixed(
		tower([384]),
		tower([192], [224, [1, 7]], [256, [7, 1]]),
		tower([192], [192, [7, 1]], [224, [1, 7]], [224, [7, 1]], [256, [1, 7]]),
		averageTower(128),
	);
}

function inceptionC(): Layer {
	return mixed(
		tower([256]),
		sequence(tower([384]), crossed(256)),
		sequence(tower([384], [448, [3, 1]], [512, [1, 3]]), crossed(256)),
		averageTower(256),
	);
}

/** Inception-ResNet v2 (figures 14 to 19). Its first block is one of averages as in v3, which the TensorFlow code has and the paper does not. */
export function inceptionResNetV2(): Network {
	return {
		name: 'Inception-ResNet v2',
		stages: [
			{ name: 'stem', layer: stemOfV3() },
			{
				name: 'mixed5b',
				layer: mixed(tower([96]), tower([48], [64, 5]), tower([64], [96, 3], [96, 3]), averageTower(64)),
			},
			{ name: 'block35', layer: sequence(...repeat(10, block35(320, [32, 48, 64]))) },
			{ name: 'reduction-a', layer: reductionA([256, 256, 384], 384) },
			{ name: 'block17', layer: sequence(...repeat(20, block17(1088, 192, [128, 160, 192]))) },
			{ name: 'reduction-b', layer: reductionB(288, [288, 320]) },
			{
				name: 'block8',
				layer: sequence(
					sequence(...repeat(9, block8(2080, [192, 224, 256], 0.2))),
					block8(2080, [192, 224, 256]),
				),
			},
			{ name: 'conv7', layer: convolutionBlock(1536, 1) },
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** Inception-ResNet v1 (figures 10 to 14), with the narrow layer before the classifier that FaceNet's code and pytorchcv have. */
export function inceptionResNetV1(): Network {
	const stem = sequence(
		tower([32, 3, halving], [32, 3, { padding: 0 }], [64, 3]),
		pooling('max', 3, 2),
		tower([80], [192, 3, { padding: 0 }], [256, 3, halving]),
	);
	return {
		name: 'Inception-ResNet v1',
		stages: [
			{ name: 'stem', layer: stem },
			{ name: 'block35', layer: sequence(...repeat(5, block35(256, [32, 32, 32]))) },
			{ name: 'reduction-a', layer: reductionA([192, 192, 256], 384) },
			{ name: 'block17', layer: sequence(...repeat(10, block17(896, 128, [128, 128, 128]))) },
			{ name: 'reduction-b', layer: reductionB(256, [256, 256]) },
			{
				name: 'block8',
				layer: sequence(
					sequence(...repeat(5, block8(1792, [192, 192, 192], 0.2))),
					block8(1792, [192, 192, 192]),
				),
			},
			{
				name: 'classifier',
				layer: sequence(globalPooling, linear(512, false), normalization, linear(1000)),
			},
		],
	};
}

function reductionB(second: number, [third, last]: readonly [number, number]): Layer {
	return mixed(
		tower([256], [384, 3, halving]),
		tower([256], [second, 3, halving]),
		tower([256], [third, 3], [last, 3, halving]),
		pooling('max', 3, 2),
	);
}

function block35(channels: number, [first, second, third]: readonly [number, number, number]): Layer {
	const towers = mixed(tower([32]), tower([32], [32, 3]), tower([first], [second, 3], [third, 3]));
	return scaledResidual(channels, towers, 0.17);
}

type Three = readonly [number, number, number];

function block17(channels: number, one: number, [first, second, third]: Three): Layer {
	return scaledResidual(channels, mixed(tower([one]), tower([first], [second, [1, 7]], [third, [7, 1]])), 0.1);
}

/** @param scale 1 for the last block, which has no activation after it. */
function block8(channels: number, [first, second, third]: Three, scale = 1): Layer {
	return scaledResidual(channels, mixed(tower([192]), tower([first], [second, [1, 3]], [third, [3, 1]])), scale);
}

/** Figure 20: the branches are brought to the channels of what comes in, and scaled down before they are added. */
function scaledResidual(channels: number, towers: Layer, scale: number): Layer {
	const body = sequence(towers, convolution(channels, 1, { bias: true }), ...(scale === 1 ? [] : [scaling(scale)]));
	const added = branches('add', { name: 'body', layer: body }, { name: 'shortcut', layer: identity });
	return scale === 1 ? added : sequence(added, relu);
}
