import type { CountedParts } from './countedParts.ts';
import type { Convolution, Graph, Join, Layer, Linear, NamedLayer, Network, Pair, Sequence } from './layers.ts';
import { alike, convolved, divided, joined, pooled } from './outputShape.ts';
import { imageOf, type Shape } from './shape.ts';
import { Tally } from './tally.ts';

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

/** What goes from one layer to the next: one value of most, several of a graph alone. */
type Values = Shape | readonly Shape[];

/**
 * The cost of a network at an input size in px, found by following the shape of an image through its layers.
 * @throws {ShapeError} if the image is too small or a layer does not fit the one before it.
 */
export function traceNetwork(network: Network, input: Pair): NetworkCost {
	const values = new Map<string, Values>();
	const image = imageOf(network, input);
	let before: Values = image;
	const tally = new Tally();
	tally.sums.image = image.channels * image.height * image.width;
	const stages = network.stages.map(({ name, layer, from }): StageCost => {
		const { params, macs, activations } = tally.cost;
		tally.place.push(name);
		const inputs = from ? from.flatMap(each => valueNamed(values, each, tally)) : before;
		before = trace(layer, inputs, tally);
		tally.place.pop();
		values.set(name, before);
		return {
			name,
			outputs: isOne(before) ? [before] : before,
			params: tally.cost.params - params,
			macs: tally.cost.macs - macs,
			activations: tally.cost.activations - activations,
		};
	});
	return { ...tally.cost, stages, parts: tally.parts() };
}

/**
 * The cost of the head that training alone uses, which `traceNetwork` leaves out; nothing without one.
 * @throws {ShapeError} as `traceNetwork`; the head may need a larger image than the network.
 */
export function traceAuxiliary(network: Network, input: Pair): Cost {
	const stages = network.auxiliary ? [...network.stages, network.auxiliary] : [];
	const { params, macs, activations } = traceNetwork({ ...network, stages }, input).stages.at(-1) ?? noCost;
	return { params, macs, activations };
}

const noCost: Cost = { params: 0, macs: 0, activations: 0 };

function valueNamed<T>(values: ReadonlyMap<string, T>, name: string, tally: Tally): T {
	const value = values.get(name);
	if (value !== undefined) return value;
	throw tally.fault(`nothing before it is called ${name}`);
}

/**
 * What a layer hands on at the shapes that come in: one value, or several from a graph alone.
 * @throws {ShapeError} as `traceNetwork`.
 */
export function outputsOf(layer: Layer, inputs: readonly Shape[], name: string): readonly Shape[] {
	const tally = new Tally();
	tally.place.push(name);
	const outputs = trace(layer, inputs, tally);
	return isOne(outputs) ? [outputs] : outputs;
}

function isOne(values: Values): values is Shape {
	return 'channels' in values;
}

function trace(layer: Layer, inputs: Values, tally: Tally): Values {
	if (layer.op === 'sequence') return traceSequence(layer.layers, inputs, tally);
	if (layer.op === 'graph') return traceGraph(layer, isOne(inputs) ? [inputs] : inputs, tally);
	if (isOne(inputs)) return traceOne(layer, inputs, tally);
	const [input, ...others] = inputs;
	if (input && others.length === 0) return traceOne(layer, input, tally);
	throw tally.fault(`${String(inputs.length)} values come in; expected one`);
}

/** A layer inside of the one that is traced. */
function traceInner({ name, layer }: NamedLayer, inputs: Values, tally: Tally): Values {
	tally.place.push(name);
	const outputs = trace(layer, inputs, tally);
	tally.place.pop();
	return outputs;
}

/** Layers one after the other. Of like ones in a row that hand on what comes in, the first is traced alone. */
function traceSequence(layers: readonly NamedLayer[], inputs: Values, tally: Tally): Values {
	let values = inputs;
	let at = 0;
	for (let each = layers[at]; each; each = layers[at]) {
		const times = repeatsAfter(layers, at);
		const before = times > 0 ? tally.copy() : undefined;
		const outputs = traceInner(each, values, tally);
		const isRepeated = before && areSame(values, outputs) && tally.repeat(before, times);
		at += isRepeated ? 1 + times : 1;
		values = outputs;
	}
	return values;
}

/** How many times the very same layer follows a layer of a sequence. */
function repeatsAfter(layers: readonly NamedLayer[], at: number): number {
	const layer = layers[at]?.layer;
	let next = at + 1;
	while (next < layers.length && layers[next]?.layer === layer) next++;
	return next - at - 1;
}

function areSame(some: Values, others: Values): boolean {
	if (isOne(some) && isOne(others)) return isSame(some, others);
	if (isOne(some) || isOne(others)) return false;
	return (
		some.length === others.length &&
		some.every((value, at) => {
			const other = others[at];
			return other !== undefined && isSame(value, other);
		})
	);
}

function isSame(one: Shape, other: Shape): boolean {
	return one.channels === other.channels && one.height === other.height && one.width === other.width;
}

function traceGraph(graph: Graph, inputs: readonly Shape[], tally: Tally): Values {
	if (inputs.length !== graph.inputs.length)
		throw tally.fault(`${String(inputs.length)} values come in; expected ${graph.inputs.join(', ')}`);
	const values = new Map<string, Shape>();
	for (const [index, input] of inputs.entries()) values.set(graph.inputs[index] ?? '', input);
	for (const { name, join, parts } of graph.nodes) {
		tally.place.push(name);
		const shapes: Shape[] = [];
		for (const { from, layer } of parts) addTo(shapes, traceApart(layer, valueNamed(values, from, tally), tally));
		values.set(name, met(join, shapes, tally));
		tally.place.pop();
	}
	return graph.outputs.map(name => valueNamed(values, name, tally));
}

type SingleLayer = Exclude<Layer, Graph | Sequence>;

function traceOne(layer: SingleLayer, input: Shape, tally: Tally): Shape {
	const { channels, height, width } = input;
	const size = channels * height * width;
	const follows = tally.followsConvolution;
	tally.followsConvolution = layer.op === 'convolution';
	switch (layer.op) {
		case 'convolution':
			return traceConvolution(layer, input, tally);
		case 'linear':
			return traceLinear(layer, size, tally);
		case 'normalization':
			tally.addNormalization(channels, size, follows);
			return input;
		case 'activation':
			tally.activated[layer.kind] += size;
			return input;
		case 'scaling':
			return input;
		case 'pooling': {
			const output = pooled(layer, input, tally);
			tally.sums.windowInputs += size;
			tally.sums.windowProducts += channels * output.height * output.width * layer.kernel[0] * layer.kernel[1];
			return output;
		}
		case 'adaptive-pooling':
			tally.ends.lastPooled = size;
			tally.sums.pooled += size;
			return { channels, height: layer.output[0], width: layer.output[1] };
		case 'zero-padding':
			return { channels, height: height + layer.top + layer.bottom, width: width + layer.left + layer.right };
		case 'upsampling':
			tally.sums.upsampledInputs += size;
			tally.sums.upsampled += size * layer.factor ** 2;
			return { channels, height: height * layer.factor, width: width * layer.factor };
		case 'channel-shuffle':
			divided(channels, layer.groups, 'channels', tally);
			tally.sums.shuffled += size;
			return input;
		case 'branches':
			return traceBranches(layer.join, layer.branches, input, tally);
		case 'channel-split': {
			const each = divided(channels, layer.branches.length, 'channels', tally);
			return traceBranches('concatenate', layer.branches, { channels: each, height, width }, tally);
		}
		case 'highway-gate': {
			const both = traceBranches('add', [layer.transform, layer.gate], input, tally);
			return alike([input, both], tally);
		}
	}
}

function traceBranches(join: Join, each: readonly NamedLayer[], input: Shape, tally: Tally): Shape {
	const shapes: Shape[] = [];
	for (const { name, layer } of each) {
		tally.place.push(name);
		addTo(shapes, traceApart(layer, input, tally));
		tally.place.pop();
	}
	return met(join, shapes, tally);
}

/** One of several layers that meet: what stands before or behind it is not a part of it. */
function traceApart(layer: Layer, inputs: Values, tally: Tally): Values {
	tally.followsConvolution = false;
	const outputs = trace(layer, inputs, tally);
	tally.followsConvolution = false;
	return outputs;
}

function met(join: Join, shapes: readonly Shape[], tally: Tally): Shape {
	const shape = joined(join, shapes, tally);
	if (join === 'concatenate') return shape;
	tally.sums[join === 'add' ? 'added' : 'multiplied'] +=
		(shapes.length - 1) * shape.channels * shape.height * shape.width;
	return shape;
}

function addTo(shapes: Shape[], values: Values): void {
	if (isOne(values)) shapes.push(values);
	else shapes.push(...values);
}

function traceLinear({ out, bias }: Linear, inputs: number, tally: Tally): Shape {
	const macs = inputs * out;
	const params = macs + (bias ? out : 0);
	tally.add(params, macs, out);
	tally.sums.linearMacs += macs;
	tally.sums.linearParams += params;
	tally.ends.lastLinearParams = params;
	tally.ends.linearOutputs = out;
	if (bias) tally.sums.biasedLinearOutputs += out;
	else {
		tally.sums.unbiasedLinearPairs += macs;
		tally.sums.unbiasedLinearOutputs += out;
	}
	return { channels: out, height: 1, width: 1 };
}

function traceConvolution(layer: Convolution, input: Shape, tally: Tally): Shape {
	const { kernel, bias, sharedAs } = layer;
	const output = convolved(layer, input, tally);
	const groups = layer.groups === 'depthwise' ? input.channels : layer.groups;
	divided(output.channels, groups, 'output channels', tally);
	const pairs = output.channels * divided(input.channels, groups, 'channels', tally);
	const weights = pairs * kernel[0] * kernel[1];
	const area = output.height * output.width;
	const isNew = tally.isNew(sharedAs);
	tally.add(isNew ? weights + (bias ? output.channels : 0) : 0, weights * area, output.channels * area);
	if (isNew) tally.sums.convolutionWeights += weights;
	if (tally.sums.convolutionMacs === 0) tally.ends.firstConvolutionMacs = weights * area;
	tally.sums.convolutionMacs += weights * area;
	if (bias) tally.sums.biasedOutputs += output.channels * area;
	else tally.sums.unbiasedPairs += pairs;
	return output;
}
