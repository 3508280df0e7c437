import type { Catalog } from '../../catalog/catalog.ts';
import { labelText } from '../../catalog/plainText.ts';
import type { Model } from '../../catalog/records.ts';
import { createModelFinder, type FoundModels } from '../../catalog/findModels.ts';
import { knownOf } from '../../catalog/rememberedIds.ts';
import { keyFigures } from '../../comparison/keyFigures.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import type { RememberedModels } from '../rememberedModels.ts';
import { choose, separator, type Choice } from './choose.ts';

/** More rows than anyone reads; a quick pick draws them all. */
const maxRows = 200;

export interface AskModelOptions {
	readonly title: string;
	readonly step?: number;
	readonly totalSteps?: number;
}

/** Asks for a model by name, alias, framework name or facets; undefined where it was dismissed. */
export async function askModel(
	catalog: Catalog,
	remembered: RememberedModels,
	options: AskModelOptions,
): Promise<Model | undefined> {
	const find = createModelFinder(catalog);
	const answer = await choose<Model>({
		...options,
		placeholder: 'mbv3, resne*t, or framework:timm year:>=2021',
		items: typed => {
			if (typed.trim() === '') return rowsBeforeTyping(catalog, remembered);
			const found = find(typed, maxRows);
			if (!found.ok) return [{ label: labelText(found.problem.text), alwaysShow: true }];
			return found.hits.length > 0
				? found.hits.slice(0, maxRows).map(({ model, matched }) => modelChoice(catalog, model, matched))
				: [{ label: noHits(found), alwaysShow: true }];
		},
	});
	return answer?.kind === 'chosen' ? answer.value : undefined;
}

/** Starred models and those used lately first. */
function rowsBeforeTyping(catalog: Catalog, { favorites, recents }: RememberedModels): readonly Choice<Model>[] {
	const starred = knownOf(favorites, catalog.modelById);
	const used = knownOf(recents, catalog.modelById).filter(model => !starred.includes(model));
	const others = catalog.models.slice(0, maxRows).filter(model => !starred.includes(model) && !used.includes(model));
	const groups: readonly (readonly [string, readonly Model[]])[] = [
		['favorites', starred],
		['recently used', used],
		['all models', others],
	];
	return groups.flatMap(([label, models]) =>
		models.length === 0 ? [] : [separator(label), ...models.map(model => modelChoice(catalog, model))],
	);
}

function noHits({ ofUnknownYear }: FoundModels): string {
	return ofUnknownYear === 0 ? 'No model is meant.' : `No model is meant; ${ofUnknownYear} are of an unknown year.`;
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
