import type { NamedModel } from '../catalog/namedModel.ts';
import { frameworks } from '../catalog/records.ts';
import { inputSeen, type Mention } from './mention.ts';
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
