import type { NamedModel } from '../catalog/namedModel.ts';
import { frameworks } from '../catalog/records.ts';
import { inputSeen, type Mention } from './mention.ts';
import type { ModelDocument } from './modelDocument.ts';
import type { ModelNames } from './modelNames.ts';

/** The model that a mention means, at the size that the code sets; undefined where the catalog has none. */
export function namedModel(mention: Mention, names: ModelNames): NamedModel | undefined {
	const { model, checkpoint, framework, name } = mention;
	if (model === undefined) return undefined;
	return {
		model,
		checkpoint,
		checkpoints: names.checkpointsOf(framework, name).map(({ id }) => id),
		framework: frameworks.find(each => each === framework),
		input: inputSeen(mention),
	};
}

/** Each place of a text that names a model of the catalog; weights named beside it are not one more. */
export function namedPlaces(
	document: ModelDocument,
	names: ModelNames,
): readonly { readonly mention: Mention; readonly named: NamedModel }[] {
	return document.mentions(names).flatMap(mention => {
		const named = mention.kind === 'weights' ? undefined : namedModel(mention, names);
		return named ? [{ mention, named }] : [];
	});
}
