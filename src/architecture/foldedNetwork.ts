import type { Layer, NamedLayer, Network, Sequence } from './layers.ts';

/** A network whose convolutions have a bias each in place of the normalization behind them, as a deployed network has. */
export function foldedNetwork(network: Network): Network {
	return { ...network, stages: network.stages.map(stage => ({ ...stage, layer: folded(stage.layer) })) };
}

function folded(layer: Layer): Layer {
	switch (layer.op) {
		case 'sequence':
			return foldedSequence(layer);
		case 'branches':
			return { ...layer, branches: layer.branches.map(foldedNamed) };
		default:
			return layer;
	}
}

function foldedSequence({ op, layers }: Sequence): Sequence {
	const kept = layers.flatMap((named, place): readonly NamedLayer[] => {
		const isFolded = named.layer.op === 'normalization' && layers[place - 1]?.layer.op === 'convolution';
		if (isFolded) return [];
		const next = layers[place + 1]?.layer;
		if (named.layer.op === 'convolution' && next?.op === 'normalization')
			return [{ ...named, layer: { ...named.layer, bias: true } }];
		return [foldedNamed(named)];
	});
	return { op, layers: kept };
}

function foldedNamed(named: NamedLayer): NamedLayer {
	return { ...named, layer: folded(named.layer) };
}
