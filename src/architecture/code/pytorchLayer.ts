import { layerOf } from '../innerLayer.ts';
import {
	type Activation,
	type Branches,
	type Convolution,
	type Graph,
	type InnerLayer,
	type Layer,
	type Linear,
	type Pooling,
	type Sequence,
} from '../layers.ts';
import type { Shape } from '../shape.ts';
import { outputsOf } from '../traceNetwork.ts';
import { call, flatText, keyword, pairText, type PythonArgument, type PythonExpression } from './pythonExpression.ts';

/** What goes from one layer to the next, and whether it is laid out in one row. */
export interface Value {
	readonly shape: Shape;
	readonly isFlat: boolean;
}

export interface WrittenLayer {
	readonly expression: PythonExpression;
	readonly outputs: readonly Value[];
}

const activations: Readonly<Record<Activation['kind'], string>> = {
	relu: 'nn.ReLU',
	relu6: 'nn.ReLU6',
	hardswish: 'nn.Hardswish',
	hardsigmoid: 'nn.Hardsigmoid',
	silu: 'nn.SiLU',
	sigmoid: 'nn.Sigmoid',
};

/**
 * A layer as an expression that makes its module in PyTorch. Names of helpers stand for themselves.
 * @throws {ShapeError} where the layer does not take what comes in.
 */
export function writeLayer(layer: Layer, inputs: readonly Value[]): WrittenLayer {
	if (layer.op === 'sequence') return writeSequence(layer.layers, inputs);
	if (layer.op === 'graph') return writeGraph(layer, inputs);
	const shapes = outputsOf(
		layer,
		inputs.map(({ shape }) => shape),
		layer.op,
	);
	const [input] = inputs;
	if (!input) throw new RangeError(`nothing comes into a layer of ${layer.op}`);
	const isFlat = input.isFlat || layer.op === 'linear';
	return { expression: moduleOf(layer, input), outputs: shapes.map(shape => ({ shape, isFlat })) };
}

type SingleLayer = Exclude<Layer, Graph | Sequence>;

function moduleOf(layer: SingleLayer, input: Value): PythonExpression {
	const { shape, isFlat } = input;
	switch (layer.op) {
		case 'convolution':
			return convolutionCall(layer, shape.channels);
		case 'linear':
			return linearCall(layer, input);
		case 'normalization':
			return call(isFlat ? 'nn.BatchNorm1d' : 'nn.BatchNorm2d', String(shape.channels));
		case 'activation':
			return call(activations[layer.kind]);
		case 'pooling':
			return poolingCall(layer);
		case 'adaptive-pooling':
			return call('nn.AdaptiveAvgPool2d', pairText(layer.output));
		case 'channel-shuffle':
			return call('nn.ChannelShuffle', String(layer.groups));
		case 'zero-padding':
			return call('nn.ZeroPad2d', `(${[layer.left, layer.right, layer.top, layer.bottom].join(', ')})`);
		case 'scaling':
			return call('Scale', String(layer.factor));
		case 'upsampling':
			return call('nn.Upsample', keyword('scale_factor', String(layer.factor)));
		case 'branches':
			return branchesCall(layer, input);
		case 'channel-split': {
			const part = { isFlat, shape: { ...shape, channels: shape.channels / layer.branches.length } };
			return call('Split', ...layer.branches.map(branch => expressionOf(layerOf(branch), part)));
		}
		case 'highway-gate':
			return call('Highway', expressionOf(layer.transform.layer, input), expressionOf(layer.gate.layer, input));
	}
}

function linearCall({ out, bias }: Linear, { shape, isFlat }: Value): PythonExpression {
	const features = String(shape.channels * shape.height * shape.width);
	const linear = call('nn.Linear', features, String(out), ...(bias ? [] : [keyword('bias', 'False')]));
	return isFlat ? linear : call('nn.Sequential', 'nn.Flatten()', linear);
}

function expressionOf(layer: Layer, input: Value): PythonExpression {
	return writeLayer(layer, [input]).expression;
}

function branchesCall({ join, branches }: Branches, input: Value): PythonExpression {
	const name = { add: 'Add', multiply: 'Multiply', concatenate: 'Concat' }[join];
	return call(name, ...branches.map(branch => expressionOf(layerOf(branch), input)));
}

function poolingCall({ kind, kernel, stride, padding, ceil, countPadding }: Pooling): PythonExpression {
	const isPadded = padding[0] + padding[1] > 0;
	return call(
		kind === 'max' ? 'nn.MaxPool2d' : 'nn.AvgPool2d',
		pairText(kernel),
		pairText(stride),
		...(isPadded ? [keyword('padding', pairText(padding))] : []),
		...(ceil ? [keyword('ceil_mode', 'True')] : []),
		...(kind === 'average' && !countPadding ? [keyword('count_include_pad', 'False')] : []),
	);
}

/** Arguments of a convolution behind its channels and its kernel. */
function convolutionOptions({ stride, padding, dilation, groups }: Convolution, channels: number): PythonArgument[] {
	const count = groups === 'depthwise' ? channels : groups;
	return [
		...(stride[0] * stride[1] > 1 ? [keyword('stride', pairText(stride))] : []),
		...(padding !== 'same' && padding[0] + padding[1] > 0 ? [keyword('padding', pairText(padding))] : []),
		...(dilation > 1 ? [keyword('dilation', String(dilation))] : []),
		...(count > 1 ? [keyword('groups', String(count))] : []),
	];
}

function convolutionCall(layer: Convolution, channels: number): PythonExpression {
	const out = layer.out === 'same' ? channels : layer.out;
	const convolution = call(
		'nn.Conv2d',
		String(channels),
		String(out),
		pairText(layer.kernel),
		...convolutionOptions(layer, channels),
		...(layer.bias ? [] : [keyword('bias', 'False')]),
	);
	if (layer.sharedAs !== undefined) return call('shared.setdefault', JSON.stringify(layer.sharedAs), convolution);
	if (layer.padding !== 'same') return convolution;
	const covered = layer.kernel.map(side => layer.dilation * (side - 1) + 1);
	const padding = call('SamePadding', `(${covered.join(', ')})`, `(${layer.stride.join(', ')})`);
	return call('nn.Sequential', padding, convolution);
}

/** Convolution, normalization and perhaps an activation, as one call; undefined for other layers. */
function blockCall(layers: readonly Layer[], channels: number): PythonExpression | undefined {
	const [first, second, third, ...others] = layers;
	const isBlock = first?.op === 'convolution' && second?.op === 'normalization' && others.length === 0;
	if (!isBlock || first.sharedAs !== undefined || first.padding === 'same') return undefined;
	if (third && third.op !== 'activation') return undefined;
	const act = third ? activations[third.kind] : 'None';
	return call(
		'conv_block',
		String(channels),
		String(first.out === 'same' ? channels : first.out),
		pairText(first.kernel),
		...(act === 'nn.ReLU' ? [] : [keyword('act', act)]),
		...convolutionOptions(first, channels),
		...(first.bias ? [keyword('bias', 'True')] : []),
	);
}

/** A depthwise and a pointwise convolution, as one call; undefined for other layers. */
function separableCall(layers: readonly Layer[], channels: number): PythonExpression | undefined {
	const [first, second, ...others] = layers;
	const areConvolutions = first?.op === 'convolution' && second?.op === 'convolution' && others.length === 0;
	if (!areConvolutions || first.groups !== 'depthwise' || first.out !== 'same' || first.padding === 'same')
		return undefined;
	const isPointwise = second.kernel[0] * second.kernel[1] * second.stride[0] * second.stride[1] === 1;
	if (!isPointwise || second.groups !== 1 || first.bias || second.bias) return undefined;
	const out = String(second.out === 'same' ? channels : second.out);
	const options = convolutionOptions({ ...first, groups: 1 }, channels);
	return call('separable', String(channels), out, pairText(first.kernel), ...options);
}

function writeSequence(inner: readonly InnerLayer[], inputs: readonly Value[]): WrittenLayer {
	let values = inputs;
	const layers = inner.map(layerOf);
	const written = layers.map(layer => {
		const each = writeLayer(layer, values);
		values = each.outputs;
		return each.expression;
	});
	if (written.length === 0) return { expression: 'nn.Identity()', outputs: inputs };
	const channels = inputs[0]?.shape.channels ?? 0;
	const block = blockCall(layers, channels) ?? separableCall(layers, channels);
	if (block !== undefined) return { expression: block, outputs: values };
	const parts = written.flatMap(partsOf);
	const [only, ...others] = parts;
	if (only !== undefined && others.length === 0) return { expression: only, outputs: values };
	const names = inner.flatMap(each => (each.op === undefined ? [each.name] : []));
	const areNamed = parts.length === layers.length && parts.length === names.length;
	const expression = areNamed
		? call(
				'nn.Sequential',
				call('OrderedDict', ...names.map((name, at) => keyword(identifier(name), parts[at] ?? ''))),
			)
		: call('nn.Sequential', ...folded(parts));
	return { expression, outputs: values };
}

/** A linear layer brings its flattening along, which stands better beside it than around it. */
function partsOf(expression: PythonExpression): readonly PythonExpression[] {
	if (typeof expression === 'string' || expression.name !== 'nn.Sequential') return [expression];
	const isFlattening = expression.args[0] === 'nn.Flatten()';
	return isFlattening ? expression.args.filter(isExpression) : [expression];
}

function isExpression(argument: PythonArgument): argument is PythonExpression {
	return typeof argument === 'string' || !('before' in argument);
}

/** Like ones after another are written once. */
function folded(parts: readonly PythonExpression[]): readonly PythonExpression[] {
	const groups: { readonly part: PythonExpression; readonly text: string; count: number }[] = [];
	for (const part of parts) {
		const text = flatText(part);
		const last = groups.at(-1);
		if (last?.text === text) last.count += 1;
		else groups.push({ part, text, count: 1 });
	}
	return groups.flatMap(({ part, text, count }) => {
		const isShort = count < 2 || text.includes('shared.') || typeof part === 'string';
		return isShort ? Array.from({ length: count }, () => part) : [repeatedCall(part, count)];
	});
}

function repeatedCall(part: PythonExpression, count: number): PythonExpression {
	return call('*repeat', String(count), { before: 'lambda: ', value: part });
}

function writeGraph(graph: Graph, inputs: readonly Value[]): WrittenLayer {
	const shapes = outputsOf(
		graph,
		inputs.map(({ shape }) => shape),
		graph.op,
	);
	return { expression: graphCall(graph, inputs), outputs: shapes.map(shape => ({ shape, isFlat: false })) };
}

function graphCall(graph: Graph, inputs: readonly Value[]): PythonExpression {
	const values = new Map<string, Value>();
	for (const [at, input] of inputs.entries()) values.set(graph.inputs[at] ?? '', input);
	const nodes = graph.nodes.map(({ name, join, parts }): PythonArgument => {
		const written = parts.map(({ from, layer }) => {
			const source = values.get(from);
			if (!source) throw new RangeError(`nothing before ${name} is called ${from}`);
			return { from, ...writeLayer(layer, [source]) };
		});
		const shapes = written.flatMap(({ outputs }) => outputs);
		const [first] = shapes;
		if (first) {
			const channels = shapes.reduce((sum, { shape }) => sum + shape.channels, 0);
			values.set(name, join === 'add' ? first : { ...first, shape: { ...first.shape, channels } });
		}
		const sources = written.map(({ from, expression }) => call('', JSON.stringify(from), expression));
		return keyword(name, call(join === 'add' ? 'add' : 'concat', ...sources));
	});
	return call('Graph', tupleOf(graph.inputs), tupleOf(graph.outputs), ...nodes);
}

/** Names as a tuple, which has a comma behind it where it has one alone. */
function tupleOf(names: readonly string[]): PythonExpression {
	const texts = names.map(name => JSON.stringify(name));
	return texts.length === 1 ? `(${texts.join('')},)` : call('', ...texts);
}

/** A name of a layer as an attribute of a module. */
export function identifier(name: string): string {
	return name.replace(/\W+/g, '_');
}
