import type {
	Branches,
	ChannelSplit,
	Convolution,
	Graph,
	HighwayGate,
	Join,
	Layer,
	Pooling,
	Sequence,
} from './layers.ts';
import { sizeText, type Shape, type ShapeError } from './shape.ts';
import type { Tally } from './tally.ts';

/** A layer without others inside it. */
export type LeafLayer = Exclude<Layer, Sequence | Branches | ChannelSplit | HighwayGate | Graph>;

/**
 * What goes out of a layer at the shape that comes in.
 * @throws {ShapeError} if the layer does not take it.
 */
export function outputShape(layer: LeafLayer, input: Shape, tally: Tally): Shape {
	const { channels, height, width } = input;
	switch (layer.op) {
		case 'convolution':
			return convolved(layer, input, tally);
		case 'normalization':
		case 'activation':
		case 'scaling':
			return input;
		case 'linear':
			return { channels: layer.out, height: 1, width: 1 };
		case 'pooling':
			return pooled(layer, input, tally);
		case 'adaptive-pooling':
			return { channels, height: layer.output[0], width: layer.output[1] };
		case 'zero-padding':
			return { channels, height: height + layer.top + layer.bottom, width: width + layer.left + layer.right };
		case 'upsampling':
			// an integer product: shapes that V8 takes for fractions need four times the memory
			return { channels, height: Math.imul(height, layer.factor), width: Math.imul(width, layer.factor) };
		case 'channel-shuffle':
			divided(channels, layer.groups, 'channels', tally);
			return input;
	}
}

/** @throws {ShapeError} if the kernel is larger than the padded image, or channels do not divide into the groups. */
function convolved(layer: Convolution, input: Shape, tally: Tally): Shape {
	const channels = layer.out === 'same' ? input.channels : layer.out;
	const groups = layer.groups === 'depthwise' ? input.channels : layer.groups;
	if (groups > 1) {
		divided(channels, groups, 'output channels', tally);
		divided(input.channels, groups, 'channels', tally);
	}
	return {
		channels,
		height: convolvedSide(layer, input, 0, tally),
		width: convolvedSide(layer, input, 1, tally),
	};
}

function convolvedSide(
	{ kernel, stride, padding, dilation }: Convolution,
	input: Shape,
	axis: 0 | 1,
	tally: Tally,
): number {
	const side = axis === 0 ? input.height : input.width;
	if (padding === 'same') return Math.ceil(side / stride[axis]);
	const covered = dilation * (kernel[axis] - 1) + 1;
	const room = side + 2 * padding[axis] - covered;
	if (room < 0) throw tooSmall(tally, `a kernel of ${String(covered)}`, input);
	return Math.floor(room / stride[axis]) + 1;
}

/** @throws {ShapeError} if the window is larger than the padded image. */
function pooled(layer: Pooling, input: Shape, tally: Tally): Shape {
	return {
		channels: input.channels,
		height: pooledSide(layer, input, 0, tally),
		width: pooledSide(layer, input, 1, tally),
	};
}

function pooledSide({ kernel, stride, padding, ceil }: Pooling, input: Shape, axis: 0 | 1, tally: Tally): number {
	const side = axis === 0 ? input.height : input.width;
	const room = side + 2 * padding[axis] - kernel[axis];
	if (room < 0) throw tooSmall(tally, `a window of ${String(kernel[axis])}`, input);
	if (!ceil) return Math.floor(room / stride[axis]) + 1;
	const outputs = Math.ceil(room / stride[axis]) + 1;
	// PyTorch leaves out a last window that would begin in the padding behind the image
	return (outputs - 1) * stride[axis] >= side + padding[axis] ? outputs - 1 : outputs;
}

function tooSmall(tally: Tally, what: string, input: Shape): ShapeError {
	return tally.fault(`${what} does not fit ${sizeText(input)} px; expected a larger input`);
}

/** @throws {ShapeError} if the shapes do not fit one another. */
export function joined(join: Join, shapes: readonly Shape[], tally: Tally): Shape {
	return join === 'concatenate' ? concatenated(shapes, tally) : alike(shapes, tally);
}

function concatenated(shapes: readonly Shape[], tally: Tally): Shape {
	const [first = nothing] = shapes;
	let channels = 0;
	for (const shape of shapes) {
		if (shape.height !== first.height || shape.width !== first.width)
			throw tally.fault(`branches of ${sizeText(first)} and ${sizeText(shape)} px; expected one size`);
		channels += shape.channels;
	}
	return { channels, height: first.height, width: first.width };
}

const nothing: Shape = { channels: 0, height: 0, width: 0 };

/**
 * One shape for shapes that are the same, or of which one has a side of 1 px that is stretched.
 * @throws {ShapeError} if they are not.
 */
export function alike(shapes: readonly Shape[], tally: Tally): Shape {
	const [first = nothing] = shapes;
	for (const shape of shapes) {
		const { channels, height, width } = shape;
		const isOneSize = (height === first.height && width === first.width) || height * width === 1;
		if (channels !== first.channels || !isOneSize)
			throw tally.fault(`branches of ${shapeText(first)} and ${shapeText(shape)}; expected the same`);
	}
	return first;
}

function shapeText(shape: Shape): string {
	return `${String(shape.channels)} channels of ${sizeText(shape)} px`;
}

/** @throws {ShapeError} if it leaves a rest. */
export function divided(channels: number, parts: number, what: string, tally: Tally): number {
	if (channels % parts === 0) return channels / parts;
	throw tally.fault(`${String(channels)} ${what} do not divide into ${String(parts)} groups`);
}
