import { identity, type Graph, type GraphNode, type GraphPart, type Layer } from './layers.ts';

export function graph(inputs: readonly string[], nodes: readonly GraphNode[], ...outputs: readonly string[]): Graph {
	return { op: 'graph', inputs, nodes, outputs };
}

/** The value of a graph that `join` makes of earlier ones. */
export function node(name: string, join: GraphNode['join'], ...parts: readonly GraphPart[]): GraphNode {
	return { name, join, parts };
}

/** An earlier value of a graph, and what is done with it. */
export function part(from: string, layer: Layer = identity): GraphPart {
	return { from, layer };
}
