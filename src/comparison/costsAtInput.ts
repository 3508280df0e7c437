import { costOfOwner } from '../architecture/costOfOwner.ts';
import { builderOf } from '../architecture/ports.ts';
import type { NetworkCost } from '../architecture/traceNetwork.ts';
import { catalogOf, listsOf, type Catalog } from '../catalog/catalog.ts';
import { once } from '../catalog/once.ts';
import { computedSource, type Candidate, type Figure } from '../catalog/records.ts';
import type { RecordGroups } from '../catalog/recordGroups.ts';
import { formatInput } from '../catalog/units.ts';

/**
 * The catalog with the MACs and activations of every candidate counted at one input size in px. They are unknown where the
 * catalog has no count of the candidate at its own size, or the network does not take this one. Accuracies and times stay
 * those of each candidate's own size.
 */
export function costsAtInput(catalog: Catalog, input: readonly [number, number]): Catalog {
	const figures = withCounts(catalog, catalog.groups.figures, input);
	const { addedFiles, fileById } = catalog;
	const added = { addedFiles, fileById, costInput: input };
	return catalogOf({ ...listsOf(catalog), ...catalog.groups, figures }, added, catalog);
}

function withCounts(
	catalog: Catalog,
	stated: RecordGroups<Figure>,
	input: readonly [number, number],
): RecordGroups<Figure> {
	const costOf = costCounter(input);
	const countsOf = (candidate: Candidate | undefined): readonly Figure[] => {
		// the weights of another form of the network were not counted at their own size either
		if (!candidate || !stated.of(candidate.id).some(isCountedMacs)) return [];
		return figuresOf(candidate, costOf(candidate), input);
	};
	const all = once(() => [...stated.all.filter(isKept), ...catalog.candidates.flatMap(countsOf)]);
	return {
		get all() {
			return all();
		},
		of: id => [...countsOf(catalog.candidateById.get(id)), ...stated.of(id).filter(isKept)],
	};
}

type CostCounter = (candidate: Candidate) => NetworkCost | undefined;

/** Counts each network once: a model has one for most of its weights. */
function costCounter(input: readonly [number, number]): CostCounter {
	const counted = new Map<string, NetworkCost | undefined>();
	return ({ model, checkpoint }) => {
		const key = checkpoint === undefined ? model : `${model} ${builderOf(checkpoint)}`;
		if (!counted.has(key)) counted.set(key, costOfOwner({ model, checkpoint }, input));
		return counted.get(key);
	};
}

function isCountedMacs({ kind, source }: Figure): boolean {
	return kind === 'macs' && source === computedSource;
}

/** What does not depend on the input size, or is read at each candidate's own. */
function isKept({ kind }: Figure): boolean {
	return kind !== 'macs' && kind !== 'activations';
}

function figuresOf(
	{ id, model }: Candidate,
	cost: NetworkCost | undefined,
	input: readonly [number, number],
): readonly Figure[] {
	if (!cost) return [];
	return (['macs', 'activations'] as const).map(kind => ({
		of: id,
		kind,
		value: cost[kind],
		printed: String(cost[kind]),
		conditions: {},
		source: computedSource,
		locator: `layers of ${model} at ${formatInput(input)}`,
	}));
}
