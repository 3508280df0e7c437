import type { ComparedFigure } from './comparedCosts.ts';

/** What is known of each figure that no rule gives: by its source, candidate and kind, for the report. */
const known: ReadonlyMap<string, string> = new Map([
	[
		'efficientnet-paper-v1 densenet/169@224 macs',
		'The 8.9 times 0.39B beside it mean 3.45 to 3.49B. Five operations for each number of a normalization would give that, but not the 6.0B of DenseNet-264 in the same table.',
	],
	[
		'efficientnet-paper-v1 efficientnet/b4@380 macs',
		'Not at 380 px, with maps rounded up, down or not at all, or layers not rounded up; 361 to 368 px would give it.',
	],
	[
		'efficientnet-paper-v1 efficientnet/b5@456 macs',
		'At no size from 416 to 485 px; with maps rounded down or not at all it would be 9.5 or 9.7.',
	],
	[
		'efficientnet-paper-v1 inception-v4/1.0@299 macs',
		'The 13 times 1.0B beside it do not show a misprint; the auxiliary head of TensorFlow’s Slim costs 6.5 M.',
	],
	[
		'efficientnet-paper-v1 inception-v4/1.0@299 params',
		'The 5.2 times 9.2M beside it do not show a misprint; with the auxiliary head of TensorFlow’s Slim it has 46.0 M.',
	],
	[
		'efficientnet-paper-v1 polynet/1.0@331 params',
		'NASNet’s paper (arXiv 1707.07012, table 2) prints it first. The weights of its convolutions, 92.96 M, would have to be cut off.',
	],
	[
		'efficientnet-paper-v1 senet/154@224 params',
		'NASNet’s paper (arXiv 1707.07012, table 2) prints 145.8M first, of an open-source implementation that it does not name. With first convolutions of full width in each block it would be 143.8 M.',
	],
	[
		'igcv1-paper igcv-1/l16m16@224 params',
		'The symbols that its authors published are the network that is counted. No sum of parts that gives this gives L4M32’s, too, or the 11.151 and 11.333 of ResNet in the same table.',
	],
	['igcv1-paper igcv-1/l4m32@224 params', 'As for L16M16; its convolutions alone have 11.207 M.'],
	[
		'mobilenetv2-paper mobilenet-v2/1.4@224 macs',
		'The page of its authors’ code prints 582, which is the count; no rounding of channels or size of the last layer gives both 585 and 6.9.',
	],
	[
		'mobilenetv2-paper mobilenet-v2/1.4@224 params',
		'The page of its authors’ code prints 6.06, which is the count without normalization.',
	],
	[
		'mobilenetv3-paper-v1 mnasnet/small@224 macs',
		'MnasNet’s paper (arXiv 1807.11626, table 4) prints 65M, 1.9M and the same accuracy of MnasNet-search1, whose layers are not published. The code of its authors and timm have MnasNet-search2, of 68M and 2.0M, which are the counts.',
	],
	['mobilenetv3-paper-v1 mnasnet/small@224 params', 'As for its multiply-accumulates.'],
	[
		'mobilenetv3-paper-v1 mobilenet-v3/large-0.35@224 params',
		'No rounding of channels that gives the other widths gives this one.',
	],
	[
		'mobilenetv3-paper-v1 mobilenet-v3/small-0.5@224 macs',
		'With a first convolution of 16 channels, as in the authors’ code, it would be 24.5.',
	],
	[
		'seed mobilenet-v1/1.0@224 macs',
		'MobileNetV2’s paper (table 4) prints it, where MobileNetV2 1.4 is above its count, too; MobileNet’s own paper prints 569.',
	],
	[
		'seed shufflenet-v1/2.0@224 params',
		'PeleeNet’s page prints it, and 5.2 M for ShuffleNetV2 1.5 as well, which has 3.5 M; MobileNetV2’s paper prints 5.4.',
	],
	[
		'shufflenetv2-paper igcv-3/1.0@224 macs',
		'One operation for each number of a ReLU6 would make it 317.9, but no source counts IGCV3 so.',
	],
	[
		'tf-slim-mobilenet mobilenet-v3/small-minimalistic-1.0@224 macs',
		'The row of the large network is its count. Of all places for the strides one alone would give it, 64.9, which nothing documents.',
	],
	[
		'tf-slim-mobilenet-v1 mobilenet-v1/0.25@192 macs',
		'The rows of 128, 160 and 224 px are the counts; between them, 34 is 13 % too many.',
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
