import { noParts, type CountedParts, type Counting } from './countedParts.ts';
import type { Convolution, Graph, Join, Layer, NamedLayer, Network, Pair, Pooling, Sequence } from './layers.ts';
import { imageOf, type Shape } from './shape.ts';

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
	readonly parts: CountedParts;
}

/** What is wrong between a layer and what comes in. The message begins with the place of the layer. */
export class ShapeError extends Error {
	override readonly name = 'ShapeError';
}

const nothing: Cost = { params: 0, macs: 0, activations: 0 };

/**
 * The cost of a network at an input size in px, found by following the shape of an image through its layers.
 * @throws {ShapeError} if the image is too small or a layer does not fit the one before it.
 */
export function traceNetwork(network: Network, input: Pair): NetworkCost {
	const values = new Map<string, readonly Shape[]>();
	let before: readonly Shape[] = [imageOf(network, input)];
	const tally = new Tally();
	const stages = network.stages.map(({ name, layer, from }): StageCost => {
		const place = { name };
		const inputs = from ? from.flatMap(each => valueNamed(values, each, place)) : before;
		before = trace(layer, inputs, place, tally);
		values.set(name, before);
		return { name, outputs: before, ...tally.take() };
	});
	return { ...sum(stages), stages, parts: tally.parts };
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

/** What the layers of a stage cost, as they are traced. */
class Tally {
	readonly parts: Counting = { ...noParts, activated: { ...noParts.activated } };
	private cost = { ...nothing };
	/** Names of shared weights that were counted before. */
	private readonly shared = new Set<string>();

	add(params: number, macs: number, activations: number): void {
		this.cost.params += params;
		this.cost.macs += macs;
		this.cost.activations += activations;
	}

	/** Whether weights of this name are met for the first time. */
	isNew(sharedAs: string | undefined): boolean {
		if (sharedAs === undefined) return true;
		const isNew = !this.shared.has(sharedAs);
		this.shared.add(sharedAs);
		return isNew;
	}

	/** The cost since the last call. */
	take(): Cost {
		const { cost } = this;
		this.cost = { ...nothing };
		return cost;
	}
}

/** Where a layer stands. Its text is only made where something is wrong. */
interface Place {
	readonly name: string;
	readonly parent?: Place;
}

function placeText({ name, parent }: Place): string {
	return parent ? `${placeText(parent)}.${name}` : name;
}

function valueNamed<T>(values: ReadonlyMap<string, T>, name: string, place: Place): T {
	const value = values.get(name);
	if (value !== undefined) return value;
	throw new ShapeError(`${placeText(place)}: nothing before it is called ${name}`);
}

/**
 * What a layer hands on at the shapes that come in: one value, or several from a graph alone.
 * @throws {ShapeError} as `traceNetwork`.
 */
export function outputsOf(layer: Layer, inputs: readonly Shape[], name: string): readonly Shape[] {
	return trace(layer, inputs, { name }, new Tally());
}

function trace(layer: Layer, inputs: readonly Shape[], place: Place, tally: Tally): readonly Shape[] {
	if (layer.op === 'graph') return traceGraph(layer, inputs, place, tally);
	if (layer.op === 'sequence') {
		let values = inputs;
		for (const { name, layer: each } of layer.layers) values = trace(each, values, { name, parent: place }, tally);
		return values;
	}
	const [input, ...others] = inputs;
	if (!input || others.length > 0)
		throw new ShapeError(`${placeText(place)}: ${String(inputs.length)} values come in; expected one`);
	return [traceOne(layer, input, place, tally)];
}

function traceGraph(graph: Graph, inputs: readonly Shape[], place: Place, tally: Tally): readonly Shape[] {
	if (inputs.length !== graph.inputs.length) {
		const expected = graph.inputs.join(', ');
		throw new ShapeError(`${placeText(place)}: ${String(inputs.length)} values come in; expected ${expected}`);
	}
	const values = new Map<string, Shape>();
	for (const [index, input] of inputs.entries()) values.set(graph.inputs[index] ?? '', input);
	for (const { name, join, parts } of graph.nodes) {
		const at = { name, parent: place };
		const shapes = parts.flatMap(({ from, layer }) => trace(layer, [valueNamed(values, from, at)], at, tally));
		values.set(name, joined(join, shapes, at));
	}
	return graph.outputs.map(name => valueNamed(values, name, place));
}

type SingleLayer = Exclude<Layer, Graph | Sequence>;

function traceOne(layer: SingleLayer, input: Shape, place: Place, tally: Tally): Shape {
	const { channels, height, width } = input;
	switch (layer.op) {
		case 'convolution':
			return traceConvolution(layer, input, place, tally);
		case 'linear': {
			const macs = channels * height * width * layer.out;
			tally.add(macs + (layer.bias ? layer.out : 0), macs, layer.out);
			tally.parts.linearMacs += macs;
			tally.parts.lastLinearParams = macs + (layer.bias ? layer.out : 0);
			tally.parts.linearParams += tally.parts.lastLinearParams;
			tally.parts.linearOutputs = layer.out;
			if (!layer.bias) tally.parts.unbiasedPairs += macs;
			return { channels: layer.out, height: 1, width: 1 };
		}
		case 'normalization':
			tally.add(2 * channels, 0, 0);
			tally.parts.normalizationParams += 2 * channels;
			tally.parts.normalized += channels * height * width;
			return input;
		case 'activation':
			tally.parts.activated[layer.kind] += channels * height * width;
			return input;
		case 'scaling':
			return input;
		case 'pooling': {
			const output = pooled(layer, input, place);
			tally.parts.windowInputs += channels * height * width;
			tally.parts.windowProducts += channels * output.height * output.width * layer.kernel[0] * layer.kernel[1];
			return output;
		}
		case 'adaptive-pooling':
			tally.parts.lastPooled = channels * height * width;
			tally.parts.pooled += tally.parts.lastPooled;
			return { channels, height: layer.output[0], width: layer.output[1] };
		case 'zero-padding':
			return { channels, height: height + layer.top + layer.bottom, width: width + layer.left + layer.right };
		case 'upsampling':
			tally.parts.upsampledInputs += channels * height * width;
			tally.parts.upsampled += channels * height * width * layer.factor ** 2;
			return { channels, height: height * layer.factor, width: width * layer.factor };
		case 'channel-shuffle':
			divided(channels, layer.groups, 'channels', place);
			tally.parts.shuffled += channels * height * width;
			return input;
		case 'branches':
			return traceBranches(layer.join, layer.branches, input, place, tally);
		case 'channel-split': {
			const each = divided(channels, layer.branches.length, 'channels', place);
			return traceBranches('concatenate', layer.branches, { channels: each, height, width }, place, tally);
		}
		case 'highway-gate': {
			const both = traceBranches('add', [layer.transform, layer.gate], input, place, tally);
			return alike([input, both], place);
		}
	}
}

function traceBranches(join: Join, each: readonly NamedLayer[], input: Shape, place: Place, tally: Tally): Shape {
	const shapes = each.flatMap(({ name, layer }) => trace(layer, [input], { name, parent: place }, tally));
	return joined(join, shapes, place);
}

function joined(join: Join, shapes: readonly Shape[], place: Place): Shape {
	return join === 'concatenate' ? concatenated(shapes, place) : alike(shapes, place);
}

function traceConvolution(layer: Convolution, input: Shape, place: Place, tally: Tally): Shape {
	const { kernel, stride, padding, dilation, bias, sharedAs } = layer;
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
	const isNew = tally.isNew(sharedAs);
	tally.add(isNew ? weights + (bias ? out : 0) : 0, weights * area, out * area);
	tally.parts.convolutionWeights += isNew ? weights : 0;
	tally.parts.convolutionMacs += weights * area;
	if (bias) tally.parts.biasedOutputs += out * area;
	else tally.parts.unbiasedPairs += out * seen;
	return output;
}

function pooled({ kernel, stride, padding, ceil }: Pooling, input: Shape, place: Place): Shape {
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

function concatenated(shapes: readonly Shape[], place: Place): Shape {
	const [first = { channels: 0, height: 0, width: 0 }] = shapes;
	const other = shapes.find(({ height, width }) => height !== first.height || width !== first.width);
	if (other)
		throw new ShapeError(
			`${placeText(place)}: branches of ${sizeText(first)} and ${sizeText(other)} px; expected one size`,
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
	throw new ShapeError(`${placeText(place)}: branches of ${text(first)} and ${text(different)}; expected the same`);
}

function divided(channels: number, parts: number, what: string, place: Place): number {
	if (channels % parts === 0) return channels / parts;
	throw new ShapeError(`${placeText(place)}: ${String(channels)} ${what} do not divide into ${String(parts)} groups`);
}

function tooSmall(place: Place, what: string, input: Shape): ShapeError {
	return new ShapeError(`${placeText(place)}: ${what} does not fit ${sizeText(input)} px; expected a larger input`);
}

function sizeText({ height, width }: Shape): string {
	return `${String(height)} × ${String(width)}`;
}
