import { pythonString } from './literals.ts';
import type { FrameworkSnippets, OfferedSnippet, SnippetBody, SnippetRequest } from './snippetOffer.ts';
import { lines, parts, stop } from './snippetParts.ts';

/** Hub ids whose networks `AutoBackbone` can cut into stages. */
const withBackbone = /^(microsoft\/(resnet|swin|swinv2|focalnet)-|facebook\/convnext|google\/bit-)/;
/** Hub ids whose networks `AutoModel` loads without a classifier. */
const withModel =
	/^(google\/(mobilenet_v[12]_|efficientnet-|vit-)|timm\/|facebook\/(deit|regnet|levit)-|apple\/mobilevit)/;

const load: OfferedSnippet = { kind: 'load', language: 'python' };
const fineTune: OfferedSnippet = { kind: 'finetune', language: 'python' };

export const transformersSnippets: FrameworkSnippets = {
	framework: 'transformers',
	offersOf: ({ name }) => {
		if (withBackbone.test(name)) return [load, { kind: 'features', language: 'python', form: 'maps' }, fineTune];
		if (withModel.test(name)) return [load, { kind: 'features', language: 'python', form: 'pooled' }, fineTune];
		return [load, fineTune];
	},
	write: request => {
		const loader = loaderOf(request);
		const names = ['AutoImageProcessor', loader].toSorted().join(', ');
		return { imports: [`from transformers import ${names}`], parts: code(request, loader) };
	},
};

function loaderOf({ kind, form }: SnippetRequest): string {
	if (kind !== 'features') return 'AutoModelForImageClassification';
	return form === 'maps' ? 'AutoBackbone' : 'AutoModel';
}

function code({ kind, checkpoint, classes }: SnippetRequest, loader: string): SnippetBody['parts'] {
	const name = pythonString(checkpoint.name);
	const processor = parts`processor = AutoImageProcessor.from_pretrained(${name})`;
	if (kind !== 'finetune') {
		const model = stop(1, kind === 'features' ? 'backbone' : 'model');
		return lines(processor, parts`${model} = ${loader}.from_pretrained(${name})`);
	}
	return lines(
		processor,
		parts`${stop(2, 'model')} = ${loader}.from_pretrained(`,
		parts`    ${name}, num_labels=${stop(1, String(classes))}, ignore_mismatched_sizes=True`,
		parts`)`,
	);
}
