import { layerOf, replaced } from './innerLayer.ts';
import { type InnerLayer, type Layer, type Network, type Sequence } from './layers.ts';

/** A network whose convolutions have a bias each in place of the normalization behind them, as a deployed network has. */
export function foldedNetwork(network: Network): Network {
	return { ...network, stages: network.stages.map(stage => ({ ...stage, layer: folded(stage.layer) })) };
}

function folded(layer: Layer): Layer {
	switch (layer.op) {
		case 'sequence':
			return foldedSequence(layer);
		case 'branches':
			return { ...layer, branches: layer.branches.map(each => replaced(each, folded(layerOf(each)))) };
		default:
			return layer;
	}
}

function foldedSequence({ op, layers }: Sequence): Sequence {
	const kept = layers.flatMap((each, place): readonly InnerLayer[] => {
		const layer = layerOf(each);
		if (layer.op === 'normalization' && opOf(layers[place - 1]) === 'convolution') return [];
		if (layer.op === 'convolution' && opOf(layers[place + 1]) === 'normalization')
			return [replaced(each, { ...layer, bias: true })];
		return [replaced(each, folded(layer))];
	});
	return { op, layers: kept };
}

function opOf(inner: InnerLayer | undefined): Layer['op'] | undefined {
	return inner && layerOf(inner).op;
}
