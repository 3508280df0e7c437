import type { Catalog } from '../catalog.ts';
import { isAccuracyKind, type Figure } from '../records.ts';
import { sourcePlace } from '../shownFigure.ts';
import { groupBy, isPartial, testOf, type Departure } from './finding.ts';

/**
 * Every figure of `stated` beside what the other sources say of the same thing under the same conditions. Among three sources or more
 * the middle one is believed, of two the one that the catalog would show. Doubted figures are compared and never believed.
 */
export function findDepartures(catalog: Catalog, stated: readonly Figure[]): readonly Departure[] {
	const isOfWeights = ({ kind }: Figure): boolean => isAccuracyKind(kind);
	const owned = groupBy(stated.filter(isOfWeights), ({ of }) => of);
	const disputed = [...owned.values()].filter(isOfSources).flat(); // most accuracies have one source: no key is made for them
	const costs = stated.filter(figure => !isOfWeights(figure));
	const groups = groupBy([...disputed, ...costs], figure => thingOf(catalog, figure));
	return [...groups.values()].filter(isOfSources).flatMap(figures => departuresIn(catalog, figures));
}

/** Whether several sources state the figures. */
function isOfSources(figures: readonly Figure[]): boolean {
	return figures.some(({ source }) => source !== figures[0]?.source);
}

/** Sources whose figures of one thing are looked at: no network is described by more. */
const maxSources = 30;

function departuresIn(catalog: Catalog, figures: readonly Figure[]): readonly Departure[] {
	const bySource = groupBy(figures, ({ doubt, source }) => (doubt === undefined ? source : undefined));
	const votes = [...bySource.values()].flatMap(own => middleOf(own) ?? []);
	votes.sort((a, b) => placeOf(catalog, a) - placeOf(catalog, b));
	const expected = votes.length > 2 ? middleOf(votes) : votes[0];
	if (!expected) return [];
	const best = votes.slice(0, maxSources);
	return figures.map(figure => ({
		figure,
		expected,
		others: best.filter(({ source }) => source !== figure.source),
	}));
}

/** The figure with the middle value, the lower one of two. */
function middleOf(figures: readonly Figure[]): Figure | undefined {
	return [...figures].sort((a, b) => a.value - b.value)[Math.floor((figures.length - 1) / 2)];
}

/** A person's own figure comes last: it is the one that they can mend. */
function placeOf(catalog: Catalog, figure: Figure): number {
	const source = catalog.sourceById.get(figure.source);
	if (!source || source.kind === 'user') return Number.MAX_VALUE;
	return sourcePlace(figure.kind, source, catalog.checkpointById.get(figure.of));
}

/** Key of what a figure states; undefined where nothing else can state the same. */
function thingOf(catalog: Catalog, figure: Figure): string | undefined {
	const { of, kind, conditions } = figure;
	if (kind === 'activations' || isPartial(figure)) return undefined; // frameworks count different activations
	if (isAccuracyKind(kind)) return `${kind} ${of} ${testOf(figure)}`;
	const candidate = catalog.candidateById.get(of);
	const checkpoint = catalog.checkpointById.get(candidate?.checkpoint ?? of);
	if (kind === 'bytes') return `${kind} ${checkpoint?.id ?? of}`;
	const model = candidate?.model ?? checkpoint?.model ?? of;
	const thing = `${kind} ${model} ${checkpoint?.classes ?? 1000}`; // results without weights are of ImageNet heads
	if (kind === 'params') return thing;
	const input = conditions.input ?? candidate?.input;
	return input && `${thing} ${input[0]}x${input[1]}`;
}
