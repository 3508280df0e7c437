import type { Catalog } from './catalog.ts';
import type { Candidate } from './records.ts';

/** What a license lets people do with weights, freest first; of an unknown one nothing can be promised. */
export const licenseClasses = ['permissive', 'copyleft', 'unknown', 'non-commercial'] as const;
export type LicenseClass = (typeof licenseClasses)[number];

/** The mark of weights that may not be used freely, or of which nobody knows. */
export const licenseBadges = ['unknown license', 'non-commercial'] as const;
export type LicenseBadge = (typeof licenseBadges)[number];

/** Which weights a question is about, by their license. */
export interface LicenseFilter {
	/** Keeps the weights of these classes and SPDX ids; a published result has no weights and is left out. */
	readonly licenses?: readonly string[] | undefined;
	/** Leaves out the weights of these classes; a published result stays. */
	readonly withoutLicenses?: readonly LicenseClass[] | undefined;
}

/**
 * The class of the license of weights, from its SPDX id or an expression of ids such as `MIT OR GPL-3.0-only`: of a choice
 * the freest counts, of licenses that hold together the strictest. A text that is not recognized is `unknown`.
 */
export function licenseClass(license: string): LicenseClass {
	const choices = license.slice(0, longestLicense).split(/\s+OR\s+/);
	return classAt(Math.min(...choices.map(choice => Math.max(...choice.split(/\s+AND\s+/).map(strictness)))));
}

/** The class of a candidate's weights; undefined for a published result, which has none. */
export function licenseClassOf(catalog: Catalog, { checkpoint }: Candidate): LicenseClass | undefined {
	const weights = checkpoint === undefined ? undefined : catalog.checkpointById.get(checkpoint);
	return weights && licenseClass(weights.weightsLicence);
}

/** What the classes that a person keeps leave out; nothing where none of them is a class. */
export function classesLeftOut(kept: readonly string[]): readonly LicenseClass[] {
	const left = licenseClasses.filter(each => !kept.includes(each));
	return left.length === licenseClasses.length ? [] : left;
}

/** The mark that stands beside weights on every surface; undefined where they may be used freely, or there are none. */
export function licenseBadge(license: string | undefined): LicenseBadge | undefined {
	if (license === undefined) return undefined;
	switch (licenseClass(license)) {
		case 'unknown':
			return 'unknown license';
		case 'non-commercial':
			return 'non-commercial';
		case 'permissive':
		case 'copyleft':
			return undefined;
	}
}

/** The mark of a candidate's weights. */
export function candidateBadge(catalog: Catalog, { checkpoint }: Candidate): LicenseBadge | undefined {
	return checkpoint === undefined
		? undefined
		: licenseBadge(catalog.checkpointById.get(checkpoint)?.weightsLicence ?? 'unknown');
}

/** `CC-BY-NC-4.0 (non-commercial)`; the id alone where it says as much. */
export function licenseText(license: string): string {
	return licenseBadge(license) === 'non-commercial' && license !== 'non-commercial'
		? `${license} (non-commercial)`
		: license;
}

/** What a mark means, in one sentence. */
export const badgeExplanations: Readonly<Record<LicenseBadge, string>> = {
	'unknown license': 'The license of the weights is not known: ask their publisher before you use them.',
	'non-commercial': 'The license of the weights forbids commercial use.',
};

/** Whether a candidate passes the license part of a filter. Classes are worked out once for each license. */
export function licensePasses(catalog: Catalog, filter: LicenseFilter): (candidate: Candidate) => boolean {
	const { licenses, withoutLicenses = [] } = filter;
	if (!filtersByLicense(filter)) return () => true;
	const wanted = licenses && new Set(licenses.map(license => license.toLowerCase()));
	const known = new Map<string, boolean>();
	const passes = (license: string): boolean => {
		const own = licenseClass(license);
		const isWanted = !wanted || wanted.has(own) || wanted.has(license.toLowerCase());
		return isWanted && !withoutLicenses.includes(own);
	};
	return ({ checkpoint }) => {
		const license = checkpoint === undefined ? undefined : catalog.checkpointById.get(checkpoint)?.weightsLicence;
		if (license === undefined) return wanted === undefined;
		const found = known.get(license) ?? passes(license);
		known.set(license, found);
		return found;
	};
}

/** Whether a filter says anything about licenses. */
export function filtersByLicense({ licenses, withoutLicenses = [] }: LicenseFilter): boolean {
	return licenses !== undefined || withoutLicenses.length > 0;
}

/** Longer than any SPDX expression that people write; what lies beyond is not read. */
const longestLicense = 500;

const permissive =
	/^(apache|mit|bsd|isc|zlib|bsl|ncsa|afl|ecl|upl|postgresql|python|unlicense|0bsd|wtfpl|cc0|cc-by|ms-pl|odc-by)(-(\d+(\.\d+)*|clause|clear|patent|modified))*\+?$/;
const copyleft =
	/^(a?gpl|lgpl|mpl|epl|eupl|osl|cecill|sspl|cc-by-sa|odbl|cddl|ms-rl)(-\d+(\.\d+)*)?(-only|-or-later|-no-copyleft-exception)?\+?$/;
/** Words of the ids and names under which weights are published for research alone. */
const nonCommercial =
	/(^|[-_. ])(nc|non-?commercial|research-only|research-use-only|academic-only|academic-use-only)($|[-_. \d])|^(licenseref-)?apple-amlr$/;

/** Place in `licenseClasses`. */
function strictness(text: string): number {
	const id = text
		.trim()
		.toLowerCase()
		.replace(/\s+with\s+[\w.-]+$/, '');
	if (nonCommercial.test(id)) return licenseClasses.indexOf('non-commercial');
	if (permissive.test(id)) return licenseClasses.indexOf('permissive');
	return licenseClasses.indexOf(copyleft.test(id) ? 'copyleft' : 'unknown');
}

function classAt(place: number): LicenseClass {
	return licenseClasses[place] ?? 'unknown';
}
