import { costOfOwner } from '../../src/architecture/costOfOwner.ts';
import { builderOf } from '../../src/architecture/ports.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { computedSource, type Candidate, type Checkpoint, type Figure } from '../../src/catalog/records.ts';
import { formatInput } from '../../src/catalog/units.ts';
import { comparedCosts, type ComparedFigure } from './comparedCosts.ts';
import { allReferences } from './referenceNetworks.ts';

export const computedFile = 'data/imported/computed/figures.json';

const kinds = ['macs', 'params', 'activations'] as const;
type Kind = (typeof kinds)[number];

/**
 * The costs of every candidate that is known to be the network that is described: published results, and the weights of
 * which a figure of their own or the builder of the library shows it. Ports of another form (a stride in another
 * convolution, biases) keep what their framework states.
 */
export function computedFigures(catalog: Catalog): readonly Figure[] {
	const builtAlike = new Set(allReferences(catalog).map(({ library, builder }) => `${library} ${builder}`));
	return catalog.candidates.flatMap(candidate => {
		const cost = costOfOwner(candidate, candidate.input);
		if (!cost) return [];
		const checkpoint = catalog.checkpointById.get(candidate.checkpoint ?? '');
		const isBuiltAlike = checkpoint !== undefined && builtAlike.has(builderOf(checkpoint.id));
		const stated = comparedCosts(catalog, candidate);
		return kinds
			.filter(kind => isBuiltAlike || isKnown(kind, checkpoint, stated))
			.map((kind): Figure => ({
				of: candidate.id,
				kind,
				value: cost[kind],
				printed: String(cost[kind]),
				conditions: kind === 'params' ? {} : { input: candidate.input },
				source: computedSource,
				locator: locatorOf(candidate, kind),
			}));
	});
}

function locatorOf({ model, input }: Candidate, kind: Kind): string {
	return kind === 'params' ? `layers of ${model}` : `layers of ${model} at ${formatInput(input)}`;
}

function isKnown(kind: Kind, checkpoint: Checkpoint | undefined, stated: readonly ComparedFigure[]): boolean {
	// convolutions that give as many activations may have other strides: only their products tell
	const ofKind = stated.filter(({ figure }) => figure.kind === (kind === 'activations' ? 'macs' : kind));
	if (!checkpoint) return ofKind.length === 0 || ofKind.some(({ rule, isOwn }) => rule !== undefined && isOwn);
	const own = ofKind.filter(({ figure, isOwn }) => figure.of !== checkpoint.model && isOwn);
	if (own.some(({ rule }) => rule === undefined)) return false;
	// a port with biases has as many parameters after rounding
	return own.length > 0 && (kind !== 'params' || own.some(isExact));
}

function isExact({ figure, rule, computed }: ComparedFigure): boolean {
	return rule?.id === 'equal' && figure.value === computed;
}

/** The file of records, one per line. */
export function computedText(catalog: Catalog): string {
	const lines = computedFigures(catalog).map(figure => JSON.stringify(figure));
	return `[\n${lines.join(',\n')}\n]\n`;
}
