import { PbfWriter } from 'pbf';

/** A node of an ONNX graph: names of values that come in and of the one that goes out. */
export interface OnnxNode {
	readonly op: string;
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
	readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** Whole numbers, but for the attributes that the operator has as a float. */
export type OnnxAttribute = number | readonly number[] | { readonly float: number } | { readonly text: string };

/** A constant of a graph. */
export interface OnnxTensor {
	readonly name: string;
	readonly dims: readonly number[];
	readonly data: Float32Array | BigInt64Array;
}

export interface OnnxValue {
	readonly name: string;
	/** A word for a size that is not fixed. */
	readonly dims: readonly (number | string)[];
}

export interface OnnxGraph {
	readonly name: string;
	readonly description: string;
	readonly nodes: readonly OnnxNode[];
	readonly tensors: readonly OnnxTensor[];
	readonly inputs: readonly OnnxValue[];
	readonly outputs: readonly OnnxValue[];
}

/** Of the operators that are used; ONNX Runtime has it since 1.11. */
const opset = 17;
/** Of the file format that came with that operator set. */
const irVersion = 8;
/** Types of attributes and of elements, as onnx.proto numbers them. */
const attributeTypes = { float: 1, int: 2, text: 3, ints: 7 } as const;
const elementTypes = { float: 1, int64: 7 } as const;

/** The file that ONNX defines (onnx.proto, ModelProto). */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
	const model = new PbfWriter();
	model.writeVarintField(1, irVersion);
	model.writeStringField(2, 'Model Scout');
	model.writeMessage(7, writeGraph, graph);
	model.writeMessage(8, writeOpset, opset);
	return model.finish();
}

function writeOpset(version: number, pbf: PbfWriter): void {
	pbf.writeStringField(1, '');
	pbf.writeVarintField(2, version);
}

function writeGraph({ name, description, nodes, tensors, inputs, outputs }: OnnxGraph, pbf: PbfWriter): void {
	for (const [place, node] of nodes.entries())
		pbf.writeMessage(1, writeNode, { ...node, name: `node${String(place)}` });
	pbf.writeStringField(2, name);
	for (const tensor of tensors) pbf.writeMessage(5, writeTensor, tensor);
	pbf.writeStringField(10, description);
	for (const input of inputs) pbf.writeMessage(11, writeValue, input);
	for (const output of outputs) pbf.writeMessage(12, writeValue, output);
}

function writeNode(
	{ op, inputs, outputs, attributes = {}, name }: OnnxNode & { readonly name: string },
	pbf: PbfWriter,
): void {
	for (const input of inputs) pbf.writeStringField(1, input);
	for (const output of outputs) pbf.writeStringField(2, output);
	pbf.writeStringField(3, name);
	pbf.writeStringField(4, op);
	for (const entry of Object.entries(attributes)) pbf.writeMessage(5, writeAttribute, entry);
}

function writeAttribute([name, value]: readonly [string, OnnxAttribute], pbf: PbfWriter): void {
	pbf.writeStringField(1, name);
	if (typeof value === 'number') {
		pbf.writeVarintField(3, value);
		pbf.writeVarintField(20, attributeTypes.int);
	} else if ('float' in value) {
		pbf.writeFloatField(2, value.float);
		pbf.writeVarintField(20, attributeTypes.float);
	} else if ('text' in value) {
		pbf.writeBytesField(4, new TextEncoder().encode(value.text));
		pbf.writeVarintField(20, attributeTypes.text);
	} else {
		for (const each of value) pbf.writeVarintField(8, each);
		pbf.writeVarintField(20, attributeTypes.ints);
	}
}

function writeTensor({ name, dims, data }: OnnxTensor, pbf: PbfWriter): void {
	for (const dim of dims) pbf.writeVarintField(1, dim);
	pbf.writeVarintField(2, data instanceof Float32Array ? elementTypes.float : elementTypes.int64);
	pbf.writeStringField(8, name);
	pbf.writeBytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)); // little-endian on every machine that runs us
}

function writeValue({ name, dims }: OnnxValue, pbf: PbfWriter): void {
	pbf.writeStringField(1, name);
	pbf.writeMessage(2, writeType, dims);
}

function writeType(dims: OnnxValue['dims'], pbf: PbfWriter): void {
	pbf.writeMessage(1, writeTensorType, dims);
}

function writeTensorType(dims: OnnxValue['dims'], pbf: PbfWriter): void {
	pbf.writeVarintField(1, elementTypes.float);
	pbf.writeMessage(2, writeShape, dims);
}

function writeShape(dims: OnnxValue['dims'], pbf: PbfWriter): void {
	for (const dim of dims) pbf.writeMessage(1, writeDim, dim);
}

function writeDim(dim: number | string, pbf: PbfWriter): void {
	if (typeof dim === 'number') pbf.writeVarintField(1, dim);
	else pbf.writeStringField(2, dim);
}
