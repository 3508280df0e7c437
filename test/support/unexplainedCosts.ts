import type { ComparedFigure } from './comparedCosts.ts';

/** What is known of each figure that no rule gives: by its source, candidate and kind, for the report. */
const known: ReadonlyMap<string, string> = new Map([
	[
		'efficientnet-paper-v1 densenet/169@224 macs',
		'The 8.9 times 0.39B beside it mean 3.45 to 3.49B. TensorFlow’s converter, which leaves each normalization before a convolution as a product and a sum, would make it 3.38. Six operations for each number of a normalization would give 3.474, and the 4.4B of DenseNet-201 and 6.0B of DenseNet-264 in the same table (4.440, 5.956), but no tool is known that counts so, and the 4.1B of ResNet-50 there would be 4.2.',
	],
	[
		'efficientnet-paper-v1 efficientnet/b4@380 macs',
		'Not at 380 px, with maps rounded up, down or not at all, or layers not rounded up; 361 to 368 px would give it, as the 365 px of 224 × 1.15^3.5 (4.18), but B5 at the 450 px of 224 × 1.15^5 has 10.23. Without the first convolution and the last it would be 4.23, but the 1.8 of B3 in the same table 1.74.',
	],
	[
		'efficientnet-paper-v1 efficientnet/b5@456 macs',
		'At no size from 416 to 485 px: 9.40 at 448, 10.23 at 449. With maps rounded down or not at all it would be 9.5 or 9.7; without the first convolution and the last, 9.963.',
	],
	[
		'efficientnet-paper-v1 inception-v4/1.0@299 macs',
		'The 13 times 1.0B beside it do not show a misprint; the auxiliary head of TensorFlow’s Slim costs 6.5 M. At 315 px it would be 13.6, cut off, but it has 48 M parameters at no size. The row below prints 13, too, which is the count of Inception-ResNet v2.',
	],
	[
		'efficientnet-paper-v1 inception-v4/1.0@299 params',
		'The 5.2 times 9.2M beside it do not show a misprint; with the auxiliary head of TensorFlow’s Slim it has 46.0 M.',
	],
	[
		'efficientnet-paper-v1 polynet/1.0@331 params',
		'NASNet’s paper (arXiv 1707.07012, table 2) prints it first, beside multiply-accumulates that are the count (34.7). The weights of its convolutions, 92.96 M, would have to be cut off; in units of 2^20 it would be 90.9, or 91.3 with running statistics.',
	],
	[
		'efficientnet-paper-v1 senet/154@224 params',
		'NASNet’s paper (arXiv 1707.07012, table 2) prints 145.8M first, of an open-source implementation that it does not name. With first convolutions of full width in each block it would be 143.8 M, but the multiply-accumulates beside it 54.7 instead of 42 G. What is missing is not in the squeeze-excitations, which have 6.6 M in all.',
	],
	[
		'igcv1-paper igcv-1/l16m16@224 params',
		'The symbols that its authors published are the network that is counted. No sum of its primary convolutions with the others (by kind and place), normalizations and classifier, each of these with a factor from 0 to 2, gives this, L4M32’s and the 11.151 of ResNet in the same table at once; the 11.333 of ResNet there is less than the 12.77 M of the 3 x 3 convolutions in the blocks of one of 69 channels.',
	],
	[
		'igcv1-paper igcv-1/l4m32@224 params',
		'As for L16M16; its convolutions alone have 11.207 M, those of L16M16 11.441 and those of ResNet 11.167.',
	],
	[
		'mobilenetv2-paper mobilenet-v2/1.4@224 macs',
		'The page of its authors’ code prints 582, which is the count. No rounding of channels (to whole numbers, 2, 4, 8 or 16, up or down), first channels or size of the last layer gives both 585 and 6.9; channels that are not rounded give 584.6 with an expansion in the first block and a last layer of 1280, but 5.4 M parameters.',
	],
	[
		'mobilenetv2-paper mobilenet-v2/1.4@224 params',
		'The page of its authors’ code prints 6.06, which is the count without normalization; the author of a port takes it for a misprint of 6.1 (d-li14/mobilenetv2.pytorch, issue 20). A width of 1.5, which the paper does not have, would give 6.86, with 673 M multiply-accumulates.',
	],
	[
		'mobilenetv3-paper-v1 mobilenet-v3/large-0.35@224 params',
		'No rounding of channels that gives the other widths gives this one: to whole numbers, 2 or 4 it would be 2.11 to 2.12, with running statistics and a class for the background 2.142.',
	],
	[
		'mobilenetv3-paper-v1 mobilenet-v3/small-0.5@224 macs',
		'With a first convolution of 16 channels, as in the authors’ code, it would be 24.5; as TensorFlow’s converter counts, 21.9; with the strides that give the 66 of width 1.0, 25.3.',
	],
	[
		'seed mobilenet-v1/1.0@224 macs',
		'MobileNetV2’s paper (table 4) prints it, where MobileNetV2 1.4 is above its count, too: by 2.8 M, this by 6.3, although it has half as many activations. MobileNet’s own paper prints 569; with two operations for each number of a normalization halved it would be 573.8.',
	],
	[
		'seed shufflenet-v1/2.0@224 params',
		'PeleeNet’s page prints it, and 5.2 M for ShuffleNetV2 1.5 as well, which has 3.5 M; MobileNetV2’s paper prints 5.4. With two groups it would be 5.26, with one 4.92; in units of 2^20 5.198, but the other rows of that page are in millions.',
	],
	[
		'shufflenetv2-paper igcv-3/1.0@224 macs',
		'The authors’ code (homles11/IGCV3, symbols/igcv3.py) has the network that is counted. One operation for each number of a ReLU6 would make it 317.9, but the 610 of width 1.4 in the same table 628.6 as that code widens it, or 599.7 with channels by eights; no source counts IGCV3 so.',
	],
	[
		'tf-slim-mobilenet mobilenet-v3/small-minimalistic-1.0@224 macs',
		'The row of the large network is its count. Of all places for the strides one alone would give it, 64.9, which nothing documents; those that give the 66 of the full network give 60.7, or 65.4 with its kernels of 5, which the row of the large network is without.',
	],
	[
		'tf-slim-mobilenet-v1 mobilenet-v1/0.25@192 macs',
		'The rows of 128, 160 and 224 px are the counts; between them, 34 is 13 % too many. 193 px would give 34.6, with one more row and column in most maps.',
	],
]);

/** Which figure is meant: `source candidate kind`. */
export function nameOfFigure({ figure: { source, kind }, candidate }: ComparedFigure): string {
	return `${source} ${candidate.id} ${kind}`;
}

/** A sentence for the row of a figure that no rule gives; undefined for all others. */
export function knownOf(compared: ComparedFigure): string | undefined {
	return known.get(nameOfFigure(compared));
}

/** The names of all figures that have a sentence. */
export const namesOfKnown: readonly string[] = [...known.keys()];
