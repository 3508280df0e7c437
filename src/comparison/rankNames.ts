import type { Catalog } from '../catalog/catalog.ts';
import { byMerit } from '../catalog/merit.ts';
import type { Candidate, Checkpoint } from '../catalog/records.ts';
import type { BudgetWatch } from '../selection/budgetWatch.ts';
import { keyFigures } from './keyFigures.ts';

/** A name that code can load weights by, with what may be meant by it. */
export interface LoadableName {
	readonly name: string;
	readonly checkpoints: readonly Checkpoint[];
}

export interface RankedName {
	readonly name: string;
	/** `75.2 % · 219 M MACs · 5.4 M params`; empty where the catalog knows nothing of it. */
	readonly figures: string;
	/** The best of what is meant. */
	readonly candidate?: Candidate;
}

/**
 * Names in the order of their use for a budget: those within it, those of which that is unknown, those over it, each the most accurate
 * first; at last those without figures, by name.
 */
export function rankNames(
	catalog: Catalog,
	names: readonly LoadableName[],
	watch?: Pick<BudgetWatch, 'verdictOf'>,
): readonly RankedName[] {
	const models = new Set(names.flatMap(({ checkpoints }) => checkpoints.map(({ model }) => model)));
	const best = new Map<string, { readonly candidate: Candidate; readonly place: number }>();
	byMerit(
		catalog,
		[...models].flatMap(model => catalog.candidatesOf(model)),
	).forEach((candidate, place) => {
		const { checkpoint } = candidate;
		if (checkpoint !== undefined && !best.has(checkpoint)) best.set(checkpoint, { candidate, place });
	});
	const groups = { meets: 0, unknown: 1, exceeds: 2 } as const;
	const graded = names.map(({ name, checkpoints }) => {
		const [first] = checkpoints.flatMap(({ id }) => best.get(id) ?? []).sort((a, b) => a.place - b.place);
		const verdict = first && watch?.verdictOf(first.candidate);
		const group = first ? groups[verdict ?? 'meets'] : 3;
		return { name, candidate: first?.candidate, group, place: first?.place ?? 0 };
	});
	graded.sort((a, b) => a.group - b.group || a.place - b.place || (a.name < b.name ? -1 : 1));
	return graded.map(({ name, candidate }) => ({
		name,
		figures: candidate ? keyFigures(catalog, candidate) : '',
		...(candidate && { candidate }),
	}));
}
