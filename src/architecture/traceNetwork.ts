import type { CountedParts } from './countedParts.ts';
import type { Graph, InnerLayer, Join, Layer, Network, Pair, Sequence } from './layers.ts';
import { alike, divided, joined, outputShape } from './outputShape.ts';
import { PartsTally } from './partsTally.ts';
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
	/** Counted when they are read. */
	readonly parts: CountedParts;
}

/** What goes from one layer to the next: one value of most, several of a graph alone. */
type Values = Shape | readonly Shape[];

/**
 * The cost of a network at an input size in px, found by following the shape of an image through its layers.
 * @throws {ShapeError} if the image is too small or a layer does not fit the one before it.
 */
export function traceNetwork(network: Network, input: Pair): NetworkCost {
	return new TracedCost(network, input);
}

class TracedCost implements NetworkCost {
	readonly params: number;
	readonly macs: number;
	readonly activations: number;
	readonly stages: readonly StageCost[];
	private counted: CountedParts | undefined;

	constructor(
		private readonly network: Network,
		private readonly input: Pair,
	) {
		const tally = new Tally();
		this.stages = traceStages(network, input, tally);
		({ params: this.params, macs: this.macs, activations: this.activations } = tally.cost);
	}

	get parts(): CountedParts {
		this.counted ??= partsOf(this.network, this.input);
		return this.counted;
	}
}

function partsOf(network: Network, input: Pair): CountedParts {
	const parts = new PartsTally(imageOf(network, input));
	traceStages(network, input, new Tally(parts));
	return parts.counted();
}

function traceStages(network: Network, input: Pair, tally: Tally): readonly StageCost[] {
	const values = new Map<string, Values>();
	let before: Values = imageOf(network, input);
	return network.stages.map(({ name, layer, from }): StageCost => {
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

/** A layer inside the one that is traced. */
function traceInner(inner: InnerLayer, at: number, inputs: Values, tally: Tally): Values {
	const isUnnamed = inner.op !== undefined;
	tally.place.push(isUnnamed ? at : inner.name);
	const outputs = trace(isUnnamed ? inner : inner.layer, inputs, tally);
	tally.place.pop();
	return outputs;
}

/** Layers one after the other. Of like ones in a row that hand on what comes in, the first is traced alone. */
function traceSequence(layers: readonly InnerLayer[], inputs: Values, tally: Tally): Values {
	let values = inputs;
	let at = 0;
	for (let each = layers[at]; each; each = layers[at]) {
		const times = repeatsAfter(layers, at);
		const before = times > 0 ? tally.copy() : undefined;
		const outputs = traceInner(each, at, values, tally);
		const isRepeated = before && areSame(values, outputs) && tally.repeat(before, times);
		at += isRepeated ? 1 + times : 1;
		values = outputs;
	}
	return values;
}

/** How many times the very same layer follows a layer of a sequence. */
function repeatsAfter(layers: readonly InnerLayer[], at: number): number {
	let next = at + 1;
	while (next < layers.length && layers[next] === layers[at]) next++;
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
		const made = parts.map(({ from, layer }) => {
			tally.parts?.setApart();
			return trace(layer, valueNamed(values, from, tally), tally);
		});
		tally.parts?.setApart();
		values.set(name, met(join, made, tally));
		tally.place.pop();
	}
	const outputs = graph.outputs.map(name => valueNamed(values, name, tally));
	return outputs.length === 1 && outputs[0] ? outputs[0] : outputs;
}

type SingleLayer = Exclude<Layer, Graph | Sequence>;

function traceOne(layer: SingleLayer, input: Shape, tally: Tally): Shape {
	switch (layer.op) {
		case 'branches':
			return traceBranches(layer.join, layer.branches, input, tally);
		case 'channel-split': {
			const channels = divided(input.channels, layer.branches.length, 'channels', tally);
			return traceBranches('concatenate', layer.branches, { ...input, channels }, tally);
		}
		case 'highway-gate': {
			const both = traceBranches('add', [layer.transform, layer.gate], input, tally);
			return alike([input, both], tally);
		}
		default: {
			const output = outputShape(layer, input, tally);
			tally.add(layer, input, output);
			return output;
		}
	}
}

function traceBranches(join: Join, each: readonly InnerLayer[], input: Shape, tally: Tally): Shape {
	const values = each.map((inner, at) => {
		tally.parts?.setApart();
		return traceInner(inner, at, input, tally);
	});
	tally.parts?.setApart();
	return met(join, values, tally);
}

/** One value of those that several layers hand on. */
function met(join: Join, values: readonly Values[], tally: Tally): Shape {
	const shapes = values.every(isOne) ? values : values.flatMap(value => value);
	const shape = joined(join, shapes, tally);
	tally.parts?.addJoin(join, shapes.length, shape);
	return shape;
}
