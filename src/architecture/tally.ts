import type { Convolution, Linear } from './layers.ts';
import type { LeafLayer } from './outputShape.ts';
import type { PartsTally } from './partsTally.ts';
import { ShapeError, sizeOf, type Shape } from './shape.ts';
import type { Cost } from './traceNetwork.ts';

export type Mutable<Counts> = { -readonly [Count in keyof Counts]: Counts[Count] };

/** What a tally had counted before a layer. */
interface EarlierTally extends Cost {
	/** How many names of shared weights it had met. */
	readonly shared: number;
}

/** What the layers of a network cost, as they are traced. */
export class Tally {
	readonly cost: Mutable<Cost> = { params: 0, macs: 0, activations: 0 };
	/** Names of the layers from the stage down to the one that is traced, or their numbers. */
	readonly place: (string | number)[] = [];
	/** Names of shared weights that were counted before. */
	private readonly shared = new Set<string>();

	/** @param parts counted beside the cost where they are given. */
	constructor(readonly parts?: PartsTally) {}

	/** Counts a layer with what comes in and what goes out. */
	add(layer: LeafLayer, input: Shape, output: Shape): void {
		const { params } = this.cost;
		if (layer.op === 'convolution') this.addConvolution(layer, input, output);
		else if (layer.op === 'linear') this.addLinear(layer, sizeOf(input));
		else if (layer.op === 'normalization') this.cost.params += 2 * input.channels;
		this.parts?.add(layer, input, output, this.cost.params > params);
	}

	copy(): EarlierTally {
		const { params, macs, activations } = this.cost;
		return { params, macs, activations, shared: this.shared.size };
	}

	/**
	 * Counts what was counted since an earlier layer again; false where that cannot be: shared weights count only once, and
	 * parts are counted layer by layer.
	 */
	repeat(since: EarlierTally, times: number): boolean {
		if (this.parts || this.shared.size > since.shared) return false;
		this.cost.params += times * (this.cost.params - since.params);
		this.cost.macs += times * (this.cost.macs - since.macs);
		this.cost.activations += times * (this.cost.activations - since.activations);
		return true;
	}

	/** What is wrong with the layer that is traced. */
	fault(text: string): ShapeError {
		return new ShapeError(`${this.place.join('.')}: ${text}`);
	}

	/** Whether weights of this name are met for the first time. */
	private isNew(sharedAs: string | undefined): boolean {
		if (sharedAs === undefined) return true;
		const isNew = !this.shared.has(sharedAs);
		this.shared.add(sharedAs);
		return isNew;
	}

	private addConvolution(layer: Convolution, input: Shape, output: Shape): void {
		const weights = weightsOf(layer, input, output);
		const outputs = sizeOf(output);
		if (this.isNew(layer.sharedAs)) this.cost.params += weights + (layer.bias ? output.channels : 0);
		this.cost.macs += weights * output.height * output.width;
		this.cost.activations += outputs;
	}

	private addLinear({ out, bias }: Linear, inputs: number): void {
		this.cost.params += inputs * out + (bias ? out : 0);
		this.cost.macs += inputs * out;
		this.cost.activations += out;
	}
}

/** Weights of a convolution without its biases. */
export function weightsOf({ kernel, groups }: Convolution, input: Shape, output: Shape): number {
	const seen = groups === 'depthwise' ? 1 : input.channels / groups;
	return output.channels * seen * kernel[0] * kernel[1];
}
