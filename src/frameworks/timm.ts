import type { Checkpoint } from '../catalog/records.ts';
import { numberText, pythonString, writeLiteral, yamlString } from './literals.ts';
import type { FrameworkSnippets, OfferedSnippet, SnippetBody, SnippetPart, SnippetRequest } from './snippetOffer.ts';
import { lines, parts, stop } from './snippetParts.ts';

/** Architectures of timm 1.0 that refuse `features_only=True`. */
const withoutMaps = /^(coat|convit|convmixer|crossvit|visformer)_/;

const always: readonly OfferedSnippet[] = [
	{ kind: 'load', language: 'python' },
	{ kind: 'features', language: 'python', form: 'pooled' },
	{ kind: 'features', language: 'python', form: 'maps' },
	{ kind: 'finetune', language: 'python' },
	{ kind: 'config', language: 'yaml' },
];

export const timmSnippets: FrameworkSnippets = {
	framework: 'timm',
	offersOf: checkpoint => always.filter(({ form }) => form !== 'maps' || !withoutMaps.test(checkpoint.name)),
	write: request =>
		request.kind === 'config'
			? { imports: [], parts: trainingConfig(request.checkpoint, request.classes) }
			: { imports: ['import timm'], parts: code(request) },
};

function code(request: SnippetRequest): SnippetBody['parts'] {
	switch (request.kind) {
		case 'finetune':
			return fineTune(request);
		case 'features':
			return request.form === 'maps'
				? create(request, stop(1, 'backbone'), ', features_only=True')
				: create(request, stop(1, 'backbone'), ', num_classes=0');
		default:
			return create(request, stop(1, 'model'), '');
	}
}

function create({ checkpoint }: SnippetRequest, model: SnippetPart, argument: string): readonly SnippetPart[] {
	const name = pythonString(checkpoint.name);
	return lines(
		parts`${model} = timm.create_model(${name}, pretrained=True${argument})`,
		parts`${model}.eval()`,
		parts`data_config = timm.data.resolve_model_data_config(${model})`,
		parts`transform = timm.data.create_transform(**data_config, is_training=False)`,
	);
}

/** timm 1.0 hands pruned networks over in evaluation mode, all others in training mode. */
const inEvaluationMode = /_pruned\b/;

function fineTune({ checkpoint, classes }: SnippetRequest): readonly SnippetPart[] {
	const model = stop(2, 'model');
	const name = pythonString(checkpoint.name);
	return lines(
		parts`${model} = timm.create_model(${name}, pretrained=True, num_classes=${stop(1, String(classes))})`,
		...(inEvaluationMode.test(checkpoint.name) ? [parts`${model}.train()`] : []),
		parts`data_config = timm.data.resolve_model_data_config(${model})`,
		parts`train_transform = timm.data.create_transform(**data_config, is_training=True)`,
		parts`transform = timm.data.create_transform(**data_config, is_training=False)`,
	);
}

/** Keys of the file that timm's `train.py --config` reads. */
function trainingConfig(checkpoint: Checkpoint, classes: number): readonly SnippetPart[] {
	const { preprocess } = checkpoint;
	const list = (values: readonly number[]): string => writeLiteral(values, 'yaml');
	const optional: (readonly SnippetPart[])[] = [];
	if (preprocess) optional.push(parts`input_size: ${list([3, ...preprocess.input])}`);
	if (preprocess?.mean) optional.push(parts`mean: ${list(preprocess.mean)}`);
	if (preprocess?.std) optional.push(parts`std: ${list(preprocess.std)}`);
	if (preprocess?.cropPct !== undefined) optional.push(parts`crop_pct: ${numberText(preprocess.cropPct, 'null')}`);
	if (preprocess?.interpolation !== undefined)
		optional.push(parts`interpolation: ${yamlString(preprocess.interpolation)}`);
	return lines(
		parts`model: ${yamlString(checkpoint.name)}`,
		parts`pretrained: true`,
		parts`num_classes: ${stop(1, String(classes))}`,
		...optional,
	);
}
