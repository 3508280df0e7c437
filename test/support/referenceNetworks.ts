import { networkOf } from '../../src/architecture/networkOf.ts';
import type { Pair } from '../../src/architecture/layers.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';

/** A network of ours and the function of a library that builds the same one. */
interface Reference {
	readonly model: string;
	readonly width?: number;
	readonly library: 'torchvision' | 'timm';
	readonly builder: string;
	readonly options?: Readonly<Record<string, number>>;
}

/** What both sides must count. */
export interface ExpectedCost extends Reference {
	readonly input: Pair;
	readonly params: number;
	readonly macs: number;
}

/** The usual size, and four others of which one is not square. */
const inputs: readonly Pair[] = [
	[224, 224],
	[160, 160],
	[192, 192],
	[256, 256],
	[224, 320],
];

const torchvisionNames: Readonly<Record<string, string>> = {
	'alexnet/ungrouped': 'alexnet',
	'resnext/50-32x4d': 'resnext50_32x4d',
	'resnext/101-32x8d': 'resnext101_32x8d',
	'resnext/101-64x4d': 'resnext101_64x4d',
	'wide-resnet/50-2': 'wide_resnet50_2',
	'wide-resnet/101-2': 'wide_resnet101_2',
	'squeezenet/1.0': 'squeezenet1_0',
	'squeezenet/1.1': 'squeezenet1_1',
	...Object.fromEntries(
		[11, 13, 16, 19].flatMap(depth => [
			[`vgg/${String(depth)}`, `vgg${String(depth)}`],
			[`vgg/${String(depth)}-bn`, `vgg${String(depth)}_bn`],
		]),
	),
	...Object.fromEntries([18, 34, 50, 101, 152].map(depth => [`resnet/${String(depth)}`, `resnet${String(depth)}`])),
	...Object.fromEntries([121, 161, 169, 201].map(depth => [`densenet/${String(depth)}`, `densenet${String(depth)}`])),
	...Object.fromEntries(
		[0, 1, 2, 3, 4, 5, 6, 7].map(size => [`efficientnet/b${String(size)}`, `efficientnet_b${String(size)}`]),
	),
	...Object.fromEntries(
		['0.5', '1.0', '1.5', '2.0'].map(width => [
			`shufflenet-v2/${width}`,
			`shufflenet_v2_x${width.replace('.', '_')}`,
		]),
	),
};

const widths = [0.35, 0.5, 0.75, 1, 1.25, 1.4];

const references: readonly Reference[] = [
	...Object.entries(torchvisionNames).map(([model, builder]): Reference => ({
		model,
		library: 'torchvision',
		builder,
	})),
	{ model: 'resnext/101-32x4d', library: 'timm', builder: 'resnext101_32x4d' },
	{ model: 'mobilenet-v1/1.0', library: 'timm', builder: 'mobilenetv1_100' },
	{ model: 'mobilenet-v1/1.0', width: 1.25, library: 'timm', builder: 'mobilenetv1_125' },
	...widths.flatMap((width): Reference[] => [
		ofWidth('mobilenet-v2/1.0', 'mobilenet_v2', width),
		ofWidth('mobilenet-v3/large-1.0', 'mobilenet_v3_large', width),
		ofWidth('mobilenet-v3/small-1.0', 'mobilenet_v3_small', width),
		{ model: 'mnasnet/b1', width, library: 'torchvision', builder: 'MNASNet', options: { alpha: width } },
	]),
];

function ofWidth(model: string, builder: string, width: number): Reference {
	return { model, width, library: 'torchvision', builder, options: { width_mult: width } };
}

/** Models that a library builds, too. */
export const referencedModels: ReadonlySet<string> = new Set(references.map(({ model }) => model));

/** Our count of every network with a reference, at every size. */
export function expectedCosts(): readonly ExpectedCost[] {
	return references.flatMap(reference => {
		const network = networkOf(reference.model, reference.width);
		if (!network) throw new RangeError(`no network for ${reference.model}`);
		return inputs.map((input): ExpectedCost => {
			const { params, macs } = traceNetwork(network, input);
			return { ...reference, input, params, macs };
		});
	});
}
