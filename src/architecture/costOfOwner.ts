import type { Network, Pair } from './layers.ts';
import { networkOfOwner, type NetworkOwner } from './ports.ts';
import { ShapeError } from './shape.ts';
import { traceNetwork, type NetworkCost } from './traceNetwork.ts';

/** The cost of a network at an input size in px; undefined where its layers are not described or do not take the size. */
export function costOfOwner(owner: NetworkOwner, input: Pair): NetworkCost | undefined {
	const network = networkOfOwner(owner);
	return network && costOrNothing(network, input);
}

/** The same of a network: undefined where it does not take the size. */
export function costOrNothing(network: Network, input: Pair): NetworkCost | undefined {
	try {
		return traceNetwork(network, input);
	} catch (error) {
		if (error instanceof ShapeError) return undefined;
		throw error;
	}
}
