import { classifier, convolutionBlock, residual, squeezeExcitation } from '../blocks.ts';
import { pooling, relu, repeat, sequence, type Layer, type NamedLayer, type Network } from '../layers.ts';

/** Blocks of each of the four stages (Deep Residual Learning, arXiv 1512.03385, table 1), and those of later libraries. */
const residualBlocks = {
	10: [1, 1, 1, 1],
	12: [2, 1, 1, 1],
	14: [2, 2, 1, 1],
	16: [2, 2, 2, 1],
	18: [2, 2, 2, 2],
	26: [3, 3, 3, 3],
	34: [3, 4, 6, 3],
	38: [3, 3, 3, 3],
	50: [3, 4, 6, 3],
	101: [3, 4, 23, 3],
	152: [3, 8, 36, 3],
	200: [3, 24, 36, 3],
	269: [3, 30, 48, 8],
} as const;

/** Blocks of depths that exist with bottlenecks, too. */
const shortBottlenecks = { 14: [1, 1, 1, 1], 26: [2, 2, 2, 2] } as const;

export interface ResNetOptions {
	readonly depth: keyof typeof residualBlocks;
	/** Whether a block has three convolutions, of which the middle one is narrow; from 38 layers on where it is not given. */
	readonly bottleneck?: boolean;
	/** Groups of the 3 x 3 convolution, ResNeXt's cardinality (arXiv 1611.05431). */
	readonly groups?: number;
	/** Channels of each group in the first stage: 4 in ResNeXt-50 32x4d, 128 in the Wide ResNet of two widths (arXiv 1605.07146). */
	readonly groupWidth?: number;
	/** Channels of the three convolutions of 3 x 3 that stand for the 7 x 7 (ResNet-C, arXiv 1812.01187, figure 2). */
	readonly deepStem?: readonly [number, number, number];
	/** Whether shortcuts halve the image by pooling before their convolution (ResNet-D). */
	readonly pooledShortcut?: boolean;
	/** Convolution of a bottleneck that halves the image: the first as in the paper, the second as in torchvision (v1.5), where it is not given. */
	readonly strideIn?: 'first' | 'second';
	/** Factor from the channels of a block to those between the layers of its squeeze-excitation; none without. */
	readonly reduction?: number;
}

/** ResNet, ResNeXt, Wide ResNet and SE-ResNet. */
export function resNet(options: ResNetOptions): Network {
	const { depth, bottleneck = depth >= 38, groups = 1, groupWidth = 64, strideIn, reduction } = options;
	let inputs = options.deepStem?.[2] ?? 64;
	const stages = blocksOf(depth, bottleneck).map((count, stage): NamedLayer => {
		const width = 64 << stage;
		const out = bottleneck ? 4 * width : width;
		const block = (channels: number, stride: number): Layer => {
			const body = bottleneck
				? bottleneckOf(Math.floor((width * groupWidth) / 64) * groups, out, { stride, strideIn, groups })
				: basic(width, stride);
			const excited = reduction === undefined ? body : sequence(body, excitation(out, reduction));
			const shortcut = stride > 1 || channels !== out ? projection(out, stride, options) : undefined;
			return sequence(residual(excited, shortcut), relu);
		};
		const first = block(inputs, stage > 0 ? 2 : 1);
		inputs = out;
		return { name: `conv${String(stage + 2)}`, layer: sequence(first, ...repeat(count - 1, block(out, 1))) };
	});
	return {
		name: `${reduction === undefined ? '' : 'SE-'}${groups > 1 ? 'ResNeXt' : 'ResNet'}-${String(depth)}`,
		stages: [
			{ name: 'conv1', layer: sequence(stem(options), pooling('max', 3, 2, { padding: 1 })) },
			...stages,
			{ name: 'classifier', layer: classifier() },
		],
	};
}

/** Blocks of each of the four stages. */
export function blocksOf(depth: ResNetOptions['depth'], bottleneck: boolean): readonly number[] {
	return bottleneck && (depth === 14 || depth === 26) ? shortBottlenecks[depth] : residualBlocks[depth];
}

/** The share of each channel that SE-Net multiplies it with (arXiv 1709.01507, section 3). */
export function excitation(channels: number, reduction: number): Layer {
	return squeezeExcitation(Math.floor(channels / reduction), channels, ['relu', 'sigmoid']);
}

function stem({ deepStem }: ResNetOptions): Layer {
	if (!deepStem) return convolutionBlock(64, 7, { stride: 2 });
	const [first, second, third] = deepStem;
	return sequence(convolutionBlock(first, 3, { stride: 2 }), convolutionBlock(second, 3), convolutionBlock(third, 3));
}

function projection(out: number, stride: number, { pooledShortcut = false }: ResNetOptions): Layer {
	if (!pooledShortcut) return convolutionBlock(out, 1, { stride, act: 'none' });
	const pool = pooling('average', 2, stride, { ceil: true, countPadding: false });
	return sequence(...(stride > 1 ? [pool] : []), convolutionBlock(out, 1, { act: 'none' }));
}

/** Two convolutions of 3 x 3 (figure 5, left). */
export function basic(out: number, stride: number): Layer {
	return sequence(convolutionBlock(out, 3, { stride }), convolutionBlock(out, 3, { act: 'none' }));
}

export interface BottleneckOptions {
	readonly stride?: number;
	readonly strideIn?: ResNetOptions['strideIn'];
	readonly groups?: number;
}

/** Three convolutions, of which the middle one is narrow (figure 5, right). */
export function bottleneckOf(width: number, out: number, options: BottleneckOptions = {}): Layer {
	const { stride = 1, strideIn = 'second', groups = 1 } = options;
	const [first, second] = strideIn === 'first' ? [stride, 1] : [1, stride];
	return sequence(
		convolutionBlock(width, 1, { stride: first }),
		convolutionBlock(width, 3, { stride: second, groups }),
		convolutionBlock(out, 1, { act: 'none' }),
	);
}
