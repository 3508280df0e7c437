import { layerOf } from '../innerLayer.ts';
import { type Graph, type InnerLayer, type Layer, type Network, type Pair, type Sequence } from '../layers.ts';
import { imageOf, type Shape } from '../shape.ts';
import { outputsOf, traceNetwork, type Cost } from '../traceNetwork.ts';
import type { OnnxGraph } from './onnxModel.ts';
import { OnnxBuilder, type OnnxImage } from './onnxBuilder.ts';
import { addActivation, addConvolution, addLinear, addNormalization, addPooling, addShuffle } from './onnxLayers.ts';

/**
 * A network as an ONNX graph for batches of images of one size, with random weights: for timing and tools, not for answers.
 * @param cost of the network at this size.
 * @throws {ShapeError} if the network does not take an image of this size.
 * @throws {RangeError} if a layer has no operator in ONNX at this size.
 */
export function onnxGraph(network: Network, input: Pair, { params }: Cost = traceNetwork(network, input)): OnnxGraph {
	if (params * 4 > maxBytes) {
		const size = `${String(Math.round((params * 4) / 1e6))} MB`;
		throw new RangeError(`the weights take ${size}; at most ${String(maxBytes / 2 ** 20)} MiB are written`);
	}
	const image = imageOf(network, input);
	const builder = new OnnxBuilder();
	const values = new Map<string, readonly OnnxImage[]>();
	let before: readonly OnnxImage[] = [{ name: 'image', shape: image, isFlat: false }];
	for (const { name, layer, from } of network.stages) {
		const inputs = from ? from.flatMap(each => values.get(each) ?? []) : before;
		before = add(builder, layer, inputs);
		values.set(name, before);
	}
	const outputs = before.length === 1 ? before.map(output => builder.flattened(output)) : before;
	return builder.finish({
		name: network.name,
		description: 'Random weights: for timing and for tools.',
		inputs: [{ name: 'image', dims: ['batch', image.channels, image.height, image.width] }],
		outputs: outputs.map(({ name, shape, isFlat }) => ({
			name,
			dims: ['batch', ...(isFlat ? [sizeOf(shape)] : [shape.channels, shape.height, shape.width])],
		})),
	});
}

/** Larger files are of little use without data beside them, and protocol buffers end at twice that. */
const maxBytes = 2 ** 30;

function sizeOf({ channels, height, width }: Shape): number {
	return channels * height * width;
}

function add(builder: OnnxBuilder, layer: Layer, inputs: readonly OnnxImage[]): readonly OnnxImage[] {
	if (layer.op === 'graph') return addGraph(builder, layer, inputs);
	if (layer.op === 'sequence')
		return layer.layers.reduce((values, each) => add(builder, layerOf(each), values), inputs);
	const [input] = inputs;
	if (!input) throw new RangeError(`nothing comes into a layer of ${layer.op}`);
	const [shape] = outputsOf(layer, [input.shape], layer.op);
	if (!shape) throw new RangeError(`nothing comes out of a layer of ${layer.op}`);
	return [addOne(builder, layer, input, shape)];
}

type SingleLayer = Exclude<Layer, Graph | Sequence>;

/** @param shape of what goes out. */
function addOne(builder: OnnxBuilder, layer: SingleLayer, input: OnnxImage, shape: Shape): OnnxImage {
	switch (layer.op) {
		case 'convolution':
			return addConvolution(builder, layer, input, shape);
		case 'linear':
			return addLinear(builder, layer, builder.flattened(input, true), shape);
		case 'normalization':
			return addNormalization(builder, input);
		case 'activation':
			return addActivation(builder, layer.kind, input);
		case 'pooling':
		case 'adaptive-pooling':
			return addPooling(builder, layer, input, shape);
		case 'channel-shuffle':
			return addShuffle(builder, layer.groups, input);
		case 'zero-padding': {
			const pads = [0, 0, layer.top, layer.left, 0, 0, layer.bottom, layer.right];
			return builder.node('Pad', [input.name, builder.integers(pads)], shape);
		}
		case 'scaling':
			return builder.node('Mul', [input.name, builder.scalar(layer.factor)], shape);
		case 'upsampling': {
			const scales = builder.floats([1, 1, layer.factor, layer.factor]);
			const attributes = {
				coordinate_transformation_mode: { text: 'asymmetric' },
				nearest_mode: { text: 'floor' },
			};
			return builder.node('Resize', [input.name, '', scales], shape, attributes);
		}
		case 'branches':
			return join(builder, layer.join, branchesOf(builder, layer.branches, input), shape);
		case 'channel-split': {
			const parts = builder.split(input, layer.branches.length);
			const outputs = layer.branches.flatMap((branch, place) =>
				add(builder, layerOf(branch), parts.slice(place, place + 1)),
			);
			return join(builder, 'concatenate', outputs, shape);
		}
		case 'highway-gate': {
			const [transform, gate] = branchesOf(builder, [layer.transform, layer.gate], input);
			if (!transform || !gate) throw new RangeError('a highway gate needs a transform and a gate');
			const carry = builder.node('Sub', [builder.scalar(1), gate.name], shape);
			const kept = builder.node('Mul', [carry.name, input.name], shape);
			const changed = builder.node('Mul', [gate.name, transform.name], shape);
			return builder.node('Add', [changed.name, kept.name], shape);
		}
	}
}

function branchesOf(builder: OnnxBuilder, branches: readonly InnerLayer[], input: OnnxImage): readonly OnnxImage[] {
	return branches.flatMap(branch => add(builder, layerOf(branch), [input]));
}

const joins = { add: 'Sum', multiply: 'Mul', concatenate: 'Concat' } as const;

function join(builder: OnnxBuilder, how: keyof typeof joins, values: readonly OnnxImage[], shape: Shape): OnnxImage {
	const [only, ...others] = values;
	if (only && others.length === 0) return only;
	const attributes = how === 'concatenate' ? { axis: 1 } : {};
	return builder.node(
		joins[how],
		values.map(({ name }) => name),
		shape,
		attributes,
	);
}

function addGraph(builder: OnnxBuilder, graph: Graph, inputs: readonly OnnxImage[]): readonly OnnxImage[] {
	const values = new Map<string, OnnxImage>();
	for (const [place, input] of inputs.entries()) values.set(graph.inputs[place] ?? '', input);
	const valueNamed = (name: string): OnnxImage => {
		const value = values.get(name);
		if (value) return value;
		throw new RangeError(`no value is called ${name}`);
	};
	for (const { name, join: how, parts } of graph.nodes) {
		const made = parts.flatMap(({ from, layer }) => add(builder, layer, [valueNamed(from)]));
		const [first] = made;
		if (!first) throw new RangeError(`${name} is made of nothing`);
		const channels = made.reduce((sum, { shape }) => sum + shape.channels, 0);
		values.set(name, join(builder, how, made, how === 'add' ? first.shape : { ...first.shape, channels }));
	}
	return graph.outputs.map(valueNamed);
}
