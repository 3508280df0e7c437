import type { Catalog } from './catalog.ts';
import { facetNames, quoted, type FacetName, type FacetTerm, type QueryProblem } from './modelQuery.ts';
import type { Family, Model } from './records.ts';
import { licenseClass, licenseClasses } from './weightsLicense.ts';

/** Stands for the framework of results without weights. */
export const publishedOnly = 'published';

/** What the facets can ask of a model. */
export interface ModelFacets {
	readonly family: Family | undefined;
	/** The weights there are, and a published result as one without a license. */
	readonly weights: readonly { readonly framework: string; readonly license?: string }[];
}

export interface FacetValue {
	readonly facet: FacetName;
	readonly value: string;
	/** Models that it is true of. */
	readonly models: number;
}

export type FacetTests =
	| { readonly ok: true; judge(model: ModelFacets): 'in' | 'out' | 'unknown-year' }
	| { readonly ok: false; readonly problem: QueryProblem };

type Weights = ModelFacets['weights'][number];

export function valuesOf(catalog: Catalog, { id, family }: Model): ModelFacets {
	const hasPublished = catalog.candidatesOf(id).some(({ checkpoint }) => checkpoint === undefined);
	return {
		family: catalog.familyById.get(family),
		weights: [
			...catalog.checkpointsOf(id).map(({ framework, weightsLicence: license }) => ({ framework, license })),
			...(hasPublished ? [{ framework: publishedOnly }] : []),
		],
	};
}

/** The values of a facet that models have, most models first; years newest first. */
export function facetValues(catalog: Catalog): readonly FacetValue[] {
	const counts = new Map<string, FacetValue>();
	for (const model of catalog.models) {
		for (const [key, pair] of ownValues(valuesOf(catalog, model))) {
			counts.set(key, { ...pair, models: (counts.get(key)?.models ?? 0) + 1 });
		}
	}
	return [...counts.values()].sort(
		(a, b) =>
			facetNames.indexOf(a.facet) - facetNames.indexOf(b.facet) ||
			(a.facet === 'year' ? Number(b.value) - Number(a.value) : b.models - a.models),
	);
}

function ownValues({ family, weights }: ModelFacets): ReadonlyMap<string, Pick<FacetValue, 'facet' | 'value'>> {
	const licenses = weights.flatMap(({ license }) => (license === undefined ? [] : [licenseClass(license)]));
	const values: readonly (readonly [FacetName, string | undefined])[] = [
		...weights.map(({ framework }) => ['framework', framework] as const),
		...licenses.map(license => ['license', license] as const),
		['task', family?.task],
		['year', family?.year?.toString()],
	];
	return new Map(
		values.flatMap(([facet, value]) => (value === undefined ? [] : [[`${facet}:${value}`, { facet, value }]])),
	);
}

/**
 * What terms ask of a model. Framework and license are asked of one and the same weights: `framework:timm
 * license:permissive` is a model that timm has permissive weights of.
 */
export function facetTests(
	catalog: Catalog,
	terms: readonly FacetTerm[],
	values: readonly FacetValue[] = facetValues(catalog),
): FacetTests {
	for (const term of terms) {
		const fault = faultOf(catalog, term, values);
		if (fault !== undefined) return { ok: false, problem: { text: fault, start: term.start, end: term.end } };
	}
	const asked = (facet: FacetName, isExcluded: boolean): readonly string[] =>
		terms.filter(each => each.facet === facet && each.isExcluded === isExcluded).map(({ value }) => value);
	const passes = (facet: FacetName, test: (value: string) => boolean): boolean => {
		const wanted = asked(facet, false);
		return (wanted.length === 0 || wanted.some(test)) && !asked(facet, true).some(test);
	};
	const ofWeights = terms.some(({ facet }) => facet === 'framework' || facet === 'license');
	const isWeightsIn = (weights: Weights): boolean =>
		passes('framework', value => isSame(value, weights.framework)) &&
		passes('license', value => isOfLicense(weights, value));
	return {
		ok: true,
		judge({ family, weights }) {
			const isIn =
				passes('task', value => family !== undefined && isSame(value, family.task)) &&
				(!ofWeights || weights.some(isWeightsIn));
			if (!isIn) return 'out';
			const { year } = family ?? {};
			if (year === undefined) return asked('year', false).length === 0 ? 'in' : 'unknown-year';
			return passes('year', value => isWithin(year, value)) ? 'in' : 'out';
		},
	};
}

function faultOf(catalog: Catalog, { facet, value }: FacetTerm, values: readonly FacetValue[]): string | undefined {
	const known = values.filter(each => each.facet === facet).map(each => each.value);
	switch (facet) {
		case 'framework':
		case 'task':
			return known.some(each => isSame(each, value)) ? undefined : notKnown(facet, value, known);
		case 'license': {
			const isOfWeights = catalog.checkpoints.some(({ weightsLicence: license }) => isSame(license, value));
			return isOfWeights || licenseClasses.some(each => isSame(each, value))
				? undefined
				: notKnown(facet, value, [...licenseClasses, 'an SPDX id such as Apache-2.0']);
		}
		case 'year':
			return yearsOf(value) ? undefined : notKnown(facet, value, ['2021', '>=2021', '2019..2021']);
	}
}

function notKnown(facet: FacetName, value: string, accepted: readonly string[]): string {
	return `${quoted(value)} is no ${facet} of the catalog. Accepted: ${accepted.join(', ')}.`;
}

function isOfLicense({ license }: Weights, value: string): boolean {
	return license !== undefined && (isSame(license, value) || isSame(licenseClass(license), value));
}

/** First and last year that a value means; undefined where it means none. */
function yearsOf(value: string): readonly [number, number] | undefined {
	const [, sign = '', year, , until] = /^(>=|<=|≥|≤|>|<|=)?(\d{4})((?:\.\.|…|-|–)(\d{4})?)?$/u.exec(value) ?? [];
	if (year === undefined) return undefined;
	const from = Number(year);
	const isOpen = value.length > sign.length + year.length; // `2019..` or `2019..2021`
	if (isOpen) return sign === '' ? [from, until === undefined ? Infinity : Number(until)] : undefined;
	switch (sign) {
		case '>=':
		case '≥':
			return [from, Infinity];
		case '>':
			return [from + 1, Infinity];
		case '<=':
		case '≤':
			return [-Infinity, from];
		case '<':
			return [-Infinity, from - 1];
		default:
			return [from, from];
	}
}

function isWithin(year: number, value: string): boolean {
	const [from, until] = yearsOf(value) ?? [NaN, NaN];
	return year >= from && year <= until;
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
