import type { Activated, CountedParts, CountedSums, EndLayers } from './countedParts.ts';
import { ShapeError } from './shape.ts';
import type { Cost } from './traceNetwork.ts';

type Mutable<Counts> = { -readonly [Count in keyof Counts]: Counts[Count] };

/** What a tally had counted before a layer. */
export interface EarlierTally {
	readonly cost: Cost;
	readonly sums: CountedSums;
	readonly activated: Activated;
	/** How many names of shared weights it had met. */
	readonly shared: number;
}

/** What the layers of a network cost, as they are traced. */
export class Tally {
	readonly cost: Mutable<Cost> = { params: 0, macs: 0, activations: 0 };
	readonly sums: Mutable<CountedSums> = {
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
	readonly activated: Mutable<Activated> = { relu: 0, relu6: 0, hardswish: 0, hardsigmoid: 0, silu: 0, sigmoid: 0 };
	readonly ends: Mutable<EndLayers> = {
		firstConvolutionMacs: 0,
		linearOutputs: 0,
		lastLinearParams: 0,
		lastPooled: 0,
	};
	/** Whether the layer before is a convolution, of which nothing else sees the output. */
	followsConvolution = false;
	/** Names of the layers from the stage down to the one that is traced. */
	readonly place: string[] = [];
	/** Names of shared weights that were counted before. */
	private readonly shared = new Set<string>();

	add(params: number, macs: number, activations: number): void {
		this.cost.params += params;
		this.cost.macs += macs;
		this.cost.activations += activations;
	}

	addNormalization(channels: number, size: number, followsConvolution: boolean): void {
		this.add(2 * channels, 0, 0);
		this.sums.normalizationParams += 2 * channels;
		this.sums.normalized += size;
		if (followsConvolution) return;
		this.sums.standingNormalizationParams += 2 * channels;
		this.sums.standingNormalized += size;
	}

	/** Whether weights of this name are met for the first time. */
	isNew(sharedAs: string | undefined): boolean {
		if (sharedAs === undefined) return true;
		const isNew = !this.shared.has(sharedAs);
		this.shared.add(sharedAs);
		return isNew;
	}

	copy(): EarlierTally {
		const { cost, sums, activated, shared } = this;
		return { cost: { ...cost }, sums: { ...sums }, activated: { ...activated }, shared: shared.size };
	}

	/** Counts what was counted since an earlier layer again; false where that has shared weights, which count only once. */
	repeat(since: EarlierTally, times: number): boolean {
		if (this.shared.size > since.shared) return false;
		addGrowth(this.cost, since.cost, times);
		addGrowth(this.sums, since.sums, times);
		addGrowth(this.activated, since.activated, times);
		return true;
	}

	/** What is wrong with the layer that is traced. */
	fault(text: string): ShapeError {
		return new ShapeError(`${this.place.join('.')}: ${text}`);
	}

	parts(): CountedParts {
		return { ...this.sums, ...this.ends, activated: this.activated };
	}
}

function addGrowth<Name extends string>(
	counts: Record<Name, number>,
	before: Readonly<Record<Name, number>>,
	times: number,
): void {
	for (const name in counts) counts[name] += times * (counts[name] - before[name]);
}
