import type { Catalog } from '../catalog.ts';
import type { Figure } from '../records.ts';
import { sourcePlace } from '../shownFigure.ts';
import { groupBy, isAccuracy, isPartial, medianOf, type Departure } from './finding.ts';

/**
 * Every figure beside what the other sources say of the same thing under the same conditions. Among three sources or more
 * the middle one is believed, of two the one that the catalog would show. Doubted figures are compared and never believed.
 */
export function findDepartures(catalog: Catalog): readonly Departure[] {
	const groups = groupBy(catalog.figures, figure => thingOf(catalog, figure));
	return [...groups.values()].flatMap(figures => departuresIn(catalog, figures));
}

function departuresIn(catalog: Catalog, figures: readonly Figure[]): readonly Departure[] {
	const bySource = groupBy(figures, ({ source }) => source);
	if (bySource.size < 2) return [];
	const votes = [...groupBy(figures, ({ doubt, source }) => (doubt === undefined ? source : undefined))].map(
		([source, own]) => ({
			source,
			value: medianOf(own.map(({ value }) => value)),
			place: placeOf(catalog, own[0]),
		}),
	);
	if (votes.length === 0) return [];
	votes.sort((a, b) => a.place - b.place);
	const expected = votes.length > 2 ? medianOf(votes.map(({ value }) => value)) : (votes[0]?.value ?? NaN);
	const expectedSource = votes.find(({ value }) => value === expected)?.source ?? '';
	return figures.map(figure => ({ figure, expected, expectedSource }));
}

function placeOf(catalog: Catalog, figure: Figure | undefined): number {
	const source = figure && catalog.sourceById.get(figure.source);
	return source ? sourcePlace(figure.kind, source, catalog.checkpointById.get(figure.of)) : 100; // after all kinds
}

/** Key of what a figure states; undefined where nothing else can state the same. */
function thingOf(catalog: Catalog, figure: Figure): string | undefined {
	const { of, kind, conditions } = figure;
	if (isPartial(figure)) return undefined;
	const candidate = catalog.candidateById.get(of);
	const checkpoint = catalog.checkpointById.get(candidate?.checkpoint ?? of);
	const { protocol = 'single-crop', cropPct, dataset, weights } = conditions;
	const input = conditions.input ?? candidate?.input;
	if (isAccuracy(kind)) return [kind, of, input, protocol, cropPct, dataset, weights].join();
	if (kind === 'bytes') return [kind, checkpoint?.id ?? of].join();
	const model = candidate?.model ?? checkpoint?.model ?? of;
	const classes = checkpoint?.classes ?? 1000; // results without weights are of ImageNet heads
	if (kind === 'params') return [kind, model, classes].join();
	return input && [kind, model, classes, input].join();
}
