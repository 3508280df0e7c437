import type { Catalog } from './catalog.ts';
import { facetTests, facetValues, valuesOf, type FacetValue, type ModelFacets } from './facets.ts';
import { parseModelQuery, type ModelQuery, type QueryProblem } from './modelQuery.ts';
import { frameworks, type Model } from './records.ts';
import { createModelSearch, type ModelSearch, type SearchHit } from './search.ts';

export interface FoundModels {
	readonly query: ModelQuery;
	/** Best first; in catalog order where the query has facets alone. */
	readonly hits: readonly SearchHit[];
	/** How many further models are of an unknown year and so neither in nor out of the years that were asked for. */
	readonly ofUnknownYear: number;
}

export type ModelsFound =
	({ readonly ok: true } & FoundModels) | { readonly ok: false; readonly problem: QueryProblem };

/** Answers queries of words and facets; made once per catalog. With `limit` words alone have no more hits than that. */
export type ModelFinder = (text: string, limit?: number) => ModelsFound;

/**
 * Finds models by name and facets: `mbv3 framework:timm`, `resnet* year:2019..2021`, `task:detection -license:unknown`.
 * An empty query finds nothing. What a facet does not know is a problem at its place, never an empty list.
 */
export function createModelFinder(catalog: Catalog): ModelFinder {
	let search: ModelSearch | undefined;
	let values: readonly FacetValue[] | undefined;
	const facetsOf = new Map<Model, ModelFacets>();
	return (text, limit) => {
		const parsed = parseModelQuery(text, frameworks);
		if (!parsed.ok) return parsed;
		const { query } = parsed;
		const { words, facets } = query;
		const hasFacets = facets.length > 0;
		if (words === '' && !hasFacets) return { ok: true, query, hits: [], ofUnknownYear: 0 };
		search ??= createModelSearch(catalog);
		const named = words === '' ? allModels(catalog) : search(words, hasFacets ? undefined : limit);
		if (!hasFacets) return { ok: true, query, hits: named, ofUnknownYear: 0 };
		const tests = facetTests(catalog, facets, (values ??= facetValues(catalog)));
		if (!tests.ok) return tests;
		const hits: SearchHit[] = [];
		let ofUnknownYear = 0;
		for (const hit of named) {
			const known = facetsOf.get(hit.model) ?? valuesOf(catalog, hit.model);
			facetsOf.set(hit.model, known);
			const verdict = tests.judge(known);
			if (verdict === 'in') hits.push(hit);
			else if (verdict === 'unknown-year') ofUnknownYear += 1;
		}
		return { ok: true, query, hits, ofUnknownYear };
	};
}

function allModels(catalog: Catalog): readonly SearchHit[] {
	return catalog.models.map(model => ({ model, score: 1, matched: model.name }));
}
