import type { Catalog } from '../../catalog/catalog.ts';
import { createModelSearch } from '../../catalog/search.ts';

export interface FilterMatches {
	/** Ids of models, and of families that match by their own name. */
	readonly ids: ReadonlySet<string>;
	readonly models: number;
}

/** What a filter leaves of the tree. A family without models is found too. */
export function idsMatching(catalog: Catalog, text: string): FilterMatches {
	const models = createModelSearch(catalog)(text).map(({ model }) => model.id);
	const bare = bareName(text);
	const families = catalog.families.filter(({ id, name, aliases }) =>
		[id, name, ...aliases].some(each => bareName(each).includes(bare)),
	);
	return { ids: new Set([...models, ...families.map(({ id }) => id)]), models: models.length };
}

function bareName(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
