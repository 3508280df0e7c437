import type { Convolution, Layer, NamedLayer, Network, Pair, Pooling } from './layers.ts';

/** Channels, height and width of what goes from one layer to the next. */
export interface Shape {
	readonly channels: number;
	readonly height: number;
	readonly width: number;
}

/** Exact whole numbers, of one image. */
export interface Cost {
	/** Weights, biases, and the scales and shifts of normalization. */
	readonly params: number;
	/** Products of convolutions and fully connected layers; bias, normalization, activation and pooling count 0. */
	readonly macs: number;
	/** Numbers that convolutions and fully connected layers put out, as fvcore counts them. */
	readonly activations: number;
}

export interface StageCost extends Cost {
	readonly name: string;
	readonly output: Shape;
}

export interface NetworkCost extends Cost {
	readonly stages: readonly StageCost[];
}

/** What is wrong between a layer and what comes in. The message begins with the place of the layer. */
export class ShapeError extends Error {
	override readonly name = 'ShapeError';
}

interface Traced extends Cost {
	readonly output: Shape;
}

const nothing: Cost = { params: 0, macs: 0, activations: 0 };

/**
 * The cost of a network at an input size in px, found by following the shape of an image through its layers.
 * @throws {ShapeError} if the image is too small or a layer does not fit the one before it.
 */
export function traceNetwork(network: Network, [height, width]: Pair): NetworkCost {
	let shape: Shape = { channels: 3, height, width };
	const stages = network.stages.map(({ name, layer }): StageCost => {
		const { output, ...cost } = trace(layer, shape, name);
		shape = output;
		return { name, output, ...cost };
	});
	return { ...sum(stages), stages };
}

function sum(costs: readonly Cost[]): Cost {
	return costs.reduce(
		(all, { params, macs, activations }) => ({
			params: all.params + params,
			macs: all.macs + macs,
			activations: all.activations + activations,
		}),
		nothing,
	);
}

function trace(layer: Layer, input: Shape, place: string): Traced {
	switch (layer.op) {
		case 'convolution':
			return traceConvolution(layer, input, place);
		case 'linear': {
			const inputs = input.channels * input.height * input.width;
			const macs = inputs * layer.out;
			const output = { channels: layer.out, height: 1, width: 1 };
			return { output, macs, params: macs + (layer.bias ? layer.out : 0), activations: layer.out };
		}
		case 'normalization':
			return { output: input, ...nothing, params: 2 * input.channels };
		case 'pooling':
			return { output: pooled(layer, input, place), ...nothing };
		case 'adaptive-pooling':
			return { output: { ...input, height: layer.output[0], width: layer.output[1] }, ...nothing };
		case 'activation':
			return { output: input, ...nothing };
		case 'channel-shuffle':
			divided(input.channels, layer.groups, 'channels', place);
			return { output: input, ...nothing };
		case 'sequence':
			return traceSequence(layer.layers, input, place);
		case 'branches': {
			const traced = layer.branches.map(({ name, layer: each }) => trace(each, input, `${place}.${name}`));
			const outputs = traced.map(({ output }) => output);
			const output = layer.join === 'concatenate' ? concatenated(outputs, place) : alike(outputs, place);
			return { output, ...sum(traced) };
		}
		case 'channel-split': {
			const channels = divided(input.channels, layer.branches.length, 'channels', place);
			const traced = layer.branches.map(({ name, layer: each }) =>
				trace(each, { ...input, channels }, `${place}.${name}`),
			);
			const output = concatenated(
				traced.map(each => each.output),
				place,
			);
			return { output, ...sum(traced) };
		}
	}
}

function traceSequence(layers: readonly NamedLayer[], input: Shape, place: string): Traced {
	let shape = input;
	const traced = layers.map(({ name, layer }) => {
		const each = trace(layer, shape, `${place}.${name}`);
		shape = each.output;
		return each;
	});
	return { ...sum(traced), output: shape };
}

function traceConvolution(layer: Convolution, input: Shape, place: string): Traced {
	const { out, kernel, stride, padding, dilation, bias } = layer;
	const groups = layer.groups === 'depthwise' ? input.channels : layer.groups;
	divided(out, groups, 'output channels', place);
	const seen = divided(input.channels, groups, 'channels', place);
	const sideOf = (side: number, axis: 0 | 1): number => {
		const covered = dilation * (kernel[axis] - 1) + 1;
		const room = side + 2 * padding[axis] - covered;
		if (room < 0) throw tooSmall(place, `a kernel of ${String(covered)}`, input);
		return Math.floor(room / stride[axis]) + 1;
	};
	const output = { channels: out, height: sideOf(input.height, 0), width: sideOf(input.width, 1) };
	const weights = out * seen * kernel[0] * kernel[1];
	const area = output.height * output.width;
	return { output, params: weights + (bias ? out : 0), macs: weights * area, activations: out * area };
}

function pooled({ kernel, stride, padding, ceil }: Pooling, input: Shape, place: string): Shape {
	const sideOf = (side: number, axis: 0 | 1): number => {
		const room = side + 2 * padding[axis] - kernel[axis];
		if (room < 0) throw tooSmall(place, `a window of ${String(kernel[axis])}`, input);
		if (!ceil) return Math.floor(room / stride[axis]) + 1;
		const outputs = Math.ceil(room / stride[axis]) + 1;
		// PyTorch leaves out a last window that would begin in the padding behind the image
		return (outputs - 1) * stride[axis] >= side + padding[axis] ? outputs - 1 : outputs;
	};
	return { channels: input.channels, height: sideOf(input.height, 0), width: sideOf(input.width, 1) };
}

function concatenated(shapes: readonly Shape[], place: string): Shape {
	const [first = { channels: 0, height: 0, width: 0 }] = shapes;
	const other = shapes.find(({ height, width }) => height !== first.height || width !== first.width);
	if (other)
		throw new ShapeError(`${place}: branches of ${sizeText(first)} and ${sizeText(other)} px; expected one size`);
	return { ...first, channels: shapes.reduce((channels, shape) => channels + shape.channels, 0) };
}

/** One shape for shapes that are the same, or of which one has a side of 1 px that is stretched. */
function alike(shapes: readonly Shape[], place: string): Shape {
	const [first = { channels: 0, height: 0, width: 0 }, ...others] = shapes;
	const different = others.find(
		({ channels, height, width }) =>
			channels !== first.channels || ((height !== first.height || width !== first.width) && height * width !== 1),
	);
	if (!different) return first;
	const text = ({ channels, ...size }: Shape): string =>
		`${String(channels)} channels of ${sizeText({ channels, ...size })} px`;
	throw new ShapeError(`${place}: branches of ${text(first)} and ${text(different)}; expected the same`);
}

function divided(channels: number, parts: number, what: string, place: string): number {
	if (channels % parts === 0) return channels / parts;
	throw new ShapeError(`${place}: ${String(channels)} ${what} do not divide into ${String(parts)} groups`);
}

function tooSmall(place: string, what: string, input: Shape): ShapeError {
	return new ShapeError(`${place}: ${what} does not fit ${sizeText(input)} px; expected a larger input`);
}

function sizeText({ height, width }: Shape): string {
	return `${String(height)} × ${String(width)}`;
}
