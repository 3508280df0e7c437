import { convolutionBlock, residual } from '../blocks.ts';
import { convolution, pooling, relu, sequence, type Layer, type Network, type Stage } from '../layers.ts';
import { coordinates, detectionHeads, extraMap, vocClasses, type DetectionHead } from './detectionHeads.ts';
import { peleeFeatures } from './peleeNet.ts';

/** Boxes at each place of a map. */
const boxes = 6;

/** Residual blocks of the maps that detections are read from, as the authors' code calls them (Pelee, arXiv 1804.06882, figure 3). */
const predictions = [
	['pm2', 'stage3'],
	['pm3', 'stage4'],
	['pm4', 'extra1'],
	['pm5', 'extra2'],
	['pm6', 'extra3'],
] as const;

/**
 * Pelee: an SSD on PeleeNet for images of 304 px and the classes of PASCAL VOC, as the authors' code has it: each map goes
 * through a residual block before its heads. It hands on twelve maps: the scores of the classes, then the boxes.
 */
export function peleeDetector(): Network {
	const [stem, ...features] = peleeFeatures();
	// the largest map serves for boxes of two sizes
	const heads = [headOf('pm1', 'pm2'), ...predictions.map(([name]) => headOf(name, name))];
	return {
		name: 'Pelee',
		stages: [
			stem,
			// a map is taken before its pooling, which counts windows that end outside the image as Caffe does
			...features.map(({ name, layer }, place): Stage => {
				const pool = pooling('average', 2, 2, { ceil: true });
				return { name, layer: place === 0 ? layer : sequence(pool, ...layer.layers) };
			}),
			{ name: 'extra1', layer: extraMap(256, 256, { stride: 2 }) },
			{ name: 'extra2', layer: extraMap(128, 256, { padding: 0 }) },
			{ name: 'extra3', layer: extraMap(128, 256, { padding: 0 }) },
			...predictions.map(([name, map]): Stage => ({ name, layer: prediction(256), from: [map] })),
			detectionHeads(heads),
		],
	};
}

function headOf(name: string, map: string): DetectionHead {
	const head = (numbers: number): Layer => convolution(boxes * numbers, 1, { bias: true });
	return { name, map, classes: head(vocClasses), boxes: head(coordinates) };
}

/** Figure 4: a bottleneck beside a convolution of 1 x 1. */
function prediction(out: number): Layer {
	const body = sequence(
		convolutionBlock(out / 2, 1),
		convolutionBlock(out / 2, 3),
		convolutionBlock(out, 1, { act: 'none' }),
	);
	return sequence(residual(body, convolutionBlock(out, 1, { act: 'none' })), relu);
}
