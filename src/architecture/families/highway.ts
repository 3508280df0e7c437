import {
	activation,
	adaptivePooling,
	convolution,
	linear,
	pooling,
	relu,
	sequence,
	type HighwayGate,
	type NamedLayer,
	type Network,
} from '../layers.ts';

/** Layers behind which the image is halved. */
const pooledBehind: ReadonlySet<number> = new Set([3, 6, 9]);
const highwayLayers = 8;

/**
 * The convolutional highway network of ten layers for the gray images of MNIST, of 28 px (Training Very Deep Networks, arXiv
 * 1507.06228, table 1): a plain convolution, highway layers of as many filters, and a classifier. The paper prints 39 K and
 * 151 K parameters for 16 and 32 filters but not where it pools: they are those of a last map of 3 x 3, so that the image is
 * halved three times. A larger one is averaged to 3 x 3.
 */
export function highwayNetwork({ filters }: { readonly filters: number }): Network {
	const layers = Array.from({ length: highwayLayers }, (_, place): NamedLayer => {
		const number = place + 2;
		const layer = highwayLayer(filters);
		return {
			name: `highway${String(number)}`,
			layer: pooledBehind.has(number) ? sequence(layer, pooling('max', 2, 2)) : layer,
		};
	});
	return {
		name: `Highway network (MNIST, ${String(filters)} filters)`,
		imageChannels: 1,
		stages: [
			{ name: 'conv1', layer: sequence(convolution(filters, 3, { bias: true }), relu) },
			...layers,
			{ name: 'classifier', layer: sequence(adaptivePooling(3), linear(10)) },
		],
	};
}

/** Section 2.1: transform and gate see the same and have the same shape. */
function highwayLayer(filters: number): HighwayGate {
	const transform = sequence(convolution(filters, 3, { bias: true }), relu);
	const gate = sequence(convolution(filters, 3, { bias: true }), activation('sigmoid'));
	return {
		op: 'highway-gate',
		transform: { name: 'transform', layer: transform },
		gate: { name: 'gate', layer: gate },
	};
}
