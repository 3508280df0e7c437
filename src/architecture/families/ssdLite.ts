import { convolutionBlock, makeDivisible, squeezeExcitation } from '../blocks.ts';
import { convolution, sequence, type Layer, type Network, type Stage } from '../layers.ts';
import { coordinates, detectionHeads, type DetectionHead } from './detectionHeads.ts';
import { invertedResidual } from './invertedResidual.ts';
import { mobileNetV3 } from './mobileNet.ts';

/** Channels of the four further maps, each half as large as the one before it (SSD, arXiv 1512.02325, figure 2). */
const extras = [512, 256, 256, 128] as const;
/** Boxes at each place of a map, and classes of COCO with the background. */
const boxes = 6;
const classes = 91;

export interface SsdLiteOptions {
	/** Boxes at each place of the largest map: 6 in torchvision, 3 in the authors' code. */
	readonly firstBoxes?: number;
}

/**
 * SSDLite on MobileNetV3-Large whose last stage has half of its channels (MobileNetV3, arXiv 1905.02244, section 6.3), as
 * torchvision has it. It hands on twelve maps: the scores of the classes, then the boxes, each from the largest map down.
 */
export function ssdLiteMobileNetV3({ firstBoxes = boxes }: SsdLiteOptions = {}): Network {
	const features = mobileNetV3({ size: 'large' }).stages.slice(0, 13);
	const squeeze = (expanded: number): Layer =>
		squeezeExcitation(makeDivisible(expanded / 4), expanded, ['relu', 'hardsigmoid']);
	const last = invertedResidual({
		inputs: 80,
		expanded: 480,
		out: 80,
		kernel: 5,
		stride: 1,
		act: 'hardswish',
		squeeze: { channels: makeDivisible(480 / 4), kinds: ['relu', 'hardsigmoid'] },
	});
	const c5 = sequence(
		convolutionBlock(672, 5, { stride: 2, groups: 'depthwise', act: 'hardswish' }),
		squeeze(672),
		convolutionBlock(80, 1, { act: 'none' }),
		last,
		last,
		convolutionBlock(480, 1, { act: 'hardswish' }),
	);
	const maps = ['c4', 'c5', ...extras.map((_, place) => `extra${String(place + 1)}`)];
	return {
		name: 'SSDLite on MobileNetV3-Large',
		stages: [
			...features,
			// the first map is taken inside of the block that halves the image
			{ name: 'c4', layer: convolutionBlock(672, 1, { act: 'hardswish' }) },
			{ name: 'c5', layer: c5 },
			...extras.map((out, place): Stage => ({ name: `extra${String(place + 1)}`, layer: extra(out) })),
			detectionHeads(maps.map((map, place) => headOf(map, place === 0 ? firstBoxes : boxes))),
		],
	};
}

function extra(out: number): Layer {
	return sequence(
		convolutionBlock(out / 2, 1, { act: 'relu6' }),
		convolutionBlock(out / 2, 3, { stride: 2, groups: 'depthwise', act: 'relu6' }),
		convolutionBlock(out, 1, { act: 'relu6' }),
	);
}

/** A depthwise and a pointwise convolution for the classes, and two for the boxes. */
function headOf(map: string, count: number): DetectionHead {
	const head = (out: number): Layer =>
		sequence(
			{ name: 'depthwise', layer: convolutionBlock('same', 3, { groups: 'depthwise', act: 'relu6' }) },
			{ name: 'pointwise', layer: convolution(out, 1, { bias: true }) },
		);
	return { map, classes: head(count * classes), boxes: head(count * coordinates) };
}
