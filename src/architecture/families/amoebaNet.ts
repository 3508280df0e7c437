import { classifier } from '../blocks.ts';
import { graph, node, part } from '../graph.ts';
import {
	convolution,
	identity,
	normalization,
	pooling,
	relu,
	sequence,
	type GraphNode,
	type Layer,
	type Network,
	type Stage,
} from '../layers.ts';
import { average, factorizedReduction, maximum, preactivated, separableTwice } from './nasNet.ts';

/** Normal cells of each of the three groups, and channels of one combination of the first group. */
export interface AmoebaNetOptions {
	readonly cells: number;
	readonly channels: number;
}

/**
 * AmoebaNet-B as GPipe trained it: 18 normal cells of 512 channels at first (arXiv 1811.06965, section 4). Its cells are
 * those that the authors of AmoebaNet (arXiv 1802.01548) published with their code for TPUs.
 */
export function amoebaNetB({ cells, channels }: AmoebaNetOptions = { cells: 6, channels: 512 }): Network {
	const stages: Stage[] = [
		{ name: 'conv0', layer: sequence(convolution(32, 3, { stride: 2, padding: 0 }), normalization) },
		{ name: 'stem0', layer: stemCell(channels / 4) },
		{ name: 'stem1', layer: reductionCell(channels / 2, true), from: ['conv0', 'stem0'] },
	];
	let [before, last] = ['stem0', 'stem1'];
	let isHalved = true;
	const add = (name: string, layer: Layer, halves: boolean): void => {
		stages.push({ name, layer, from: [before, last] });
		[before, last, isHalved] = [last, name, halves];
	};
	for (const group of [0, 1, 2]) {
		const width = channels << group;
		if (group > 0) add(`reduction${String(group)}`, reductionCell(width, isHalved), true);
		for (let cell = 0; cell < cells; cell++) {
			add(`cell${String(group * cells + cell)}`, normalCell(width, isHalved), false);
		}
	}
	stages.push({ name: 'classifier', layer: sequence(relu, classifier()), from: [last] });
	return { name: `AmoebaNet-B (${String(3 * cells)}, ${String(channels)})`, stages };
}

/** `h` is the output of the cell before, `p` that of the one before it, which is twice as large behind a reduction. */
function inputs(out: number, isHalved: boolean): readonly GraphNode[] {
	return [
		node('p', 'add', part('previous', isHalved ? factorizedReduction(out) : preactivated(out))),
		node('h', 'add', part('input', preactivated(out))),
	];
}

function normalCell(out: number, isHalved: boolean): Layer {
	const three = separableTwice(out, 3);
	return graph(
		['previous', 'input'],
		[
			...inputs(out, isHalved),
			node('comb0', 'add', part('p', preactivated(out)), part('p', maximum(1))),
			node('comb1', 'add', part('p', identity), part('h', three)),
			node('comb2', 'add', part('p', preactivated(out)), part('h', three)),
			node('comb3', 'add', part('comb0', preactivated(out)), part('comb0', identity)),
			node('comb4', 'add', part('p', average(1)), part('comb3', preactivated(out))),
			node('out', 'concatenate', ...['h', 'comb1', 'comb2', 'comb4'].map(name => part(name))),
		],
		'out',
	);
}

/** The name of the separable convolution in `comb2` asks for a dilation of 2, which the authors' code leaves out. */
function reductionNodes(out: number): readonly GraphNode[] {
	return [
		node('comb0', 'add', part('h', pooling('max', 2, 2, { ceil: true })), part('h', maximum(2))),
		node('comb1', 'add', part('comb0', identity), part('p', bottleneck(out))),
		node('comb2', 'add', part('comb0', separableTwice(out, 5)), part('comb0', maximum(1))),
		node('comb3', 'add', part('comb1', identity), part('p', separableTwice(out, 3, 2, out))),
		node('comb4', 'add', part('comb2', average(1)), part('comb1', preactivated(out))),
		node('out', 'concatenate', part('comb3'), part('comb4')),
	];
}

function reductionCell(out: number, isHalved: boolean): Layer {
	return graph(['previous', 'input'], [...inputs(out, isHalved), ...reductionNodes(out)], 'out');
}

/** In the first cell both inputs are the image, of which `p` is seen as it is. */
function stemCell(out: number): Layer {
	return graph(['p'], [node('h', 'add', part('p', preactivated(out))), ...reductionNodes(out)], 'out');
}

/** A convolution of 3 x 3 that halves the image, between two of 1 x 1, with a quarter of the channels. */
function bottleneck(out: number): Layer {
	return sequence(
		preactivated(out / 4),
		sequence(relu, convolution(out / 4, 3, { stride: 2 }), normalization),
		preactivated(out),
	);
}
