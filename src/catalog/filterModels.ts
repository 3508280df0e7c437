import type { Catalog } from './catalog.ts';
import { createModelFinder } from './findModels.ts';
import type { QueryProblem } from './modelQuery.ts';
import { bareName } from './namePattern.ts';
import type { SearchHit } from './search.ts';

export type FilterMatches =
	| {
			readonly ok: true;
			/** Ids of models, and of families that match by their own name. */
			readonly ids: ReadonlySet<string>;
			readonly models: number;
			/** Further models of an unknown year, where years were asked for. */
			readonly ofUnknownYear: number;
	  }
	| { readonly ok: false; readonly problem: QueryProblem };

/** What a filter leaves of the tree. A family without models is found too, by its name alone. */
export function filterModels(catalog: Catalog, text: string): FilterMatches {
	const found = createModelFinder(catalog)(text);
	if (!found.ok) return found;
	const { words, facets } = found.query;
	const bare = bareName(words);
	const models = bestHits(found.hits, bare).map(({ model }) => model.id);
	const families =
		facets.length > 0
			? []
			: catalog.families.filter(({ id, name, aliases }) =>
					[id, name, ...aliases].some(each => bareName(each).includes(bare)),
				);
	const { ofUnknownYear } = found;
	return {
		ok: true,
		ids: new Set([...models, ...families.map(({ id }) => id)]),
		models: models.length,
		ofUnknownYear,
	};
}

/** `34 of 1431 models`, and what could not be judged. */
export function countText(catalog: Catalog, { models, ofUnknownYear }: Extract<FilterMatches, { ok: true }>): string {
	const unknown = ofUnknownYear === 0 ? '' : `; ${ofUnknownYear} more of an unknown year`;
	return `${models} of ${catalog.models.length} models${unknown}`;
}

/** Where names hold the text as it is, letters that are merely scattered over others are no match. */
function bestHits(hits: readonly SearchHit[], bare: string): readonly SearchHit[] {
	const whole = hits.filter(({ matched }) => bareName(matched).includes(bare));
	return whole.length > 0 ? whole : hits;
}
