import { pythonString } from './literals.ts';
import type {
	FrameworkSnippets,
	OfferedSnippet,
	SnippetBody,
	SnippetPart,
	SnippetRequest,
	TabStop,
} from './snippetOffer.ts';
import { lines, parts, stop } from './snippetParts.ts';

/** What the classifying layer is and where it stands under `.output`, by the beginning of the name. */
interface Head {
	readonly names: RegExp;
	/** `''` where `.output` itself is the layer. */
	readonly path: '' | '.fc' | '.fc2' | '.fc3' | '.final_conv' | '.conv2';
	readonly layer: 'linear' | 'convolution' | 'convolution without bias';
}

const heads: readonly Head[] = [
	{ names: /^(alexnetb?|zfnetb?|(bn_)?vgg\d+b?)$/, path: '.fc3', layer: 'linear' },
	{ names: /^squeeze(res)?net_v1_[01]$/, path: '.final_conv', layer: 'convolution' },
	{ names: /^mobilenetv2b?_\w+$/, path: '', layer: 'convolution without bias' },
	{ names: /^mobilenetv3_\w+$/, path: '.conv2', layer: 'convolution' },
	{ names: /^inceptionresnetv1$/, path: '.fc2', layer: 'linear' },
	{
		names: /^(senet\d+|peleenet|inceptionv[34]|inceptionresnetv2|polynet|nasnet_\w+|pnasnet\w+|efficientnet_\w+)$/,
		path: '.fc',
		layer: 'linear',
	},
	{
		names: /^(bninception|(se)?resnet(bc|d|a)?\d+\w*|(se)?resnext\d+_\w+|densenet\d+|hrnet(v2)?_\w+|shufflenet(v2b?)?_\w+|mobilenetb?_\w+|igcv3_\w+|mnasnet_\w+|proxylessnas_\w+|fbnet_\w+|xception)$/,
		path: '',
		layer: 'linear',
	},
];

const loadAndFeatures: readonly OfferedSnippet[] = [
	{ kind: 'load', language: 'python' },
	{ kind: 'features', language: 'python', form: 'maps' },
];

export const pytorchcvSnippets: FrameworkSnippets = {
	framework: 'pytorchcv',
	offersOf: ({ name }) => {
		// its features take the picture twice, at two sizes
		if (name.startsWith('espnetv2')) return loadAndFeatures.slice(0, 1);
		return headOf(name) ? [...loadAndFeatures, { kind: 'finetune', language: 'python' }] : loadAndFeatures;
	},
	write: request => {
		const provider = 'from pytorchcv.model_provider import get_model as ptcv_get_model';
		return request.kind === 'finetune'
			? { imports: ['import torch', provider], parts: fineTune(request) }
			: { imports: [provider], parts: code(request) };
	},
};

function code(request: SnippetRequest): SnippetBody['parts'] {
	if (request.kind !== 'features') return lines(create(request, stop(1, 'model')), parts`${stop(1, 'model')}.eval()`);
	const model = stop(2, 'model');
	return lines(create(request, model), parts`${model}.eval()`, parts`${stop(1, 'backbone')} = ${model}.features`);
}

/** The weights are of 1,000 classes and loaded strictly, so the head is replaced afterwards. */
function fineTune(request: SnippetRequest): SnippetBody['parts'] {
	const head = headOf(request.checkpoint.name);
	if (!head) throw new RangeError(`no known head in pytorchcv: ${request.checkpoint.name}`);
	const model = stop(2, 'model');
	return lines(create(request, model), newHead(head, model, stop(1, String(request.classes))));
}

function create({ checkpoint }: SnippetRequest, model: TabStop): readonly SnippetPart[] {
	return parts`${model} = ptcv_get_model(${pythonString(checkpoint.name)}, pretrained=True)`;
}

function newHead({ path, layer }: Head, model: TabStop, classes: TabStop): readonly SnippetPart[] {
	const target = parts`${model}.output${path}`;
	switch (layer) {
		case 'linear':
			return [...target, ...parts` = torch.nn.Linear(`, ...target, ...parts`.in_features, ${classes})`];
		case 'convolution':
			return [...target, ' = torch.nn.Conv2d(', ...target, ...parts`.in_channels, ${classes}, kernel_size=1)`];
		case 'convolution without bias':
			return [
				...target,
				' = torch.nn.Conv2d(',
				...target,
				...parts`.in_channels, ${classes}, kernel_size=1, bias=False)`,
			];
	}
}

function headOf(name: string): Head | undefined {
	return heads.find(({ names }) => names.test(name));
}
