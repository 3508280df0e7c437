import { accuracyKindOf, taskOf } from './accuracy.ts';
import type { Catalog } from './catalog.ts';
import type { Candidate, Checkpoint } from './records.ts';
import { isRanked, shownFigure, type FigureScope } from './shownFigure.ts';

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

/** Checkpoints in the order of their best candidates; those without any candidate stand last, as they were. */
export function checkpointsByMerit(catalog: Catalog, checkpoints: readonly Checkpoint[]): readonly Checkpoint[] {
	const models = [...new Set(checkpoints.map(({ model }) => model))];
	const candidates = byMerit(
		catalog,
		models.flatMap(model => catalog.candidatesOf(model)),
	);
	const places = new Map<string, number>();
	candidates.forEach(({ checkpoint }, place) => {
		if (checkpoint !== undefined && !places.has(checkpoint)) places.set(checkpoint, place);
	});
	const placeOf = ({ id }: Checkpoint): number => places.get(id) ?? candidates.length;
	return checkpoints.toSorted((a, b) => placeOf(a) - placeOf(b)); // stable
}
