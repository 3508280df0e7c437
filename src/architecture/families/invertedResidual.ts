import { convolutionBlock, residual, squeezeExcitation } from '../blocks.ts';
import { repeat, sequence, type Activation, type Layer, type NamedLayer, type Sequence } from '../layers.ts';

interface InvertedResidual {
	readonly inputs: number;
	readonly expanded: number;
	readonly out: number;
	readonly kernel: number;
	readonly stride: number;
	readonly act: Activation['kind'];
	/** Whether there is an expansion where it makes no more channels, too. */
	readonly expandsAlways?: boolean;
	/** None without. */
	readonly squeeze?: Squeeze | undefined;
}

/** Channels between the two layers of a squeeze-excitation, and what follows each. */
interface Squeeze {
	readonly channels: number;
	readonly kinds: readonly [Activation['kind'], Activation['kind']];
}

/** A wide depthwise convolution between two narrow ends, with a shortcut where both ends are alike (MobileNetV2, section 3.3). */
export function invertedResidual(options: InvertedResidual): Layer {
	const { inputs, expanded, out, kernel, stride, act, expandsAlways = false, squeeze } = options;
	const layers: NamedLayer[] = [];
	const add = (name: string, layer: Layer): void => void layers.push({ name, layer });
	if (expanded !== inputs || expandsAlways) add('expand', convolutionBlock(expanded, 1, { act }));
	add('depthwise', convolutionBlock(expanded, kernel, { stride, groups: 'depthwise', act }));
	if (squeeze) add('squeeze-excitation', squeezeExcitation(squeeze.channels, expanded, squeeze.kinds));
	add('project', convolutionBlock(out, 1, { act: 'none' }));
	const body: Sequence = { op: 'sequence', layers };
	return stride === 1 && inputs === out ? residual(body) : body;
}

/** Like blocks of which the first alone may change the size of the image and the channels. */
export interface InvertedResidualStage extends Pick<InvertedResidual, 'out' | 'kernel' | 'act' | 'expandsAlways'> {
	/** Factor from the channels that come in to the expanded ones. */
	readonly expansion: number;
	readonly layers: number;
	/** Of the first block; the others have 1. */
	readonly stride: number;
	/** The squeeze-excitation of a block by the channels that come in; none without. */
	readonly squeezeOf?: ((inputs: number) => Squeeze) | undefined;
}

/**
 * The stages of a network of inverted residuals.
 * @param channels that the first of them sees.
 * @param rows of the table of the paper, each of which `stageOf` reads.
 */
export function invertedResidualStages<Row>(
	channels: number,
	rows: readonly Row[],
	stageOf: (row: Row) => InvertedResidualStage,
): readonly Sequence[] {
	let inputs = channels;
	return rows.map(row => {
		const { expansion, out, kernel, layers, stride, act, expandsAlways = false, squeezeOf } = stageOf(row);
		const block = (channelsIn: number, ownStride: number): Layer =>
			invertedResidual({
				inputs: channelsIn,
				expanded: channelsIn * expansion,
				out,
				kernel,
				stride: ownStride,
				act,
				expandsAlways,
				squeeze: squeezeOf?.(channelsIn),
			});
		const first = block(inputs, stride);
		inputs = out;
		return sequence(first, ...repeat(layers - 1, block(out, 1)));
	});
}
