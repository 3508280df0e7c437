import { alexNet } from './families/alexNet.ts';
import { denseNet } from './families/denseNet.ts';
import { efficientNet } from './families/efficientNet.ts';
import { mnasNetB1 } from './families/mnasNet.ts';
import { mobileNetV1, mobileNetV2, mobileNetV3 } from './families/mobileNet.ts';
import { resNet } from './families/resNet.ts';
import { shuffleNetV2 } from './families/shuffleNetV2.ts';
import { squeezeNet } from './families/squeezeNet.ts';
import { vgg } from './families/vgg.ts';
import type { Network } from './layers.ts';

/** Networks that are one size each, by model id. */
const fixed: ReadonlyMap<string, () => Network> = new Map<string, () => Network>([
	['alexnet/ungrouped', alexNet],
	...([11, 13, 16, 19] as const).flatMap(depth => [
		[`vgg/${String(depth)}`, () => vgg({ depth })] as const,
		[`vgg/${String(depth)}-bn`, () => vgg({ depth, normalized: true })] as const,
	]),
	...([18, 34, 50, 101, 152] as const).map(depth => [`resnet/${String(depth)}`, () => resNet({ depth })] as const),
	['resnext/50-32x4d', () => resNet({ depth: 50, groups: 32, groupWidth: 4 })],
	['resnext/101-32x4d', () => resNet({ depth: 101, groups: 32, groupWidth: 4 })],
	['resnext/101-32x8d', () => resNet({ depth: 101, groups: 32, groupWidth: 8 })],
	['resnext/101-64x4d', () => resNet({ depth: 101, groups: 64, groupWidth: 4 })],
	['wide-resnet/50-2', () => resNet({ depth: 50, groupWidth: 128 })],
	['wide-resnet/101-2', () => resNet({ depth: 101, groupWidth: 128 })],
	...(['1.0', '1.1'] as const).map(version => [`squeezenet/${version}`, () => squeezeNet({ version })] as const),
	...([121, 161, 169, 201] as const).map(depth => [`densenet/${String(depth)}`, () => denseNet({ depth })] as const),
	...(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7'] as const).map(
		variant => [`efficientnet/${variant}`, () => efficientNet({ variant })] as const,
	),
	...(['0.5', '1.0', '1.5', '2.0'] as const).map(
		width => [`shufflenet-v2/${width}`, () => shuffleNetV2({ width })] as const,
	),
]);

/** Networks of any width: the id of a model is this and its width multiplier. */
const ofWidth: ReadonlyMap<string, (width: number) => Network> = new Map<string, (width: number) => Network>([
	['mobilenet-v1/', width => mobileNetV1({ width })],
	['mobilenet-v2/', width => mobileNetV2({ width })],
	['mobilenet-v3/large-', width => mobileNetV3({ size: 'large', width })],
	['mobilenet-v3/small-', width => mobileNetV3({ size: 'small', width })],
	['mnasnet/b1-', width => mnasNetB1({ width })],
]);

/** The ids of all models that have a network, those of any width at width 1. */
export const modelsWithNetwork: readonly string[] = [
	...fixed.keys(),
	...[...ofWidth.keys()].map(start => idOf(start, '1.0')),
];

/**
 * The network of a model of the catalog; undefined where its layers are not described as yet, or where it is of one width
 * alone and another is asked for.
 * @param width multiplier of the channels, where it is not that of the model.
 */
export function networkOf(modelId: string, width?: number): Network | undefined {
	const one = fixed.get(modelId);
	if (one) return width === undefined ? one() : undefined;
	for (const [start, make] of ofWidth) {
		const own = widthIn(modelId, start);
		if (own !== undefined) return make(width ?? own);
	}
	return undefined;
}

/** MnasNet-B1 has no width in its name where that is 1. */
function idOf(start: string, width: string): string {
	return start === 'mnasnet/b1-' ? 'mnasnet/b1' : `${start}${width}`;
}

function widthIn(modelId: string, start: string): number | undefined {
	if (modelId === idOf(start, '1.0')) return 1;
	const written = modelId.startsWith(start) ? modelId.slice(start.length) : '';
	return /^\d(?:\.\d{1,3})?$/.test(written) ? Number(written) : undefined;
}
