import { layerOf, replaced } from './innerLayer.ts';
import { type InnerLayer, type Layer, type Network } from './layers.ts';

/**
 * A network with TensorFlow's padding at every convolution that strides. At the others it is the padding of an odd kernel
 * that they have. Graphs, splits and gates stay as they are: no network with this padding has them.
 */
export function withSamePadding(network: Network): Network {
	return { ...network, stages: network.stages.map(stage => ({ ...stage, layer: padded(stage.layer) })) };
}

function padded(layer: Layer): Layer {
	switch (layer.op) {
		case 'convolution':
			return layer.stride[0] * layer.stride[1] > 1 ? { ...layer, padding: 'same' } : layer;
		case 'sequence': {
			const layers = layer.layers.map(paddedInner);
			return areSame(layers, layer.layers) ? layer : { ...layer, layers };
		}
		case 'branches': {
			const branches = layer.branches.map(paddedInner);
			return areSame(branches, layer.branches) ? layer : { ...layer, branches };
		}
		default:
			return layer;
	}
}

function paddedInner(inner: InnerLayer): InnerLayer {
	return replaced(inner, padded(layerOf(inner)));
}

function areSame(some: readonly InnerLayer[], others: readonly InnerLayer[]): boolean {
	return some.every((each, at) => each === others[at]);
}
