import type { Network } from '../layers.ts';
import { preResNet, type PreResNetOptions } from './preResNet.ts';
import { resNet, type ResNetOptions } from './resNet.ts';

/** Hyperparameters of residual networks by the id of their model in the catalog. */
export const designs: Readonly<Record<string, ResNetOptions>> = {
	...Object.fromEntries(
		([10, 12, 14, 16, 18, 34, 50, 101, 152, 200] as const).map(depth => [`resnet/${String(depth)}`, { depth }]),
	),
	'resnet/26-basic': { depth: 26 },
	'resnet/26': { depth: 26, bottleneck: true },
	'resnet/bc14b': { depth: 14, bottleneck: true },
	'resnet/bc38b': { depth: 38 },
	...Object.fromEntries(
		([18, 26, 34, 50, 101, 152, 200] as const).map(depth => [
			`resnet/${String(depth)}-d`,
			{ depth, bottleneck: depth === 26 || depth >= 50, deepStem: [32, 32, 64], pooledShortcut: true },
		]),
	),
	...Object.fromEntries(
		([50, 101, 152] as const).flatMap(depth => [
			[`resnet/${String(depth)}-c`, { depth, deepStem: [32, 32, 64] }],
			[`resnet/${String(depth)}-s`, { depth, deepStem: [64, 64, 128] }],
		]),
	),
	'resnet/10-t': { depth: 10, deepStem: [24, 32, 64], pooledShortcut: true },
	'resnet/14-t': { depth: 14, bottleneck: true, deepStem: [24, 32, 64], pooledShortcut: true },
	'resnet/26-t': { depth: 26, bottleneck: true, deepStem: [24, 32, 64], pooledShortcut: true },
	'resnet/50-t': { depth: 50, deepStem: [24, 32, 64], pooledShortcut: true },
	'resnext/14-16x4d': { depth: 14, bottleneck: true, groups: 16, groupWidth: 4 },
	'resnext/14-32x2d': { depth: 14, bottleneck: true, groups: 32, groupWidth: 2 },
	'resnext/14-32x4d': { depth: 14, bottleneck: true, groups: 32, groupWidth: 4 },
	'resnext/26-32x2d': { depth: 26, bottleneck: true, groups: 32, groupWidth: 2 },
	'resnext/26-32x4d': { depth: 26, bottleneck: true, groups: 32, groupWidth: 4 },
	'resnext/50-32x4d': { depth: 50, groups: 32, groupWidth: 4 },
	'resnext/50-d-32x4d': { depth: 50, groups: 32, groupWidth: 4, deepStem: [32, 32, 64], pooledShortcut: true },
	'resnext/101-32x4d': { depth: 101, groups: 32, groupWidth: 4 },
	'resnext/101-32x8d': { depth: 101, groups: 32, groupWidth: 8 },
	'resnext/101-32x16d': { depth: 101, groups: 32, groupWidth: 16 },
	'resnext/101-32x32d': { depth: 101, groups: 32, groupWidth: 32 },
	'resnext/101-64x4d': { depth: 101, groups: 64, groupWidth: 4 },
	'wide-resnet/50-2': { depth: 50, groupWidth: 128 },
	'wide-resnet/101-2': { depth: 101, groupWidth: 128 },
	...Object.fromEntries(
		([10, 12, 14, 16, 18, 26, 34, 50, 101, 152] as const).map(depth => [
			`senet/se-resnet-${String(depth)}`,
			{ depth, reduction: 16 },
		]),
	),
	'senet/se-resnet-bc26b': { depth: 26, bottleneck: true, reduction: 16 },
	'senet/se-resnet-bc38b': { depth: 38, reduction: 16 },
	'senet/se-resnext-26-32x4d': { depth: 26, bottleneck: true, groups: 32, groupWidth: 4, reduction: 16 },
	'senet/se-resnext-50-32x4d': { depth: 50, groups: 32, groupWidth: 4, reduction: 16 },
	'senet/se-resnext-101-32x4d': { depth: 101, groups: 32, groupWidth: 4, reduction: 16 },
	'senet/se-resnext-101-32x8d': { depth: 101, groups: 32, groupWidth: 8, reduction: 16 },
	'senet/se-resnext-101-64x4d': { depth: 101, groups: 64, groupWidth: 4, reduction: 16 },
};

export const preactivated: Readonly<Record<string, PreResNetOptions>> = {
	...Object.fromEntries(([18, 34, 50, 101, 152] as const).map(depth => [`resnet/${String(depth)}-v2`, { depth }])),
	...Object.fromEntries(
		([10, 12, 14, 16, 26] as const).map(depth => [`resnet/preresnet-${String(depth)}`, { depth }]),
	),
	'resnet/preresnet-bc14b': { depth: 14, bottleneck: true },
	'resnet/preresnet-bc26b': { depth: 26, bottleneck: true },
	'resnet/preresnet-bc38b': { depth: 38 },
	'resnet/preresnet-200b': { depth: 200 },
	'resnet/preresnet-269b': { depth: 269 },
	...Object.fromEntries(
		([10, 12, 16, 18, 26] as const).map(depth => [`senet/se-preresnet-${String(depth)}`, { depth, reduction: 16 }]),
	),
	'senet/se-preresnet-50b': { depth: 50, reduction: 16 },
	'senet/se-preresnet-bc26b': { depth: 26, bottleneck: true, reduction: 16 },
	'senet/se-preresnet-bc38b': { depth: 38, reduction: 16 },
};

/** Every residual network of the catalog whose layers are described, by the id of its model. */
export const residualNetworks: readonly (readonly [id: string, make: () => Network])[] = [
	...Object.entries(designs).map(([id, options]) => [id, () => resNet(options)] as const),
	...Object.entries(preactivated).map(([id, options]) => [id, () => preResNet(options)] as const),
];
