import { alexNet } from './families/alexNet.ts';
import { amoebaNetB } from './families/amoebaNet.ts';
import { denseNet } from './families/denseNet.ts';
import { efficientNet } from './families/efficientNet.ts';
import { highwayNetwork } from './families/highway.ts';
import { hrNet } from './families/hrNet.ts';
import { igcV1 } from './families/igcV1.ts';
import { igcV3 } from './families/igcV3.ts';
import { inceptionV1, inceptionV2, inceptionV3 } from './families/inception.ts';
import { inceptionResNetV1, inceptionResNetV2, inceptionV4 } from './families/inceptionV4.ts';
import { mnasNet } from './families/mnasNet.ts';
import { mobileNetV1, mobileNetV2, mobileNetV3 } from './families/mobileNet.ts';
import { nasNetA, nasNetLarge, nasNetMobile, pnasNet5Large } from './families/nasNet.ts';
import { peleeDetector } from './families/peleeDetector.ts';
import { peleeNet } from './families/peleeNet.ts';
import { polyNet } from './families/polyNet.ts';
import { residualNetworks } from './families/residualNetworks.ts';
import { seNet154 } from './families/seNet.ts';
import { shuffleNetV1 } from './families/shuffleNetV1.ts';
import { shuffleNetV2 } from './families/shuffleNetV2.ts';
import { ssdLiteMobileNetV3 } from './families/ssdLite.ts';
import { squeezeNet } from './families/squeezeNet.ts';
import { tinyFire, tinySsd } from './families/tinySsd.ts';
import { vgg } from './families/vgg.ts';
import { xception } from './families/xception.ts';
import type { Network } from './layers.ts';

type Entry = readonly [id: string, make: () => Network];

/** Networks that are one size each, by model id. */
const fixed: ReadonlyMap<string, () => Network> = new Map<string, () => Network>([
	['alexnet/1.0', () => alexNet()],
	['alexnet/ungrouped', () => alexNet({ form: 'ungrouped' })],
	...([11, 13, 16, 19] as const).flatMap(depth => [
		[`vgg/${String(depth)}`, () => vgg({ depth })] as const,
		[`vgg/${String(depth)}-bn`, () => vgg({ depth, normalized: true })] as const,
	]),
	...residualNetworks,
	['senet/154', seNet154],
	...(['1.0', '1.1'] as const).flatMap((version): readonly Entry[] => [
		[`squeezenet/${version}`, () => squeezeNet({ version })],
		[`squeezenet/${version}-simple-bypass`, () => squeezeNet({ version, bypass: 'simple' })],
	]),
	['squeezenet/1.0-complex-bypass', () => squeezeNet({ version: '1.0', bypass: 'complex' })],
	...([121, 161, 169, 201] as const).map((depth): Entry => [`densenet/${String(depth)}`, () => denseNet({ depth })]),
	['densenet/41-variant', () => denseNet({ depth: 41 })],
	...(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'l2'] as const).map((variant): Entry => [
		`efficientnet/${variant}`,
		() => efficientNet({ variant }),
	]),
	...(['0.5', '1.0', '1.5', '2.0'] as const).map((width): Entry => [
		`shufflenet-v2/${width}`,
		() => shuffleNetV2({ width }),
	]),
	['mobilenet-v3/large-minimalistic-1.0', () => mobileNetV3({ size: 'large', minimalistic: true })],
	['mobilenet-v3/small-minimalistic-1.0', () => mobileNetV3({ size: 'small', minimalistic: true })],
	['mnasnet/small', () => mnasNet({ variant: 'small' })],
	['peleenet/1.0', peleeNet],
	['tiny-fire/1.0', tinyFire],
	['igcv-1/l4m32', () => igcV1({ primary: 4, secondary: 32, doubles: 'secondary', stem: 128 })],
	['igcv-1/l16m16', () => igcV1({ primary: 16, secondary: 16, doubles: 'secondary', stem: 256 })],
	['igcv-1/l100m2', () => igcV1({ primary: 100, secondary: 2, doubles: 'primary', stem: 100 })],
	...[16, 32].map((filters): Entry => [
		`highway-network/mnist-${String(filters)}`,
		() => highwayNetwork({ filters }),
	]),
	['amoebanet/b-gpipe', amoebaNetB],
	['xception/1.0', xception],
	['nasnet/a-mobile', () => nasNetA(nasNetMobile)],
	['nasnet/a-large', () => nasNetA(nasNetLarge)],
	['pnasnet/5-large', pnasNet5Large],
	['inception-v1/1.0', inceptionV1],
	['inception-v2/1.0', inceptionV2],
	['inception-v3/1.0', inceptionV3],
	['inception-v4/1.0', inceptionV4],
	['inception-resnet/v1', inceptionResNetV1],
	['inception-resnet/v2', inceptionResNetV2],
	['polynet/1.0', polyNet],
	['ssdlite/mobilenet-v3-large-reduced', ssdLiteMobileNetV3],
	['ssd/peleenet', peleeDetector],
	['ssd/tiny-ssd', tinySsd],
	...[18, 30, 32, 40, 44, 48, 64].map((width): Entry => [`hrnet/w${String(width)}`, () => hrNet({ width })]),
	['hrnet/w18-small', () => hrNet({ width: 16, size: 'small' })],
	['hrnet/w18-small-v2', () => hrNet({ width: 18, size: 'small-v2' })],
]);

/** Models of any width: their ids begin with `start` and end with their width multiplier. */
interface WidthSeries {
	readonly start: string;
	/** What stands behind the width. */
	readonly end?: string;
	/** The id at width 1, where that is not written as 1.0. */
	readonly full?: string;
	readonly make: (width: number) => Network;
}

const ofWidth: readonly WidthSeries[] = [
	{ start: 'mobilenet-v1/', make: width => mobileNetV1({ width }) },
	{ start: 'mobilenet-v2/', make: width => mobileNetV2({ width }) },
	{ start: 'mobilenet-v3/large-', make: width => mobileNetV3({ size: 'large', width }) },
	{ start: 'mobilenet-v3/small-', make: width => mobileNetV3({ size: 'small', width }) },
	{ start: 'mnasnet/b1-', full: 'mnasnet/b1', make: width => mnasNet({ variant: 'b1', width }) },
	{ start: 'mnasnet/a1-', full: 'mnasnet/a1', make: width => mnasNet({ variant: 'a1', width }) },
	{ start: 'igcv-3/', make: width => igcV3({ width }) },
	{ start: 'shufflenet-v1/', make: width => shuffleNetV1({ groups: 3, width }) },
	...([1, 2, 4, 8] as const).map((groups): WidthSeries => ({
		start: 'shufflenet-v1/',
		end: `-g${String(groups)}`,
		make: width => shuffleNetV1({ groups, width }),
	})),
];

/** Models whose width their authors made in a way that is not known: their printed costs are not those of the channels times it. */
const ofOtherChannels: ReadonlySet<string> = new Set(['igcv-3/0.7', 'igcv-3/1.4']);

/** The ids of all models that have a network, those of any width at width 1. */
export const modelsWithNetwork: readonly string[] = [...fixed.keys(), ...ofWidth.map(fullId)];

/**
 * The network of a model of the catalog; undefined where its layers are not described as yet, or where it is of one width
 * alone and another is asked for.
 * @param width multiplier of the channels, where it is not that of the model.
 */
export function networkOf(modelId: string, width?: number): Network | undefined {
	const one = fixed.get(modelId);
	if (one) return width === undefined ? one() : undefined;
	if (ofOtherChannels.has(modelId)) return undefined;
	for (const series of ofWidth) {
		const own = widthIn(modelId, series);
		if (own !== undefined) return series.make(width ?? own);
	}
	return undefined;
}

function fullId({ start, end = '', full }: WidthSeries): string {
	return full ?? `${start}1.0${end}`;
}

function widthIn(modelId: string, series: WidthSeries): number | undefined {
	const { start, end = '' } = series;
	if (modelId === fullId(series)) return 1;
	if (!modelId.startsWith(start) || !modelId.endsWith(end)) return undefined;
	const written = modelId.slice(start.length, modelId.length - end.length);
	return /^\d(?:\.\d{1,3})?$/.test(written) ? Number(written) : undefined;
}
