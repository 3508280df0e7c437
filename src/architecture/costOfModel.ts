import type { Pair } from './layers.ts';
import { networkOf } from './networkOf.ts';
import { ShapeError, traceNetwork, type NetworkCost } from './traceNetwork.ts';

/** The cost of a model at an input size in px; undefined where its layers are not described or do not take the size. */
export function costOfModel(modelId: string, input: Pair): NetworkCost | undefined {
	const network = networkOf(modelId);
	try {
		return network && traceNetwork(network, input);
	} catch (error) {
		if (error instanceof ShapeError) return undefined;
		throw error;
	}
}
