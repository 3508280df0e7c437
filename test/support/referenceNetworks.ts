import { networkOf } from '../../src/architecture/networkOf.ts';
import { builderOf, networkOfOwner, portNamed } from '../../src/architecture/ports.ts';
import type { Network, Pair } from '../../src/architecture/layers.ts';
import { traceNetwork } from '../../src/architecture/traceNetwork.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';

/** A network of ours and the function of a library that builds the same one. */
export interface Reference {
	readonly model: string;
	readonly width?: number;
	readonly library: 'torchvision' | 'timm' | 'pytorchcv';
	readonly builder: string;
	readonly options?: Readonly<Record<string, number | boolean>>;
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

/** Sizes that are odd in one direction or both, for networks with TensorFlow's padding. */
const oddInputs: readonly Pair[] = [
	[224, 224],
	[225, 225],
	[193, 257],
	[160, 161],
	[331, 299],
];

/** Whether a builder pads as TensorFlow does. */
export function hasSamePadding(builder: string): boolean {
	return /\btf_/.test(builder);
}

const torchvisionNames: Readonly<Record<string, string>> = {
	'alexnet/1.0': 'alexnet',
	'resnext/50-32x4d': 'resnext50_32x4d',
	'resnext/101-32x8d': 'resnext101_32x8d',
	'resnext/101-64x4d': 'resnext101_64x4d',
	'wide-resnet/50-2': 'wide_resnet50_2',
	'wide-resnet/101-2': 'wide_resnet101_2',
	'squeezenet/1.0': 'squeezenet1_0',
	'squeezenet/1.1': 'squeezenet1_1',
	...named([11, 13, 16, 19], depth => [`vgg/${depth}`, `vgg${depth}`]),
	...named([11, 13, 16, 19], depth => [`vgg/${depth}-bn`, `vgg${depth}_bn`]),
	...named([18, 34, 50, 101, 152], depth => [`resnet/${depth}`, `resnet${depth}`]),
	...named([121, 161, 169, 201], depth => [`densenet/${depth}`, `densenet${depth}`]),
	...named([0, 1, 2, 3, 4, 5, 6, 7], size => [`efficientnet/b${size}`, `efficientnet_b${size}`]),
	...named(['0.5', '1.0', '1.5', '2.0'], width => [
		`shufflenet-v2/${width}`,
		`shufflenet_v2_x${width.replace('.', '_')}`,
	]),
};

const timmNames: Readonly<Record<string, string>> = {
	'resnet/200': 'resnet200',
	'resnet/26': 'resnet26',
	...named([18, 26, 34, 50, 101, 152, 200], depth => [`resnet/${depth}-d`, `resnet${depth}d`]),
	...named([50, 101, 152], depth => [`resnet/${depth}-c`, `resnet${depth}c`]),
	...named([50, 101, 152], depth => [`resnet/${depth}-s`, `resnet${depth}s`]),
	...named([10, 14, 26, 50], depth => [`resnet/${depth}-t`, `resnet${depth}t`]),
	'resnext/50-d-32x4d': 'resnext50d_32x4d',
	'resnext/101-32x4d': 'resnext101_32x4d',
	'resnext/101-32x16d': 'resnext101_32x16d',
	'resnext/101-32x32d': 'resnext101_32x32d',
	...named([18, 34], depth => [`senet/se-resnet-${depth}`, `legacy_seresnet${depth}`]),
	...named([50, 101, 152], depth => [`senet/se-resnet-${depth}`, `seresnet${depth}`]),
	...named(['50_32x4d', '101_32x4d', '101_32x8d', '101_64x4d'], name => [
		`senet/se-resnext-${name.replace('_', '-')}`,
		`seresnext${name}`,
	]),
	'senet/se-resnext-26-32x4d': 'legacy_seresnext26_32x4d',
	'senet/154': 'legacy_senet154',
	'efficientnet/b8': 'efficientnet_b8',
	'efficientnet/l2': 'efficientnet_l2',
	'mobilenet-v3/large-minimalistic-1.0': 'tf_mobilenetv3_large_minimal_100',
	'mobilenet-v3/small-minimalistic-1.0': 'tf_mobilenetv3_small_minimal_100',
	'mnasnet/small': 'mnasnet_small',
	'xception/1.0': 'legacy_xception',
	'nasnet/a-large': 'nasnetalarge',
	'pnasnet/5-large': 'pnasnet5large',
	'inception-v4/1.0': 'inception_v4',
	'inception-resnet/v2': 'inception_resnet_v2',
	...named([18, 30, 32, 40, 44, 48, 64], width => [`hrnet/w${width}`, `hrnet_w${width}`]),
	'hrnet/w18-small': 'hrnet_w18_small',
	'hrnet/w18-small-v2': 'hrnet_w18_small_v2',
};

const pytorchcvNames: Readonly<Record<string, string>> = {
	...named([10, 12, 14, 16], depth => [`resnet/${depth}`, `resnet${depth}`]),
	'resnet/26-basic': 'resnet26',
	'resnet/bc14b': 'resnetbc14b',
	'resnet/bc38b': 'resnetbc38b',
	...named(['14_16x4d', '14_32x2d', '14_32x4d', '26_32x2d', '26_32x4d'], name => [
		`resnext/${name.replace('_', '-')}`,
		`resnext${name}`,
	]),
	...named([10, 12, 14, 16, 26], depth => [`senet/se-resnet-${depth}`, `seresnet${depth}`]),
	'senet/se-resnet-bc26b': 'seresnetbc26b',
	'senet/se-resnet-bc38b': 'seresnetbc38b',
	...named([18, 34], depth => [`resnet/${depth}-v2`, `preresnet${depth}`]),
	...named([50, 101, 152], depth => [`resnet/${depth}-v2`, `preresnet${depth}b`]),
	...named([10, 12, 14, 16, 26], depth => [`resnet/preresnet-${depth}`, `preresnet${depth}`]),
	...named(['bc14b', 'bc26b', 'bc38b', '200b', '269b'], name => [`resnet/preresnet-${name}`, `preresnet${name}`]),
	...named(['10', '12', '16', '18', '26', '50b', 'bc26b', 'bc38b'], name => [
		`senet/se-preresnet-${name}`,
		`sepreresnet${name}`,
	]),
	'alexnet/ungrouped': 'alexnet',
	'squeezenet/1.0-simple-bypass': 'squeezeresnet_v1_0',
	'squeezenet/1.1-simple-bypass': 'squeezeresnet_v1_1',
	'peleenet/1.0': 'peleenet',
	'inception-v2/1.0': 'bninception',
	'inception-resnet/v1': 'inceptionresnetv1',
	'polynet/1.0': 'polynet',
	'shufflenet-v1/1.0': 'shufflenet_g3_w1',
	...named([1, 2, 4, 8], groups => [`shufflenet-v1/1.0-g${groups}`, `shufflenet_g${groups}_w1`]),
	'igcv-3/1.0': 'igcv3_w1',
};

function named(
	variants: readonly (number | string)[],
	names: (variant: string) => readonly [string, string],
): Readonly<Record<string, string>> {
	return Object.fromEntries(variants.map(variant => names(String(variant))));
}

function builtBy(library: Reference['library'], names: Readonly<Record<string, string>>): readonly Reference[] {
	return Object.entries(names).map(([model, builder]) => ({ model, library, builder }));
}

const widths = [0.35, 0.5, 0.75, 1, 1.25, 1.4];
/** How pytorchcv writes widths below 1. */
const narrow = [
	[0.25, 'wd4'],
	[0.5, 'wd2'],
	[0.75, 'w3d4'],
] as const;

/** Every network that a library builds alike. */
export const references: readonly Reference[] = [
	...builtBy('torchvision', torchvisionNames),
	...builtBy('timm', timmNames),
	...builtBy('pytorchcv', pytorchcvNames),
	...['googlenet', 'inception_v3', 'quantized_googlenet', 'quantized_inception_v3'].map((builder): Reference => ({
		model: builder.endsWith('googlenet') ? 'inception-v1/1.0' : 'inception-v3/1.0',
		library: 'torchvision',
		builder,
		options: { aux_logits: false, init_weights: false },
	})),
	{
		model: 'ssdlite/mobilenet-v3-large-reduced',
		library: 'torchvision',
		builder: 'ssdlite320_mobilenet_v3_large',
	},
	{ model: 'mobilenet-v1/1.0', library: 'timm', builder: 'mobilenetv1_100' },
	{ model: 'mobilenet-v1/1.0', width: 1.25, library: 'timm', builder: 'mobilenetv1_125' },
	...narrow.flatMap(([width, name]): readonly Reference[] => [
		{ model: 'mobilenet-v1/1.0', width, library: 'pytorchcv', builder: `mobilenet_${name}` },
		{ model: 'igcv-3/1.0', width, library: 'pytorchcv', builder: `igcv3_${name}` },
		{ model: 'shufflenet-v1/1.0', width, library: 'pytorchcv', builder: `shufflenet_g3_${name}` },
		{ model: 'shufflenet-v1/1.0-g1', width, library: 'pytorchcv', builder: `shufflenet_g1_${name}` },
	]),
	...widths.flatMap((width): Reference[] => [
		ofWidth('mobilenet-v2/1.0', 'mobilenet_v2', width),
		{ model: 'mnasnet/b1', width, library: 'torchvision', builder: 'MNASNet', options: { alpha: width } },
	]),
	{ model: 'mobilenet-v3/large-1.0', library: 'torchvision', builder: 'mobilenet_v3_large' },
	{ model: 'mobilenet-v3/small-1.0', library: 'torchvision', builder: 'mobilenet_v3_small' },
	{ model: 'mobilenet-v3/large-1.0', width: 0.75, library: 'timm', builder: 'mobilenetv3_large_075' },
	{ model: 'mobilenet-v3/small-1.0', width: 0.75, library: 'timm', builder: 'mobilenetv3_small_075' },
	{ model: 'mobilenet-v3/small-1.0', width: 0.5, library: 'timm', builder: 'mobilenetv3_small_050' },
	...[0.5, 0.75, 1, 1.4].map((width): Reference => ({
		model: 'mnasnet/a1',
		width,
		library: 'timm',
		builder: `semnasnet_${String(100 * width).padStart(3, '0')}`,
	})),
];

function ofWidth(model: string, builder: string, width: number): Reference {
	return { model, width, library: 'torchvision', builder, options: { width_mult: width } };
}

/** Networks that no library at hand builds alike, each with the reason. */
export const withoutReference: ReadonlyMap<string, string> = new Map([
	['squeezenet/1.0-complex-bypass', 'no library has it'],
	['densenet/41-variant', 'no library has it'],
	['tiny-fire/1.0', 'no library has it'],
	...['l4m32', 'l16m16', 'l100m2'].map(form => [`igcv-1/${form}`, 'no library of PyTorch has it'] as const),
	...[16, 32].map(filters => [`highway-network/mnist-${String(filters)}`, 'no library has it'] as const),
	['amoebanet/b-gpipe', 'no library has it'],
	['ssd/peleenet', 'no library has it'],
	['ssd/tiny-ssd', 'no library has it'],
	[
		'nasnet/a-mobile',
		'pytorchcv pads strided windows in another way, so that some layers have one more row and column',
	],
]);

/** Models that a library builds, too. */
export const referencedModels: ReadonlySet<string> = new Set(references.map(({ model }) => model));

/** Builders of described models whose networks differ from ours, each with the reason. */
export const builtOtherwise: ReadonlyMap<string, string> = new Map([
	...['11', '13', '16', '19'].flatMap(depth =>
		['', '_bn'].map(
			end =>
				[
					`timm vgg${depth}${end}`,
					'a larger image goes through its first fully connected layer at several places',
				] as const,
		),
	),
]);

/** Every network that a library builds alike: those above, and the builders of all weights in the catalog. */
export function allReferences(catalog: Catalog): readonly Reference[] {
	const named = new Set(references.map(({ library, builder }) => `${library} ${builder}`));
	const more = catalog.checkpoints.flatMap(({ id, model, framework: library }): readonly Reference[] => {
		const name = builderOf(id);
		if (library !== 'torchvision' && library !== 'timm' && library !== 'pytorchcv') return [];
		if (named.has(name) || builtOtherwise.has(name) || !networkOfOwner({ model, checkpoint: id })) return [];
		named.add(name);
		return [{ model, library, builder: name.slice(library.length + 1) }];
	});
	return [...references, ...more];
}

/** The network of ours that a library builds alike. */
export function networkOfReference({ model, width, library, builder }: Reference): Network {
	const network = portNamed(`${library} ${builder}`) ?? networkOf(model, width);
	if (!network) throw new RangeError(`no network for ${model}`);
	return network;
}

/** Our count of every network with a reference, at every size. */
export function expectedCosts(catalog: Catalog): readonly ExpectedCost[] {
	return allReferences(catalog).flatMap(reference => {
		const network = networkOfReference(reference);
		const sizes = hasSamePadding(reference.builder) ? oddInputs : inputs;
		return sizes.map((input): ExpectedCost => {
			const { params, macs } = traceNetwork(network, input);
			return { ...reference, input, params, macs };
		});
	});
}
