import type { Catalog } from '../../catalog/catalog.ts';
import { createModelSearch, type SearchHit } from '../../catalog/search.ts';

export interface FilterMatches {
	/** Ids of models, and of families that match by their own name. */
	readonly ids: ReadonlySet<string>;
	readonly models: number;
}

/** What a filter leaves of the tree. A family without models is found too. */
export function idsMatching(catalog: Catalog, text: string): FilterMatches {
	const bare = bareName(text);
	const models = bestHits(createModelSearch(catalog)(text), bare).map(({ model }) => model.id);
	const families = catalog.families.filter(({ id, name, aliases }) =>
		[id, name, ...aliases].some(each => bareName(each).includes(bare)),
	);
	return { ids: new Set([...models, ...families.map(({ id }) => id)]), models: models.length };
}

/** Where names hold the text as it is, letters that are merely scattered over others are no match. */
function bestHits(hits: readonly SearchHit[], bare: string): readonly SearchHit[] {
	const whole = hits.filter(({ matched }) => bareName(matched).includes(bare));
	return whole.length > 0 ? whole : hits;
}

function bareName(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
