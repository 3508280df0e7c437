import { graph, node, part } from '../graph.ts';
import type { Graph, Layer } from '../layers.ts';

/** What a single-shot detector reads from one of its maps. */
export interface DetectionHead {
	/** Begins the names of its two outputs; that of the map where it is not given. */
	readonly name?: string;
	/** The stage whose output is the map. */
	readonly map: string;
	readonly classes: Layer;
	readonly boxes: Layer;
}

/** The scores of the classes on every map, then the boxes, each in the order of the heads (SSD, arXiv 1512.02325, section 2.1). */
export function detectionHeads(heads: readonly DetectionHead[]): Graph {
	const outputs = [
		...heads.map(({ map, name = map, classes }) => node(`${name}_classes`, 'add', part(map, classes))),
		...heads.map(({ map, name = map, boxes }) => node(`${name}_boxes`, 'add', part(map, boxes))),
	];
	return graph(mapsOf(heads), outputs, ...outputs.map(({ name }) => name));
}

/** Each map once: what comes into the stage of the heads. */
export function mapsOf(heads: readonly DetectionHead[]): readonly string[] {
	return [...new Set(heads.map(({ map }) => map))];
}

/** Numbers of a box: its place and its size. */
export const coordinates = 4;

/** Classes of PASCAL VOC with the background. */
export const vocClasses = 21;
