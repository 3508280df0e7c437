import { classifier, convolutionBlock } from '../blocks.ts';
import { branches, pooling, sequence, type Layer, type NamedLayer, type Network, type Pair } from '../layers.ts';

/** Channels of a convolution block, its kernel where that is not 1, and its stride and padding where they are not usual. */
export type InceptionStep = readonly [out: number, kernel?: number | Pair, options?: StepOptions];

interface StepOptions {
	readonly stride?: number;
	readonly padding?: number;
	readonly bias?: boolean;
}

/** Convolution blocks one after the other, as the boxes of a branch in the papers' figures. */
export function tower(...steps: readonly InceptionStep[]): Layer {
	return sequence(...steps.map(([out, kernel = 1, options]) => convolutionBlock(out, kernel, options)));
}

/** A convolution of stride 2 without padding, which the papers mark with V. */
export const halving = { stride: 2, padding: 0 } as const;

export function mixed(...towers: readonly Layer[]): Layer {
	return branches('concatenate', ...towers);
}

/** Pooling that keeps the size of the image, and a convolution of 1 x 1. */
function pooledTower(kind: 'average' | 'max', out: number, countPadding = true): Layer {
	return sequence(pooling(kind, 3, 1, { padding: 1, countPadding }), convolutionBlock(out, 1));
}

/** As in Inception v4 and Inception-ResNet, whose averages leave out the padding. */
export function averageTower(out: number): Layer {
	return pooledTower('average', out, false);
}

type GoogLeNetRow = readonly [number, readonly [number, number], readonly [number, number], number];

/** 1 x 1; reduced and 3 x 3; reduced and 5 x 5; after pooling (GoogLeNet, arXiv 1409.4842, table 1). */
const googLeNetStages: readonly (readonly GoogLeNetRow[])[] = [
	[
		[64, [96, 128], [16, 32], 32],
		[128, [128, 192], [32, 96], 64],
	],
	[
		[192, [96, 208], [16, 48], 64],
		[160, [112, 224], [24, 64], 64],
		[128, [128, 256], [24, 64], 64],
		[112, [144, 288], [32, 64], 64],
		[256, [160, 320], [32, 128], 128],
	],
	[
		[256, [160, 320], [32, 128], 128],
		[384, [192, 384], [48, 128], 128],
	],
];

export interface InceptionV1Options {
	/** Kernel of the branch that has 5 x 5 in the paper; 3 where it is not given. */
	readonly five?: 3 | 5;
}

/**
 * Inception v1 as torchvision has it: with normalization, which the paper does not have, and with 3 x 3 where the paper has
 * 5 x 5, a slip of the TensorFlow code that its weights come from. The auxiliary classifiers are left out.
 */
export function inceptionV1({ five: side = 3 }: InceptionV1Options = {}): Network {
	const pools = [pooling('max', 3, 2, { ceil: true }), pooling('max', 2, 2, { ceil: true })];
	const stages = googLeNetStages.map((rows, stage): NamedLayer => {
		const blocks = rows.map(([one, three, five, pooled]) =>
			mixed(
				tower([one]),
				tower([three[0]], [three[1], 3]),
				tower([five[0]], [five[1], side]),
				pooledTower('max', pooled),
			),
		);
		const after = pools[stage];
		return {
			name: `inception${String(stage + 3)}`,
			layer: after ? sequence(...blocks, after) : sequence(...blocks),
		};
	});
	const pool = pooling('max', 3, 2, { ceil: true });
	return {
		name: 'Inception v1',
		stages: [
			{ name: 'conv1', layer: sequence(convolutionBlock(64, 7, { stride: 2 }), pool) },
			{ name: 'conv2', layer: sequence(tower([64], [192, 3]), pool) },
			...stages,
			{ name: 'classifier', layer: classifier() },
		],
	};
}

type V2Row = readonly [number, readonly [number, number], readonly [number, number], number];

/** As for v1, with two convolutions of 3 x 3 for 5 x 5 (Batch Normalization, arXiv 1502.03167, figure 5). 0 is a branch that is not there. */
const v2Stages: readonly (readonly V2Row[])[] = [
	[
		[64, [64, 64], [64, 96], 32],
		[64, [64, 96], [64, 96], 64],
	],
	[
		[0, [128, 160], [64, 96], 0],
		[224, [64, 96], [96, 128], 128],
		[192, [96, 128], [96, 128], 128],
		[160, [128, 160], [128, 160], 128],
		[96, [128, 192], [160, 192], 128],
	],
	[
		[0, [128, 192], [192, 256], 0],
		[352, [192, 320], [160, 224], 128],
		[352, [192, 320], [192, 224], 128],
	],
];

const bias = { bias: true } as const;

/** Inception v2, the network of the paper on batch normalization. Its convolutions have a bias, as in the Caffe model. */
export function inceptionV2(): Network {
	return v2Network(v2Stages);
}

/** Inception v2 with the channels of TensorFlow's Slim: two blocks make fewer of them after pooling. */
export function inceptionV2OfSlim(): Network {
	const isNarrow = (stage: number, place: number): boolean => stage === 1 && place >= 3;
	return v2Network(
		v2Stages.map((rows, stage) =>
			rows.map(([one, three, double, pooled], place): V2Row => {
				return [one, three, double, isNarrow(stage, place) ? 96 : pooled];
			}),
		),
	);
}

function v2Network(rowsOfStages: readonly (readonly V2Row[])[]): Network {
	const stages = rowsOfStages.map((rows, stage): NamedLayer => {
		const blocks = rows.map((row, place) => v2Block(row, stage === 2 && place === rows.length - 1));
		return { name: `inception${String(stage + 3)}`, layer: sequence(...blocks) };
	});
	const pool = pooling('max', 3, 2, { ceil: true });
	return {
		name: 'Inception v2',
		stages: [
			{ name: 'conv1', layer: sequence(convolutionBlock(64, 7, { stride: 2, bias: true }), pool) },
			{ name: 'conv2', layer: sequence(tower([64, 1, bias], [192, 3, bias]), pool) },
			...stages,
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** The last block pools maxima, the others averages; the first of a stage halves the image and keeps what it pools. */
function v2Block([one, three, double, pooled]: V2Row, isLast: boolean): Layer {
	const stride = { stride: one === 0 ? 2 : 1, bias: true };
	const sides = [
		tower([three[0], 1, bias], [three[1], 3, stride]),
		tower([double[0], 1, bias], [double[1], 3, bias], [double[1], 3, stride]),
	];
	if (one === 0) return mixed(...sides, pooling('max', 3, 2, { ceil: true }));
	const pool = pooling(isLast ? 'max' : 'average', 3, 1, { padding: 1, ceil: true });
	return mixed(tower([one, 1, bias]), ...sides, sequence(pool, tower([pooled, 1, bias])));
}

/** Inception v3 (arXiv 1512.00567, table 1) with the auxiliary classifier of figure 8. */
export function inceptionV3(): Network {
	return {
		name: 'Inception v3',
		stages: [
			{ name: 'stem', layer: stemOfV3() },
			{ name: 'mixed5', layer: sequence(v3BlockA(32), v3BlockA(64), v3BlockA(64)) },
			{
				name: 'mixed6',
				layer: sequence(
					mixed(tower([384, 3, halving]), tower([64], [96, 3], [96, 3, halving]), pooling('max', 3, 2)),
					v3BlockB(128),
					v3BlockB(160),
					v3BlockB(160),
					v3BlockB(192),
				),
			},
			{ name: 'mixed7', layer: sequence(v3Reduction(), v3BlockC(), v3BlockC()) },
			{ name: 'classifier', layer: classifier() },
		],
		auxiliary: {
			name: 'auxiliary',
			layer: sequence(pooling('average', 5, 3), tower([128], [768, 5, { padding: 0 }]), classifier()),
			from: ['mixed6'],
		},
	};
}

/** The stem of Inception v3 and of Inception-ResNet v2. */
export function stemOfV3(): Layer {
	return sequence(
		tower([32, 3, halving], [32, 3, { padding: 0 }], [64, 3]),
		pooling('max', 3, 2),
		tower([80], [192, 3, { padding: 0 }]),
		pooling('max', 3, 2),
	);
}

function v3BlockA(pooled: number): Layer {
	return mixed(tower([64]), tower([48], [64, 5]), tower([64], [96, 3], [96, 3]), pooledTower('average', pooled));
}

function v3BlockB(inner: number): Layer {
	return mixed(
		tower([192]),
		tower([inner], [inner, [1, 7]], [192, [7, 1]]),
		tower([inner], [inner, [7, 1]], [inner, [1, 7]], [inner, [7, 1]], [192, [1, 7]]),
		pooledTower('average', 192),
	);
}

function v3Reduction(): Layer {
	return mixed(
		tower([192], [320, 3, halving]),
		tower([192], [192, [1, 7]], [192, [7, 1]], [192, 3, halving]),
		pooling('max', 3, 2),
	);
}

function v3BlockC(): Layer {
	return mixed(
		tower([320]),
		sequence(tower([384]), crossed(384)),
		sequence(tower([448], [384, 3]), crossed(384)),
		pooledTower('average', 192),
	);
}

/** 1 x 3 beside 3 x 1. */
export function crossed(out: number): Layer {
	return mixed(tower([out, [1, 3]]), tower([out, [3, 1]]));
}
