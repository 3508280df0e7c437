import type { Catalog } from '../catalog/catalog.ts';
import { byMerit } from '../catalog/merit.ts';
import type { NamedModel } from '../catalog/namedModel.ts';
import type { Candidate } from '../catalog/records.ts';
import { frameworkOf, sameInput } from '../catalog/shownFigure.ts';

/**
 * The candidates that code means: those of the weights it names, else of those that its name may load, else of its
 * framework, else all of the model; of these the ones at the input size that it sets, where there are any. Best first.
 */
export function candidatesMeant(catalog: Catalog, named: NamedModel): readonly Candidate[] {
	const { input } = named;
	const meant = ofWeights(catalog, named);
	const atSize = input ? meant.filter(candidate => sameInput(candidate.input, input)) : [];
	return atSize.length > 0 ? atSize : meant;
}

function ofWeights(
	catalog: Catalog,
	{ model, checkpoint, checkpoints = [], framework }: NamedModel,
): readonly Candidate[] {
	const all = byMerit(catalog, catalog.candidatesOf(model));
	for (const weights of [checkpoint === undefined ? [] : [checkpoint], checkpoints]) {
		const exact = all.filter(each => each.checkpoint !== undefined && weights.includes(each.checkpoint));
		if (exact.length > 0) return exact;
	}
	const own = framework === undefined ? [] : all.filter(each => frameworkOf(catalog, each) === framework);
	return own.length > 0 ? own : all;
}
