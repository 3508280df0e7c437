import type { Shape } from '../shape.ts';
import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor } from './onnxModel.ts';

/** A value of a graph: a batch of images, or of rows of numbers. */
export interface OnnxImage {
	readonly name: string;
	readonly shape: Shape;
	readonly isFlat: boolean;
}

/** Collects the nodes and constants of a graph, with a name for each value. */
export class OnnxBuilder {
	private readonly nodes: OnnxNode[] = [];
	private readonly tensors = new Map<string, OnnxTensor>();
	private values = 0;
	private random = 1;

	/** A node with one output of a shape. */
	node(
		op: string,
		inputs: readonly string[],
		shape: Shape,
		attributes: Readonly<Record<string, OnnxAttribute>> = {},
		isFlat = false,
	): OnnxImage {
		const name = this.newName();
		this.nodes.push({ op, inputs, outputs: [name], attributes });
		return { name, shape, isFlat };
	}

	/** Equal parts of the channels. */
	split(input: OnnxImage, parts: number): readonly OnnxImage[] {
		const channels = input.shape.channels / parts;
		const outputs = Array.from({ length: parts }, () => this.newName());
		const sizes = this.integers(outputs.map(() => channels));
		this.nodes.push({ op: 'Split', inputs: [input.name, sizes], outputs, attributes: { axis: 1 } });
		return outputs.map(name => ({ name, shape: { ...input.shape, channels }, isFlat: false }));
	}

	/** A row for each image; one whose sides are larger than a pixel stays as it is unless `isNeeded`. */
	flattened(input: OnnxImage, isNeeded = false): OnnxImage {
		const { height, width } = input.shape;
		if (input.isFlat || (!isNeeded && height * width > 1)) return input;
		return this.node('Flatten', [input.name], input.shape, { axis: 1 }, true);
	}

	/**
	 * Random weights between `from` and `to`.
	 * @param sharedAs weights of one name are made once.
	 */
	weights(dims: readonly number[], from: number, to: number, sharedAs?: string): string {
		const name = sharedAs ?? `weights${String(this.tensors.size)}`;
		if (this.tensors.has(name)) return name;
		const data = new Float32Array(dims.reduce((product, dim) => product * dim, 1));
		for (let place = 0; place < data.length; place++) data[place] = from + (to - from) * this.nextRandom();
		this.tensors.set(name, { name, dims, data });
		return name;
	}

	integers(values: readonly number[]): string {
		const name = `integers ${values.join(' ')}`;
		this.tensors.set(name, { name, dims: [values.length], data: BigInt64Array.from(values, BigInt) });
		return name;
	}

	floats(values: readonly number[]): string {
		const name = `floats ${values.join(' ')}`;
		this.tensors.set(name, { name, dims: [values.length], data: Float32Array.from(values) });
		return name;
	}

	scalar(value: number): string {
		const name = `scalar ${String(value)}`;
		this.tensors.set(name, { name, dims: [], data: Float32Array.of(value) });
		return name;
	}

	finish(head: Pick<OnnxGraph, 'name' | 'description' | 'inputs' | 'outputs'>): OnnxGraph {
		return { ...head, nodes: this.nodes, tensors: [...this.tensors.values()] };
	}

	private newName(): string {
		this.values += 1;
		return `value${String(this.values)}`;
	}

	/** From 0 to 1, the same in every file: a linear congruence (Numerical Recipes, section 7.1). */
	private nextRandom(): number {
		this.random = (Math.imul(this.random, 1664525) + 1013904223) >>> 0;
		return this.random / 2 ** 32;
	}
}
