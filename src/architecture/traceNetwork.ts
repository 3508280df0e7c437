import type { Convolution, Graph, Join, Layer, NamedLayer, Network, Pair, Pooling, Sequence } from './layers.ts';

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
	/** What it hands on; of most stages one value. */
	readonly outputs: readonly Shape[];
}

export interface NetworkCost extends Cost {
	readonly stages: readonly StageCost[];
}

/** What is wrong between a layer and what comes in. The message begins with the place of the layer. */
export class ShapeError extends Error {
	override readonly name = 'ShapeError';
}

/** What a layer costs and hands on. Only the layers of a graph or of a network's stages hand on several values. */
interface Traced extends Cost {
	readonly outputs: readonly Shape[];
}

/** Where a layer stands. */
interface Place {
	readonly name: string;
	/** Names of shared weights that were counted before. */
	readonly shared: Set<string>;
}

function within({ name, shared }: Place, part: string): Place {
	return { name: `${name}.${part}`, shared };
}

const nothing: Cost = { params: 0, macs: 0, activations: 0 };

/**
 * The cost of a network at an input size in px, found by following the shape of an image through its layers.
 * @throws {ShapeError} if the image is too small or a layer does not fit the one before it.
 */
export function traceNetwork(network: Network, [height, width]: Pair): NetworkCost {
	const image: Shape = { channels: 3, height, width };
	const values = new Map<string, readonly Shape[]>();
	let before: readonly Shape[] = [image];
	const shared = new Set<string>();
	const stages = network.stages.map(({ name, layer, from }): StageCost => {
		const inputs = from ? from.flatMap(each => valueNamed(values, each, name)) : before;
		const { outputs, ...cost } = trace(layer, inputs, { name, shared });
		values.set(name, outputs);
		before = outputs;
		return { name, outputs, ...cost };
	});
	return { ...sum(stages), stages };
}

/**
 * The cost of the head that training alone uses, which `traceNetwork` leaves out; nothing without one.
 * @throws {ShapeError} as `traceNetwork`; the head may need a larger image than the network.
 */
export function traceAuxiliary(network: Network, input: Pair): Cost {
	if (!network.auxiliary) return nothing;
	const { stages } = traceNetwork({ ...network, stages: [...network.stages, network.auxiliary] }, input);
	return sum(stages.slice(-1));
}

function valueNamed<T>(values: ReadonlyMap<string, T>, name: string, place: string): T {
	const value = values.get(name);
	if (value !== undefined) return value;
	throw new ShapeError(`${place}: nothing before it is called ${name}`);
}

function sum(costs: readonly Cost[]): Cost {
	let [params, macs, activations] = [0, 0, 0];
	for (const cost of costs) {
		params += cost.params;
		macs += cost.macs;
		activations += cost.activations;
	}
	return { params, macs, activations };
}

function trace(layer: Layer, inputs: readonly Shape[], place: Place): Traced {
	if (layer.op === 'graph') return traceGraph(layer, inputs, place);
	if (layer.op === 'sequence') return traceSequence(layer.layers, inputs, place);
	const [input, ...others] = inputs;
	if (!input || others.length > 0)
		throw new ShapeError(`${place.name}: ${String(inputs.length)} values come in; expected one`);
	return traceOne(layer, input, place);
}

function traceSequence(layers: readonly NamedLayer[], inputs: readonly Shape[], place: Place): Traced {
	let values = inputs;
	const traced = layers.map(({ name, layer }) => {
		const each = trace(layer, values, within(place, name));
		values = each.outputs;
		return each;
	});
	return { ...sum(traced), outputs: values };
}

function traceGraph(graph: Graph, inputs: readonly Shape[], place: Place): Traced {
	if (inputs.length !== graph.inputs.length) {
		const expected = graph.inputs.join(', ');
		throw new ShapeError(`${place.name}: ${String(inputs.length)} values come in; expected ${expected}`);
	}
	const values = new Map<string, Shape>();
	for (const [index, name] of graph.inputs.entries()) {
		const input = inputs[index];
		if (input) values.set(name, input);
	}
	const costs: Cost[] = [];
	for (const { name, join, parts } of graph.nodes) {
		const at = within(place, name);
		const traced = parts.map(({ from, layer }) => trace(layer, [valueNamed(values, from, at.name)], at));
		costs.push(...traced);
		values.set(name, joined(join, traced, at));
	}
	return { ...sum(costs), outputs: graph.outputs.map(name => valueNamed(values, name, place.name)) };
}

type SingleLayer = Exclude<Layer, Graph | Sequence>;

function traceOne(layer: SingleLayer, input: Shape, place: Place): Traced {
	switch (layer.op) {
		case 'convolution':
			return traceConvolution(layer, input, place);
		case 'linear': {
			const macs = input.channels * input.height * input.width * layer.out;
			const output = { channels: layer.out, height: 1, width: 1 };
			return { outputs: [output], macs, params: macs + (layer.bias ? layer.out : 0), activations: layer.out };
		}
		case 'normalization':
			return { outputs: [input], ...nothing, params: 2 * input.channels };
		case 'activation':
		case 'scaling':
			return free(input);
		case 'pooling':
			return free(pooled(layer, input, place));
		case 'adaptive-pooling':
			return free({ ...input, height: layer.output[0], width: layer.output[1] });
		case 'zero-padding': {
			const height = input.height + layer.top + layer.bottom;
			return free({ ...input, height, width: input.width + layer.left + layer.right });
		}
		case 'upsampling':
			return free({ ...input, height: input.height * layer.factor, width: input.width * layer.factor });
		case 'channel-shuffle':
			divided(input.channels, layer.groups, 'channels', place);
			return free(input);
		case 'branches':
			return traceBranches(layer.join, layer.branches, input, place);
		case 'channel-split': {
			const channels = divided(input.channels, layer.branches.length, 'channels', place);
			return traceBranches('concatenate', layer.branches, { ...input, channels }, place);
		}
		case 'highway-gate': {
			const traced = traceBranches('add', [layer.transform, layer.gate], input, place);
			return { ...traced, outputs: [alike([input, ...traced.outputs], place)] };
		}
	}
}

function free(output: Shape): Traced {
	return { outputs: [output], ...nothing };
}

function traceBranches(join: Join, each: readonly NamedLayer[], input: Shape, place: Place): Traced {
	const traced = each.map(({ name, layer }) => trace(layer, [input], within(place, name)));
	return { outputs: [joined(join, traced, place)], ...sum(traced) };
}

function joined(join: Join, traced: readonly Traced[], place: Place): Shape {
	const shapes = traced.flatMap(({ outputs }) => outputs);
	return join === 'concatenate' ? concatenated(shapes, place) : alike(shapes, place);
}

function traceConvolution(layer: Convolution, input: Shape, place: Place): Traced {
	const { kernel, stride, padding, dilation, bias } = layer;
	const out = layer.out === 'same' ? input.channels : layer.out;
	const groups = layer.groups === 'depthwise' ? input.channels : layer.groups;
	divided(out, groups, 'output channels', place);
	const seen = divided(input.channels, groups, 'channels', place);
	const sideOf = (side: number, axis: 0 | 1): number => {
		if (padding === 'same') return Math.ceil(side / stride[axis]);
		const covered = dilation * (kernel[axis] - 1) + 1;
		const room = side + 2 * padding[axis] - covered;
		if (room < 0) throw tooSmall(place, `a kernel of ${String(covered)}`, input);
		return Math.floor(room / stride[axis]) + 1;
	};
	const output = { channels: out, height: sideOf(input.height, 0), width: sideOf(input.width, 1) };
	const weights = out * seen * kernel[0] * kernel[1];
	const area = output.height * output.width;
	const isCounted = layer.sharedAs !== undefined && place.shared.has(layer.sharedAs);
	if (layer.sharedAs !== undefined) place.shared.add(layer.sharedAs);
	const params = isCounted ? 0 : weights + (bias ? out : 0);
	return { outputs: [output], params, macs: weights * area, activations: out * area };
}

function pooled({ kernel, stride, padding, ceil }: Pooling, input: Shape, place: Place): Shape {
	const sideOf = (side: number, axis: 0 | 1): number => {
		if (padding === 'same') return Math.ceil(side / stride[axis]);
		const room = side + 2 * padding[axis] - kernel[axis];
		if (room < 0) throw tooSmall(place, `a window of ${String(kernel[axis])}`, input);
		if (!ceil) return Math.floor(room / stride[axis]) + 1;
		const outputs = Math.ceil(room / stride[axis]) + 1;
		// PyTorch leaves out a last window that would begin in the padding behind the image
		return (outputs - 1) * stride[axis] >= side + padding[axis] ? outputs - 1 : outputs;
	};
	return { channels: input.channels, height: sideOf(input.height, 0), width: sideOf(input.width, 1) };
}

function concatenated(shapes: readonly Shape[], place: Place): Shape {
	const [first = { channels: 0, height: 0, width: 0 }] = shapes;
	const other = shapes.find(({ height, width }) => height !== first.height || width !== first.width);
	if (other)
		throw new ShapeError(
			`${place.name}: branches of ${sizeText(first)} and ${sizeText(other)} px; expected one size`,
		);
	return { ...first, channels: shapes.reduce((channels, shape) => channels + shape.channels, 0) };
}

/** One shape for shapes that are the same, or of which one has a side of 1 px that is stretched. */
function alike(shapes: readonly Shape[], place: Place): Shape {
	const [first = { channels: 0, height: 0, width: 0 }, ...others] = shapes;
	const different = others.find(
		({ channels, height, width }) =>
			channels !== first.channels || ((height !== first.height || width !== first.width) && height * width !== 1),
	);
	if (!different) return first;
	const text = ({ channels, ...size }: Shape): string =>
		`${String(channels)} channels of ${sizeText({ channels, ...size })} px`;
	throw new ShapeError(`${place.name}: branches of ${text(first)} and ${text(different)}; expected the same`);
}

function divided(channels: number, parts: number, what: string, place: Place): number {
	if (channels % parts === 0) return channels / parts;
	throw new ShapeError(`${place.name}: ${String(channels)} ${what} do not divide into ${String(parts)} groups`);
}

function tooSmall(place: Place, what: string, input: Shape): ShapeError {
	return new ShapeError(`${place.name}: ${what} does not fit ${sizeText(input)} px; expected a larger input`);
}

function sizeText({ height, width }: Shape): string {
	return `${String(height)} × ${String(width)}`;
}
