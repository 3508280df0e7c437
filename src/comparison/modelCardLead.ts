import { accuracyKindOf, taskOf } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from '../catalog/records.ts';
import { isRanked, shownFigure, type FigureScope } from '../catalog/shownFigure.ts';

/** The candidate that speaks for several: the first of them by merit. */
export function leadCandidate(
	catalog: Catalog,
	candidates: readonly Candidate[],
	scope: FigureScope = {},
): Candidate | undefined {
	return byMerit(catalog, candidates, scope)[0];
}

/** Ranked before unranked, then the most accurate first, then the cheapest, then by id. */
export function byMerit(
	catalog: Catalog,
	candidates: readonly Candidate[],
	scope: FigureScope = {},
): readonly Candidate[] {
	const graded = candidates.map(candidate => ({
		candidate,
		ranked: isRanked(catalog, candidate, scope) ? 0 : 1,
		accuracy: shownFigure(catalog, candidate, accuracyKindOf(taskOf(catalog, candidate)), scope)?.value ?? -1,
		macs: shownFigure(catalog, candidate, 'macs', scope)?.value ?? Number.MAX_VALUE,
	}));
	graded.sort(
		(a, b) =>
			a.ranked - b.ranked ||
			b.accuracy - a.accuracy ||
			a.macs - b.macs ||
			(a.candidate.id < b.candidate.id ? -1 : 1),
	);
	return graded.map(({ candidate }) => candidate);
}
