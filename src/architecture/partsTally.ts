import type { Activated, CountedParts, CountedSums, EndLayers } from './countedParts.ts';
import type { Convolution, Join, Linear } from './layers.ts';
import type { LeafLayer } from './outputShape.ts';
import { sizeOf, type Shape } from './shape.ts';
import { weightsOf, type Mutable } from './tally.ts';

/** What other ways of counting are made of, as the layers of a network are traced. */
export class PartsTally {
	private readonly sums: Mutable<CountedSums> = {
		image: 0,
		convolutionWeights: 0,
		convolutionMacs: 0,
		biasedOutputs: 0,
		unbiasedPairs: 0,
		unbiasedLinearPairs: 0,
		unbiasedLinearOutputs: 0,
		linearParams: 0,
		linearMacs: 0,
		biasedLinearOutputs: 0,
		normalizationParams: 0,
		normalized: 0,
		standingNormalizationParams: 0,
		standingNormalized: 0,
		windowInputs: 0,
		windowProducts: 0,
		pooled: 0,
		shuffled: 0,
		added: 0,
		multiplied: 0,
		upsampledInputs: 0,
		upsampled: 0,
	};
	private readonly activated: Mutable<Activated> = {
		relu: 0,
		relu6: 0,
		hardswish: 0,
		hardsigmoid: 0,
		silu: 0,
		sigmoid: 0,
	};
	private readonly ends: Mutable<EndLayers> = {
		firstConvolutionMacs: 0,
		linearOutputs: 0,
		lastLinearParams: 0,
		lastPooled: 0,
	};

	/** Whether the layer before is a convolution, of which nothing else sees the output. */
	private followsConvolution = false;

	constructor(image: Shape) {
		this.sums.image = sizeOf(image);
	}

	/**
	 * Counts a layer with what comes in and what goes out.
	 * @param isNew whether its weights are not those of an earlier one.
	 */
	add(layer: LeafLayer, input: Shape, output: Shape, isNew: boolean): void {
		const size = sizeOf(input);
		const follows = this.followsConvolution;
		this.followsConvolution = layer.op === 'convolution';
		switch (layer.op) {
			case 'convolution':
				this.addConvolution(layer, input, output, isNew);
				return;
			case 'linear':
				this.addLinear(layer, size);
				return;
			case 'normalization':
				this.addNormalization(input.channels, size, follows);
				return;
			case 'activation':
				this.activated[layer.kind] += size;
				return;
			case 'pooling':
				this.sums.windowInputs += size;
				this.sums.windowProducts += sizeOf(output) * layer.kernel[0] * layer.kernel[1];
				return;
			case 'adaptive-pooling':
				this.ends.lastPooled = size;
				this.sums.pooled += size;
				return;
			case 'upsampling':
				this.sums.upsampledInputs += size;
				this.sums.upsampled += sizeOf(output);
				return;
			case 'channel-shuffle':
				this.sums.shuffled += size;
				return;
			case 'scaling':
			case 'zero-padding':
				return;
		}
	}

	/** What stands before one of several layers that meet, or behind it, is not a part of it. */
	setApart(): void {
		this.followsConvolution = false;
	}

	/** Counts the sums or products that make one value of several. */
	addJoin(join: Join, outputs: number, joined: Shape): void {
		if (join === 'concatenate') return;
		this.sums[join === 'add' ? 'added' : 'multiplied'] += (outputs - 1) * sizeOf(joined);
	}

	counted(): CountedParts {
		return { ...this.sums, ...this.ends, activated: this.activated };
	}

	private addConvolution(layer: Convolution, input: Shape, output: Shape, isNew: boolean): void {
		const weights = weightsOf(layer, input, output);
		const macs = weights * output.height * output.width;
		if (isNew) this.sums.convolutionWeights += weights;
		if (this.sums.convolutionMacs === 0) this.ends.firstConvolutionMacs = macs;
		this.sums.convolutionMacs += macs;
		if (layer.bias) this.sums.biasedOutputs += sizeOf(output);
		else this.sums.unbiasedPairs += weights / (layer.kernel[0] * layer.kernel[1]);
	}

	private addLinear({ out, bias }: Linear, inputs: number): void {
		const macs = inputs * out;
		const params = macs + (bias ? out : 0);
		this.sums.linearMacs += macs;
		this.sums.linearParams += params;
		this.ends.lastLinearParams = params;
		this.ends.linearOutputs = out;
		if (bias) this.sums.biasedLinearOutputs += out;
		else {
			this.sums.unbiasedLinearPairs += macs;
			this.sums.unbiasedLinearOutputs += out;
		}
	}

	private addNormalization(channels: number, size: number, followsConvolution: boolean): void {
		this.sums.normalizationParams += 2 * channels;
		this.sums.normalized += size;
		if (followsConvolution) return;
		this.sums.standingNormalizationParams += 2 * channels;
		this.sums.standingNormalized += size;
	}
}
