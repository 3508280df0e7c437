import { classifier, convolutionBlock, separableConvolution } from '../blocks.ts';
import { graph, node, part } from '../graph.ts';
import {
	branches,
	convolution,
	identity,
	normalization,
	pooling,
	relu,
	sequence,
	type GraphNode,
	type Layer,
	type Network,
	type Pooling,
	type Stage,
} from '../layers.ts';

export interface NasNetOptions {
	/** Normal cells of each of the three groups. */
	readonly cells: number;
	/** Channels of one combination of the first group; the paper's name counts those that come out of the last cell. */
	readonly channels: number;
	/** Channels of the first convolution. */
	readonly stem: number;
	/** Whether the left input of the second and third reduction cell is that of the cell before, as in the large network. */
	readonly skipsInput: boolean;
	/**
	 * Reduction cells, by stage, whose strided layers see one more row and column of zeros above and to the left and whose
	 * outputs lose the first ones, as pytorchcv has it; none where it is not given.
	 */
	readonly shifted?: readonly string[];
}

/** NASNet-A (4 @ 1056), arXiv 1707.07012, for images of 224 px. */
export const nasNetMobile: NasNetOptions = { cells: 4, channels: 44, stem: 32, skipsInput: false };
/** NASNet-A (6 @ 4032), for images of 331 px. */
export const nasNetLarge: NasNetOptions = { cells: 6, channels: 168, stem: 96, skipsInput: true };

/** NASNet-A: the cells of figure 4, each of which sees the outputs of the two before it. The auxiliary classifier is left out. */
export function nasNetA({ cells, channels, stem, skipsInput, shifted = [] }: NasNetOptions): Network {
	const strides = (name: string): Strides => (shifted.includes(name) ? 'shifted' : 'plain');
	const stages: Stage[] = [
		{ name: 'conv0', layer: sequence(convolution(stem, 3, { stride: 2, padding: 0 }), normalization) },
		{ name: 'stem0', layer: stemCell(channels / 4) },
		{ name: 'stem1', layer: reductionCell(channels / 2, 'halved', strides('stem1')), from: ['conv0', 'stem0'] },
	];
	let [before, last] = ['stem0', 'stem1'];
	const add = (name: string, layer: Layer): void => {
		stages.push({ name, layer, from: [before, last] });
		[before, last] = [last, name];
	};
	for (const group of [0, 1, 2]) {
		const width = channels << group;
		if (group > 0) {
			const kept = before;
			const name = `reduction${String(group)}`;
			add(name, reductionCell(width, 'same', strides(name)));
			if (skipsInput) before = kept;
		}
		for (let cell = 0; cell < cells; cell++) {
			// the output before a reduction is twice as large as that after it
			const left = cell === 0 ? 'halved' : 'same';
			add(`cell${String(group * cells + cell)}`, normalCell(width, left));
		}
	}
	stages.push({ name: 'classifier', layer: sequence(relu, classifier()), from: [last] });
	// as the paper calls them: cells of a group, and channels of the last cell before its combinations are joined
	return { name: `NASNet-A (${String(cells)} @ ${String(24 * channels)})`, stages };
}

/** Activation, convolution, normalization: the order that all layers of a cell have. */
export function preactivated(out: number, stride = 1): Layer {
	return sequence(relu, convolution(out, 1, { stride }), normalization);
}

/**
 * A separable convolution twice, of which the first alone strides.
 * @param middle channels between the two; as many as come in where it is not given.
 */
export function separableTwice(
	out: number,
	kernel: number,
	stride = 1,
	middle: number | 'same' = 'same',
	strides: Strides = 'plain',
): Layer {
	return sequence(
		relu,
		{ name: 'first', layer: placed(strides, separableConvolution(middle, kernel, { stride })) },
		normalization,
		relu,
		{ name: 'second', layer: separableConvolution(out, kernel) },
		normalization,
	);
}

/** Where the windows of a strided layer begin: see `NasNetOptions.shifted`. */
type Strides = 'plain' | 'shifted';

function placed(strides: Strides, layer: Layer): Layer {
	if (strides === 'plain') return layer;
	const rows = { op: 'zero-padding', bottom: 0, right: 0 } as const;
	return sequence({ ...rows, top: 1, left: 1 }, layer, { ...rows, top: -1, left: -1 });
}

/** Two halves of the channels from every second pixel, the second half one pixel further down and right. */
export function factorizedReduction(out: number): Layer {
	const every = pooling('average', 1, 2);
	const shifted = { op: 'zero-padding', top: -1, bottom: 1, left: -1, right: 1 } as const;
	return sequence(
		relu,
		branches(
			'concatenate',
			sequence(every, convolution(Math.floor(out / 2), 1)),
			sequence(shifted, every, convolution(Math.floor(out / 2), 1)),
		),
		normalization,
	);
}

/** How the left input of a cell comes to the size of the right one. */
type LeftInput = 'same' | 'halved';

function fitted(left: LeftInput, out: number): Layer {
	return left === 'same' ? preactivated(out) : factorizedReduction(out);
}

export function average(stride: number): Pooling {
	return pooling('average', 3, stride, { padding: 1, countPadding: false });
}

export function maximum(stride: number): Pooling {
	return pooling('max', 3, stride, { padding: 1 });
}

/** Figure 4, left: h is the output of the cell before, p that of the one before it. */
function normalCell(out: number, left: LeftInput): Layer {
	const three = separableTwice(out, 3);
	const five = separableTwice(out, 5);
	return graph(
		['previous', 'input'],
		[
			node('p', 'add', part('previous', fitted(left, out))),
			node('h', 'add', part('input', preactivated(out))),
			node('comb0', 'add', part('h', five), part('p', three)),
			node('comb1', 'add', part('p', five), part('p', three)),
			node('comb2', 'add', part('h', average(1)), part('p', identity)),
			node('comb3', 'add', part('p', average(1)), part('p', average(1))),
			node('comb4', 'add', part('h', three), part('h', identity)),
			node('out', 'concatenate', ...['p', 'comb0', 'comb1', 'comb2', 'comb3', 'comb4'].map(name => part(name))),
		],
		'out',
	);
}

/** Figure 4, right. In the first stem cell both inputs are the image, of which `p` is seen as it is. */
function reductionNodes(out: number, middle: number | 'same', strides: Strides): readonly GraphNode[] {
	const strided = (kernel: number, between: number | 'same'): Layer =>
		separableTwice(out, kernel, 2, between, strides);
	const largest = placed(strides, maximum(2));
	const mean = placed(strides, average(2));
	return [
		node('comb0', 'add', part('h', strided(5, 'same')), part('p', strided(7, middle))),
		node('comb1', 'add', part('h', largest), part('p', strided(7, middle))),
		node('comb2', 'add', part('h', mean), part('p', strided(5, middle))),
		node('comb3', 'add', part('comb0', average(1)), part('comb1', identity)),
		node('comb4', 'add', part('comb0', separableTwice(out, 3, 1, 'same', strides)), part('h', largest)),
		node('out', 'concatenate', ...['comb1', 'comb2', 'comb3', 'comb4'].map(name => part(name))),
	];
}

function reductionCell(out: number, left: LeftInput, strides: Strides): Layer {
	return graph(
		['previous', 'input'],
		[
			node('p', 'add', part('previous', fitted(left, out))),
			node('h', 'add', part('input', preactivated(out))),
			...reductionNodes(out, 'same', strides),
		],
		'out',
	);
}

function stemCell(out: number): Layer {
	return graph(['p'], [node('h', 'add', part('p', preactivated(out))), ...reductionNodes(out, out, 'plain')], 'out');
}

/**
 * PNASNet-5 (arXiv 1712.00559, figure 1) with 4 cells of each group and 216 channels at first, for images of 331 px.
 * @param shifted reduction cells that are as `NasNetOptions.shifted`.
 */
export function pnasNet5Large(shifted: readonly string[] = []): Network {
	const stages: Stage[] = [
		{ name: 'conv0', layer: convolutionBlock(96, 3, { stride: 2, padding: 0, act: 'none' }) },
		{ name: 'stem0', layer: pnasStem(54) },
		{ name: 'stem1', layer: pnasCell(108, 'halved', 2), from: ['conv0', 'stem0'] },
	];
	let [before, last] = ['stem0', 'stem1'];
	let isHalved = true;
	for (let cell = 0; cell < 12; cell++) {
		const isReduction = cell === 4 || cell === 8;
		const name = `cell${String(cell)}`;
		const layer = pnasCell(
			216 << Math.floor(cell / 4),
			isHalved ? 'halved' : 'same',
			isReduction ? 2 : 1,
			shifted.includes(name) ? 'shifted' : 'plain',
		);
		stages.push({ name, layer, from: [before, last] });
		[before, last] = [last, name];
		isHalved = isReduction;
	}
	stages.push({ name: 'classifier', layer: sequence(relu, classifier()), from: [last] });
	return { name: 'PNASNet-5 large', stages };
}

function pnasNodes(out: number, stride: number, first: GraphNode, strides: Strides = 'plain'): readonly GraphNode[] {
	const strided = (kernel: number): Layer => separableTwice(out, kernel, stride, 'same', strides);
	const largest = placed(strides, maximum(stride));
	const right = stride === 1 ? identity : preactivated(out, stride);
	return [
		first,
		node('comb1', 'add', part('h', strided(7)), part('h', largest)),
		node('comb2', 'add', part('h', strided(5)), part('h', strided(3))),
		node('comb3', 'add', part('comb2', separableTwice(out, 3)), part('h', largest)),
		node('comb4', 'add', part('p', separableTwice(out, 3, stride, out, strides)), part('h', right)),
		node('out', 'concatenate', ...['comb0', 'comb1', 'comb2', 'comb3', 'comb4'].map(name => part(name))),
	];
}

function pnasCell(out: number, left: LeftInput, stride: number, strides: Strides = 'plain'): Layer {
	const first = node(
		'comb0',
		'add',
		part('p', separableTwice(out, 5, stride, 'same', strides)),
		part('p', placed(strides, maximum(stride))),
	);
	return graph(
		['previous', 'input'],
		[
			node('p', 'add', part('previous', fitted(left, out))),
			node('h', 'add', part('input', preactivated(out))),
			...pnasNodes(out, stride, first, strides),
		],
		'out',
	);
}

/** In the first cell both inputs are the image, which is brought to the channels of the cell after its pooling. */
function pnasStem(out: number): Layer {
	const first = node(
		'comb0',
		'add',
		part('p', separableTwice(out, 5, 2, out)),
		part('p', sequence(maximum(2), convolution(out, 1), normalization)),
	);
	return graph(['p'], [node('h', 'add', part('p', preactivated(out))), ...pnasNodes(out, 2, first)], 'out');
}
