import type { Activation, AdaptivePooling, Convolution, Linear, Pair, Pooling } from '../layers.ts';
import type { Shape } from '../shape.ts';
import type { OnnxBuilder, OnnxImage } from './onnxBuilder.ts';
import type { OnnxAttribute } from './onnxModel.ts';

/** As PyTorch has it by default. */
const epsilon = 1e-5;

export function addConvolution(builder: OnnxBuilder, layer: Convolution, input: OnnxImage, output: Shape): OnnxImage {
	const { kernel, stride, padding, dilation, bias, sharedAs } = layer;
	const groups = layer.groups === 'depthwise' ? input.shape.channels : layer.groups;
	const seen = input.shape.channels / groups;
	const bound = boundOf(seen * kernel[0] * kernel[1]);
	const weights = builder.weights([output.channels, seen, ...kernel], -bound, bound, sharedAs);
	const biases = bias ? [builder.weights([output.channels], -0.1, 0.1, sharedAs && `${sharedAs}.bias`)] : [];
	return builder.node('Conv', [input.name, weights, ...biases], output, {
		kernel_shape: kernel,
		strides: stride,
		dilations: [dilation, dilation],
		group: groups,
		...(padding === 'same' ? { auto_pad: { text: 'SAME_UPPER' } } : { pads: [...padding, ...padding] }),
	});
}

/** Of numbers that do not grow from layer to layer, with or without an activation between them (Glorot and Bengio, 2010). */
function boundOf(inputs: number): number {
	return Math.sqrt(3 / inputs);
}

/** @param input in one row. */
export function addLinear(builder: OnnxBuilder, { out, bias }: Linear, input: OnnxImage, output: Shape): OnnxImage {
	const { channels, height, width } = input.shape;
	const features = channels * height * width;
	const bound = boundOf(features);
	const weights = builder.weights([out, features], -bound, bound);
	const biases = bias ? [builder.weights([out], -0.1, 0.1)] : [];
	return builder.node('Gemm', [input.name, weights, ...biases], output, { transB: 1 }, true);
}

export function addNormalization(builder: OnnxBuilder, { name, shape, isFlat }: OnnxImage): OnnxImage {
	const dims = [shape.channels];
	const inputs = [
		name,
		builder.weights(dims, 0.8, 1.2),
		builder.weights(dims, -0.1, 0.1),
		builder.weights(dims, -0.1, 0.1),
		builder.weights(dims, 0.8, 1.2),
	];
	return builder.node('BatchNormalization', inputs, shape, { epsilon: { float: epsilon } }, isFlat);
}

export function addActivation(builder: OnnxBuilder, kind: Activation['kind'], input: OnnxImage): OnnxImage {
	const { name, shape, isFlat } = input;
	const node = (
		op: string,
		inputs: readonly string[],
		attributes?: Readonly<Record<string, OnnxAttribute>>,
	): OnnxImage => builder.node(op, inputs, shape, attributes, isFlat);
	switch (kind) {
		case 'relu':
			return node('Relu', [name]);
		case 'relu6':
			return node('Clip', [name, builder.scalar(0), builder.scalar(6)]);
		case 'hardswish':
			return node('HardSwish', [name]);
		case 'hardsigmoid':
			return node('HardSigmoid', [name], { alpha: { float: 1 / 6 }, beta: { float: 0.5 } });
		case 'sigmoid':
			return node('Sigmoid', [name]);
		case 'silu':
			return node('Mul', [name, node('Sigmoid', [name]).name]);
	}
}

export function addPooling(
	builder: OnnxBuilder,
	layer: Pooling | AdaptivePooling,
	input: OnnxImage,
	output: Shape,
): OnnxImage {
	if (layer.op === 'adaptive-pooling') return addAdaptivePooling(builder, layer.output, input, output);
	const { kind, kernel, stride, padding, ceil, countPadding } = layer;
	const attributes = {
		kernel_shape: kernel,
		strides: stride,
		pads: [...padding, ...padding],
		ceil_mode: Number(ceil),
	};
	if (kind === 'max') return builder.node('MaxPool', [input.name], output, attributes);
	return builder.node('AveragePool', [input.name], output, {
		...attributes,
		count_include_pad: Number(countPadding),
	});
}

/** ONNX has windows of one size alone. */
function addAdaptivePooling(builder: OnnxBuilder, [height, width]: Pair, input: OnnxImage, output: Shape): OnnxImage {
	if (height * width === 1) return builder.node('GlobalAveragePool', [input.name], output);
	if (input.shape.height === height && input.shape.width === width) return input;
	const kernel = [input.shape.height / height, input.shape.width / width];
	if (kernel.some(side => !Number.isInteger(side))) {
		const from = `${String(input.shape.height)} × ${String(input.shape.width)}`;
		throw new RangeError(
			`pooling of ${from} to ${String(height)} × ${String(width)} has no operator in ONNX; choose another input size`,
		);
	}
	return builder.node('AveragePool', [input.name], output, { kernel_shape: kernel, strides: kernel });
}

export function addShuffle(builder: OnnxBuilder, groups: number, { name, shape }: OnnxImage): OnnxImage {
	const { channels, height, width } = shape;
	// 0 stands for the size that comes in, here that of the batch
	const apart = builder.node(
		'Reshape',
		[name, builder.integers([0, groups, channels / groups, height, width])],
		shape,
	);
	const turned = builder.node('Transpose', [apart.name], shape, { perm: [0, 2, 1, 3, 4] });
	return builder.node('Reshape', [turned.name, builder.integers([0, channels, height, width])], shape);
}
