import type { Layer, NamedLayer, Network } from './layers.ts';

/**
 * A network with TensorFlow's padding at every convolution that strides. At the others it is the padding of an odd kernel
 * that they have. Graphs, splits and gates stay as they are: no network with this padding has them.
 */
export function withSamePadding(network: Network): Network {
	return { ...network, stages: network.stages.map(inNamed) };
}

function inNamed<Named extends NamedLayer>(named: Named): Named {
	const layer = inLayer(named.layer);
	return layer === named.layer ? named : { ...named, layer };
}

function inLayer(layer: Layer): Layer {
	switch (layer.op) {
		case 'convolution':
			return layer.stride[0] * layer.stride[1] > 1 ? { ...layer, padding: 'same' } : layer;
		case 'sequence': {
			const layers = layer.layers.map(inNamed);
			return areSame(layers, layer.layers) ? layer : { ...layer, layers };
		}
		case 'branches': {
			const branches = layer.branches.map(inNamed);
			return areSame(branches, layer.branches) ? layer : { ...layer, branches };
		}
		default:
			return layer;
	}
}

function areSame(some: readonly NamedLayer[], others: readonly NamedLayer[]): boolean {
	return some.every((each, at) => each === others[at]);
}
