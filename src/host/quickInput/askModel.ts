import type { Catalog } from '../../catalog/catalog.ts';
import { labelText } from '../../catalog/plainText.ts';
import type { Model } from '../../catalog/records.ts';
import { createModelSearch } from '../../catalog/search.ts';
import { keyFigures } from '../tree/keyFigures.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import { choose, type Choice } from './choose.ts';

/** More rows than anyone reads; a quick pick draws them all. */
const maxRows = 200;

export interface AskModelOptions {
	readonly title: string;
	readonly step?: number;
	readonly totalSteps?: number;
}

/** Asks for a model by name, alias or framework name; undefined where it was dismissed. */
export async function askModel(catalog: Catalog, options: AskModelOptions): Promise<Model | undefined> {
	const search = createModelSearch(catalog);
	const answer = await choose<Model>({
		...options,
		placeholder: 'Name or alias, such as mbv3, resnet50 or timm’s mobilenetv3_large_100',
		items: typed => {
			if (typed.trim() === '') return catalog.models.slice(0, maxRows).map(model => modelChoice(catalog, model));
			const hits = search(typed, maxRows);
			return hits.length > 0
				? hits.map(({ model, matched }) => modelChoice(catalog, model, matched))
				: [{ label: 'No model has such a name.', alwaysShow: true }];
		},
	});
	return answer?.kind === 'chosen' ? answer.value : undefined;
}

function modelChoice(catalog: Catalog, model: Model, matched?: string): Choice<Model> {
	const lead = leadCandidate(catalog, catalog.candidatesOf(model.id));
	const family = catalog.familyById.get(model.family);
	const alias =
		matched !== undefined && matched !== model.name && matched !== model.id ? `${labelText(matched)} · ` : '';
	return {
		label: labelText(model.name),
		description: lead ? keyFigures(catalog, lead) : 'no figures',
		detail: `${alias}${labelText(family?.name ?? model.family)}`,
		alwaysShow: true, // the search has matched it, by an alias perhaps
		value: model,
	};
}
