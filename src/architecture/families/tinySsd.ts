import { convolution, globalPooling, pooling, relu, sequence, type NamedLayer, type Network } from '../layers.ts';
import { coordinates, detectionHeads, extraMap, vocClasses, type DetectionHead } from './detectionHeads.ts';
import { fire } from './squeezeNet.ts';

/** Filters of each Fire module: squeezed, expanded by 1 x 1 and by 3 x 3 (Tiny SSD, arXiv 1802.06488, table 1). */
const modules = [
	[15, 49, 53],
	[15, 54, 52],
	[29, 92, 94],
	[29, 90, 83],
	[44, 166, 161],
	[45, 155, 146],
	[49, 163, 171],
	[25, 29, 54],
	[37, 45, 56],
	[38, 41, 44],
] as const;

/** Modules with pooling before them. */
const pooledBefore: ReadonlySet<number> = new Set([1, 3, 5, 9, 10]);

/** Maps that detections are read from, and boxes at each place of them (table 2). */
const boxes = [
	['fire4', 4],
	['fire8', 6],
	['fire9', 6],
	['fire10', 6],
	['conv12', 6],
	['conv13', 4],
] as const;

/** Tiny SSD for images of 300 px. It hands on twelve maps: the scores of the classes, then the boxes, from the largest map down. */
export function tinySsd(): Network {
	const heads = boxes.map(([map, count]): DetectionHead => ({
		map,
		classes: convolution(count * vocClasses, 3, { bias: true }),
		boxes: convolution(count * coordinates, 3, { bias: true }),
	}));
	return {
		name: 'Tiny SSD',
		stages: [
			...fireStack(),
			{ name: 'conv12', layer: extraMap(51, 46, { stride: 2 }) },
			{ name: 'conv13', layer: extraMap(55, 85, { stride: 2 }) },
			detectionHeads(heads),
		],
	};
}

/**
 * The Fire modules of Tiny SSD as a network for classification. The paper trains them for detection alone, so the last
 * layers are those of SqueezeNet, whose modules these are.
 */
export function tinyFire(): Network {
	return {
		name: 'Tiny-Fire',
		stages: [
			...fireStack(),
			{ name: 'conv11', layer: sequence(convolution(1000, 1, { bias: true }), relu, globalPooling) },
		],
	};
}

function fireStack(): readonly NamedLayer[] {
	return [
		{ name: 'conv1', layer: sequence(convolution(57, 3, { stride: 2, padding: 0, bias: true }), relu) },
		...modules.map(([squeezed, expand1x1, expand3x3], place): NamedLayer => {
			const number = place + 1;
			const module = fire(squeezed, expand1x1, expand3x3);
			// windows that end outside the image count, as in Caffe
			const pool = pooling('max', 3, 2, { ceil: true });
			const layer = pooledBefore.has(number) ? sequence(pool, module) : module;
			return { name: `fire${String(number)}`, layer };
		}),
	];
}
