import { pythonString } from './literals.ts';
import type { FrameworkSnippets, OfferedSnippet, SnippetRequest } from './snippetOffer.ts';
import type { SnippetBody } from './snippetOffer.ts';
import { lines, parts, stop } from './snippetParts.ts';

/** How the weights that MMPretrain took over from others are named, and the configuration that each was made for. */
const takenOver: readonly (readonly [RegExp, string])[] = [
	[/^(densenet\d+)_3rdparty_in1k$/, '$1_4xb256_in1k'],
	[/^(efficientnet-b\d)_3rdparty_8xb32-aa-advprop_in1k$/, '$1_8xb32-01norm_in1k'],
	[/^(efficientnet-b\d)_3rdparty(?:_8xb32(?:-aa)?|-ra-noisystudent)_in1k$/, '$1_8xb32_in1k'],
	[/^(hrnet-w\d+)_3rdparty_8xb32(?:-ssld)?_in1k$/, '$1_4xb32_in1k'],
	[/^(inception-v3)_3rdparty_8xb32_in1k$/, '$1_8xb32_in1k'],
	[/^(mobilenet-v3-(?:small|large)(?:-\d+)?)_3rdparty_in1k$/, '$1_8xb128_in1k'],
];

/** Folder of the configurations, by the beginning of their names. */
const folders: readonly (readonly [RegExp, string])[] = [
	[/^resnet(v1[cd])?\d/, 'resnet'],
	[/^resnext\d/, 'resnext'],
	[/^seresnet\d/, 'seresnet'],
	[/^densenet\d/, 'densenet'],
	[/^efficientnet-b\d/, 'efficientnet'],
	[/^hrnet-w\d/, 'hrnet'],
	[/^inception-v3_/, 'inception_v3'],
	[/^mobilenet-v2_/, 'mobilenet_v2'],
	[/^mobilenet-v3-/, 'mobilenet_v3'],
	[/^shufflenet-v1-/, 'shufflenet_v1'],
	[/^shufflenet-v2-/, 'shufflenet_v2'],
	[/^vgg\d/, 'vgg'],
];

/** Path of the configuration inside MMPretrain: `resnet/resnet50_8xb32_in1k.py`. Undefined where none is known. */
export function mmpretrainConfig(name: string): string | undefined {
	const rule = takenOver.find(([pattern]) => pattern.test(name));
	const config = rule ? name.replace(rule[0], rule[1]) : name;
	const folder = folders.find(([pattern]) => pattern.test(config))?.[1];
	const isConfig = /^[a-z0-9-]+_\d+xb\d+(?:-[a-z0-9-]+)?_in1k$/.test(config);
	return folder !== undefined && isConfig ? `${folder}/${config}.py` : undefined;
}

/** Names without weights in the lists of MMPretrain 1.2, and those of RepLKNet whose configuration it cannot read itself. */
const notLoadable =
	/^(?:hivit-|replknet-31B_|swin-base-w7_simmim|vit-(?:base-p16_m(?:ae-(?:[348]00e|1600e-pre_8xb2048)|ff-300e-pre_8xb2048)|large-p16_mae-))/;

const load: OfferedSnippet = { kind: 'load', language: 'python' };

export const mmpretrainSnippets: FrameworkSnippets = {
	framework: 'mmpretrain',
	offersOf: ({ name }) => {
		if (notLoadable.test(name)) return [];
		return mmpretrainConfig(name) === undefined ? [load] : [load, { kind: 'config', language: 'python' }];
	},
	write: request =>
		request.kind === 'config'
			? { imports: [], parts: config(request) }
			: { imports: ['from mmpretrain import get_model'], parts: code(request) },
};

function code({ checkpoint }: SnippetRequest): SnippetBody['parts'] {
	const model = stop(1, 'model');
	return lines(
		parts`${model} = get_model(${pythonString(checkpoint.name)}, pretrained=True)`,
		parts`${model}.eval()`,
	);
}

/** VGG and Inception v3 keep their classifier in the backbone, the others in the head. */
function config({ checkpoint, classes }: SnippetRequest): SnippetBody['parts'] {
	const path = mmpretrainConfig(checkpoint.name) ?? '';
	const owner = /^(vgg|inception_v3)\//.test(path) ? 'backbone' : 'head';
	return lines(
		parts`_base_ = [${pythonString(`mmpretrain::${path}`)}]`,
		parts``,
		parts`model = dict(${owner}=dict(num_classes=${stop(1, String(classes))}))`,
	);
}
