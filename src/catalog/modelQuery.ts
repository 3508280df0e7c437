import { escapeUnseen } from './plainText.ts';

/** What a search for models may be narrowed by, as it is written before the colon. */
export const facetNames = ['framework', 'license', 'task', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** One `framework:timm` of a query. */
export interface FacetTerm {
	readonly facet: FacetName;
	/** As it was written, without quotes; never empty. */
	readonly value: string;
	/** Whether it stands behind a minus, and leaves out what it means. */
	readonly isExcluded: boolean;
	/** Where the term begins in the query, in UTF-16 units. */
	readonly start: number;
	/** Where it ends, exclusive. */
	readonly end: number;
}

export interface ModelQuery {
	/** What names are searched for; empty where there are facets alone. */
	readonly words: string;
	readonly facets: readonly FacetTerm[];
}

export interface QueryProblem {
	/** One line: the part that was not understood, then what to write. */
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

export type ParsedQuery =
	{ readonly ok: true; readonly query: ModelQuery } | { readonly ok: false; readonly problem: QueryProblem };

/** Longer ones are cut: nobody types them. */
const maxQueryLength = 400;

const term = /(?<=^|\s)(-?)([a-z]+):(?:"([^"]*)("?)|(\S*))/giu;

/**
 * Reads `mobilenet framework:timm year:>=2021 -license:non-commercial`: words that names are searched for, and facets that
 * narrow the search. Values of one facet are alternatives, facets must all hold.
 * @param prefixes words that may stand before a colon in a name, such as the `timm` of `timm:resnet50`.
 */
export function parseModelQuery(text: string, prefixes: readonly string[]): ParsedQuery {
	const cut = text.slice(0, maxQueryLength);
	const facets: FacetTerm[] = [];
	let words = cut;
	for (const found of cut.matchAll(term)) {
		const [written, minus = '', name = '', inQuotes, closing = '', plain = ''] = found;
		const start = found.index;
		const end = start + written.length;
		const facet = facetNamed(name);
		if (!facet) {
			if (minus === '' && prefixes.includes(name.toLowerCase())) continue;
			return { ok: false, problem: { text: unknownFacet(name), start, end } };
		}
		if (inQuotes !== undefined && closing === '') {
			return { ok: false, problem: { text: `${quoted(written)} has no closing quote.`, start, end } };
		}
		const value = (inQuotes ?? plain).trim();
		if (value === '') return { ok: false, problem: { text: `${quoted(written)} has no value.`, start, end } };
		facets.push({ facet, value, isExcluded: minus !== '', start, end });
		words = `${words.slice(0, start)}${' '.repeat(written.length)}${words.slice(end)}`;
	}
	return { ok: true, query: { words: words.replace(/\s+/gu, ' ').trim(), facets } };
}

/** A query as one would type it: the words, then the facets in the order of the list. */
export function formatModelQuery(
	words: string,
	facets: readonly Pick<FacetTerm, 'facet' | 'value' | 'isExcluded'>[],
): string {
	const terms = facets.map(({ facet, value, isExcluded }) => {
		const written = /\s/u.test(value) ? `"${value}"` : value;
		return `${isExcluded ? '-' : ''}${facet}:${written}`;
	});
	return [words, ...terms].filter(part => part !== '').join(' ');
}

function facetNamed(name: string): FacetName | undefined {
	const lower = name.toLowerCase();
	return lower === 'licence' ? 'license' : facetNames.find(facet => facet === lower);
}

function unknownFacet(name: string): string {
	const likely = facetNames.find(facet => name.length > 1 && facet.startsWith(name.toLowerCase()));
	const advice = likely ? ` Did you mean ${likely}:?` : '';
	return `${quoted(`${name}:`)} narrows nothing.${advice} Accepted: ${facetNames.map(facet => `${facet}:`).join(', ')}.`;
}

export function quoted(text: string): string {
	return `"${escapeUnseen(text, 60)}"`;
}
