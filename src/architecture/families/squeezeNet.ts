import {
	branches,
	convolution,
	globalPooling,
	pooling,
	relu,
	sequence,
	type Layer,
	type NamedLayer,
	type Network,
} from '../layers.ts';
import { residual } from '../blocks.ts';

/** Squeezed channels of the fire modules 2 to 9 (SqueezeNet, arXiv 1602.07360, table 1); each expands to eight times as many. */
const squeezed = [16, 16, 32, 32, 48, 48, 64, 64];

export interface SqueezeNetOptions {
	/** 1.1 has a smaller first convolution and pools earlier: 2.4 times fewer multiply-accumulates. */
	readonly version: '1.0' | '1.1';
	/**
	 * Shortcuts beside fire modules (section 6): simple ones where the channels stay the same, complex ones with a
	 * convolution of 1 x 1 beside the others, too.
	 */
	readonly bypass?: 'simple' | 'complex';
}

/** SqueezeNet. Pooling counts windows that end outside the image (ceil mode), as in Caffe and torchvision. */
export function squeezeNet({ version, bypass }: SqueezeNetOptions): Network {
	const isFirst = version === '1.0';
	const pool = pooling('max', 3, 2, { ceil: true });
	const pooledAfter = isFirst ? [4, 8] : [3, 5];
	const modules = squeezed.map((channels, place): NamedLayer => {
		const module = place + 2;
		const layers: Layer[] = [bypassed(channels, module, bypass), ...(pooledAfter.includes(module) ? [pool] : [])];
		return { name: `fire${String(module)}`, layer: sequence(...layers) };
	});
	const stem = isFirst
		? convolution(96, 7, { stride: 2, padding: 0, bias: true })
		: convolution(64, 3, { stride: 2, padding: 0, bias: true });
	return {
		name: `SqueezeNet ${version}${bypass ? ` with ${bypass} bypass` : ''}`,
		stages: [
			{ name: 'conv1', layer: sequence(stem, relu, pool) },
			...modules,
			{ name: 'conv10', layer: sequence(convolution(1000, 1, { bias: true }), relu, globalPooling) },
		],
	};
}

/** Figure 2: the modules 3, 5, 7 and 9 keep the number of channels. */
function bypassed(channels: number, module: number, bypass: SqueezeNetOptions['bypass']): Layer {
	const body = fire(channels, 4 * channels, 4 * channels);
	if (bypass === undefined) return body;
	if (module % 2 === 1) return residual(body);
	return bypass === 'complex' ? residual(body, convolution(8 * channels, 1, { bias: true })) : body;
}

/** A squeezing convolution and two that expand beside one another (section 3.2). */
export function fire(squeezedTo: number, expand1x1: number, expand3x3: number): Layer {
	return sequence(
		{ name: 'squeeze', layer: convolution(squeezedTo, 1, { bias: true }) },
		relu,
		branches(
			'concatenate',
			{ name: 'expand1x1', layer: sequence(convolution(expand1x1, 1, { bias: true }), relu) },
			{ name: 'expand3x3', layer: sequence(convolution(expand3x3, 3, { bias: true }), relu) },
		),
	);
}
