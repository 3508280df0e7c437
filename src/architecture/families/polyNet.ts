import { classifier, convolutionBlock } from '../blocks.ts';
import { graph, node, part } from '../graph.ts';
import {
	convolution,
	normalization,
	pooling,
	relu,
	scaling,
	sequence,
	type GraphNode,
	type Layer,
	type NamedLayer,
	type Network,
	type Pair,
} from '../layers.ts';
import { halving, mixed, tower } from './inception.ts';
import { reductionA, stemOfV4 } from './inceptionV4.ts';

/** Factors on the paths fall from 1 to 0.7 over the 36 units of the network (PolyNet, arXiv 1611.05725, section 4.1). */
const units = 39;
const leastScale = 0.7;

/** Channels of the long branch of a block, and the kernels of its second and third convolution. */
interface BlockDesign {
	readonly channels: number;
	readonly long: readonly [number, number, number];
	readonly kernels: readonly [Pair, Pair];
}

const designB: BlockDesign = {
	channels: 1152,
	long: [128, 160, 192],
	kernels: [
		[1, 7],
		[7, 1],
	],
};
const designC: BlockDesign = {
	channels: 2048,
	long: [192, 224, 256],
	kernels: [
		[1, 3],
		[3, 1],
	],
};

/**
 * Very Deep PolyNet: ten 2-way units, then ten and five pairs of a poly-3 and a 2-way unit. A poly-3 unit goes through the
 * same block up to three times; its first convolutions have their weights in common, its normalizations do not.
 */
export function polyNet(): Network {
	let place = 0;
	const scale = (): number => Number((1 - ((1 - leastScale) * place++) / units).toFixed(6));
	const blockA = mixed(tower([32], [48, 3], [64, 3]), tower([32], [32, 3]), tower([32]));
	const stageA = Array.from({ length: 10 }, () => twoWay(384, blockA, scale()));
	const pairs = (design: BlockDesign, count: number, name: string): readonly Layer[] =>
		Array.from({ length: count }, (_, pair) =>
			sequence(
				poly3(design, `${name}${String(pair)}`, scale()),
				twoWay(design.channels, blockOf(design), scale()),
			),
		);
	const stages: readonly NamedLayer[] = [
		{ name: 'stem', layer: stemOfV4() },
		{ name: 'stage-a', layer: sequence(...stageA) },
		{ name: 'reduction-a', layer: reductionA([256, 256, 384], 384) },
		{ name: 'stage-b', layer: sequence(...pairs(designB, 10, 'b')) },
		{ name: 'reduction-b', layer: reductionB() },
		{ name: 'stage-c', layer: sequence(...pairs(designC, 5, 'c')) },
	];
	return { name: 'PolyNet', stages: [...stages, { name: 'classifier', layer: classifier() }] };
}

function reductionB(): Layer {
	return mixed(
		tower([256], [256, 3], [256, 3, halving]),
		tower([256], [256, 3, halving]),
		tower([256], [384, 3, halving]),
		pooling('max', 3, 2),
	);
}

function blockOf({ long: [first, second, third], kernels }: BlockDesign): Layer {
	return mixed(tower([first], [second, kernels[0]], [third, kernels[1]]), tower([192]));
}

/** I + F + G: two blocks beside the shortcut (figure 4). */
function twoWay(channels: number, block: Layer, factor: number): Layer {
	const body = sequence(block, convolutionBlock(channels, 1, { act: 'none' }), scaling(factor));
	const sum = node('sum', 'add', part('input'), part('input', body), part('input', body));
	return sequence(graph(['input'], [sum], 'sum'), relu);
}

/** I + F + F² + F³: the block applied to what it gave, each result added. */
function poly3(design: BlockDesign, name: string, factor: number): Layer {
	const nodes: GraphNode[] = [];
	for (const turn of [1, 2, 3]) {
		const before = turn === 1 ? part('input') : part(`result${String(turn - 1)}`, relu);
		nodes.push(node(`seen${String(turn)}`, 'add', before));
		const block = sequence(sharedBlock(design, name), convolutionBlock(design.channels, 1, { act: 'none' }));
		nodes.push(node(`result${String(turn)}`, 'add', part(`seen${String(turn)}`, block)));
	}
	const results = [1, 2, 3].map(turn => part(`result${String(turn)}`, scaling(factor)));
	nodes.push(node('sum', 'add', part('input'), ...results));
	return sequence(graph(['input'], nodes, 'sum'), relu);
}

function sharedBlock({ long, kernels }: BlockDesign, name: string): Layer {
	const shared = (out: number, kernel: number | Pair, place: number): Layer =>
		sequence(convolution(out, kernel, { sharedAs: `${name}.${String(place)}` }), normalization, relu);
	const [first, second, third] = long;
	return mixed(
		sequence(shared(first, 1, 0), shared(second, kernels[0], 1), shared(third, kernels[1], 2)),
		shared(192, 1, 3),
	);
}
