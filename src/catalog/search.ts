import { go, prepare, snapshot } from 'fuzzysort';
import type { Catalog } from './catalog.ts';
import { bareName, matchesPattern } from './namePattern.ts';
import type { Model } from './records.ts';

export interface SearchHit {
	readonly model: Model;
	/** 1 for a name that was written in full, down to 0. */
	readonly score: number;
	/** The name that matched, as the catalog spells it. */
	readonly matched: string;
}

/** Answers queries; made once per catalog. Without `limit` all hits are given. */
export type ModelSearch = (query: string, limit?: number) => readonly SearchHit[];

const maxQueryLength = 100;

/** Where a number of hits is asked for, as many names as are ranked: the best by their letters, of which few score alike. */
const rankedNames = 2000;

/**
 * Models whose name, alias, family or checkpoint matches `query`, best first and then in catalog order. Case and separators
 * do not matter, letters may be left out (`mbv3`, `mobnet3`), `*` stands for any run of letters and `?` for one. An empty query has no hits.
 */
export function searchModels(catalog: Catalog, query: string, limit?: number): readonly SearchHit[] {
	return createModelSearch(catalog)(query, limit);
}

export function createModelSearch(catalog: Catalog): ModelSearch {
	const names = namesOfModels(catalog);
	const searched = snapshot(names, { key: name => prepare(name.bare) });
	return (query, limit) => {
		const text = query.slice(0, maxQueryLength);
		const bare = bareName(text);
		if (bare === '') return [];
		const found = /[*?]/.test(text)
			? names.filter(name => matchesPattern(name.bare, bare)).map(name => ({ name, score: 1 }))
			: go(bare, searched, { threshold: 0, limit: limit === undefined ? 0 : Math.max(limit, rankedNames) }).map(
					({ obj, score }) => ({ name: obj, score }),
				);
		return bestPerModel(found).slice(0, limit);
	};
}

interface ModelName {
	readonly model: Model;
	/** Place of the model in the catalog. */
	readonly order: number;
	readonly text: string;
	readonly bare: string;
	/** Whether it is a name of the family, which the model shares with others. */
	readonly shared: boolean;
}

function namesOfModels(catalog: Catalog): readonly ModelName[] {
	return catalog.models.flatMap((model, order) => {
		const family = catalog.familyById.get(model.family);
		const own = [model.id, model.name, ...model.aliases];
		const checkpoints = catalog.checkpointsOf(model.id).map(({ name }) => name);
		const shared = family ? [family.name, ...family.aliases] : [];
		const seen = new Set<string>();
		return [...own, ...checkpoints, ...shared].flatMap((text, index) => {
			const bare = bareName(text);
			if (bare === '' || seen.has(bare)) return [];
			seen.add(bare);
			return [{ model, order, text, bare, shared: index >= own.length + checkpoints.length }];
		});
	});
}

/** A name of its own tells more of a model than one that it shares. */
const sharedWeight = 0.97;

/**
 * Two names that leave out as many letters score alike but for their length, so that hundredths decide; then comes the
 * model whose family matches too.
 */
function bestPerModel(found: readonly { readonly name: ModelName; readonly score: number }[]): readonly SearchHit[] {
	const byModel = new Map<Model, { name: ModelName; score: number; familyScore: number }>();
	for (const { name, score } of found) {
		const weighted = name.shared ? score * sharedWeight : score;
		const familyScore = name.shared ? score : 0;
		const best = byModel.get(name.model);
		if (!best) {
			byModel.set(name.model, { name, score: weighted, familyScore });
			continue;
		}
		best.familyScore = Math.max(best.familyScore, familyScore);
		if (weighted > best.score) Object.assign(best, { name, score: weighted });
	}
	const hundredths = (score: number): number => Math.round(score * 100);
	return [...byModel.values()]
		.sort(
			(a, b) =>
				hundredths(b.score) - hundredths(a.score) ||
				b.familyScore - a.familyScore ||
				a.name.order - b.name.order,
		)
		.map(({ name, score }) => ({ model: name.model, score, matched: name.text }));
}
