import { graph, node, part } from '../graph.ts';
import { convolution, relu, sequence, type ConvolutionOptions, type Layer, type Stage } from '../layers.ts';

/** What a single-shot detector reads from one of its maps. */
export interface DetectionHead {
	/** Begins the names of its two outputs; that of the map where it is not given. */
	readonly name?: string;
	/** The stage whose output is the map. */
	readonly map: string;
	readonly classes: Layer;
	readonly boxes: Layer;
}

/** The last stage: the scores of the classes on every map, then the boxes, each in the order of the heads (SSD, arXiv 1512.02325, section 2.1). */
export function detectionHeads(heads: readonly DetectionHead[]): Stage {
	const maps = [...new Set(heads.map(({ map }) => map))];
	const outputs = [
		...heads.map(({ map, name = map, classes }) => node(`${name}_classes`, 'add', part(map, classes))),
		...heads.map(({ map, name = map, boxes }) => node(`${name}_boxes`, 'add', part(map, boxes))),
	];
	return { name: 'heads', layer: graph(maps, outputs, ...outputs.map(({ name }) => name)), from: maps };
}

/** What makes a further, smaller map: a convolution that squeezes the channels, and one of 3 x 3 (SSD, figure 2). */
export function extraMap(squeezed: number, out: number, options: ConvolutionOptions): Layer {
	return sequence(
		convolution(squeezed, 1, { bias: true }),
		relu,
		convolution(out, 3, { ...options, bias: true }),
		relu,
	);
}

/** Numbers of a box: its place and its size. */
export const coordinates = 4;

/** Classes of PASCAL VOC with the background. */
export const vocClasses = 21;
