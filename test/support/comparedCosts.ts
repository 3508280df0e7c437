import { costOrNothing } from '../../src/architecture/costOfOwner.ts';
import type { Network, Pair } from '../../src/architecture/layers.ts';
import { networkOf } from '../../src/architecture/networkOf.ts';
import { networkOfOwner, portNamed } from '../../src/architecture/ports.ts';
import { explainPrinted, type CostRule } from '../../src/architecture/printedCosts.ts';
import { traceAuxiliary, type Cost, type NetworkCost } from '../../src/architecture/traceNetwork.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { computedSource, type Candidate, type Figure } from '../../src/catalog/records.ts';

type CostFigure = Figure & { readonly kind: 'params' | 'macs' | 'activations' };

/** A figure that a source prints of a candidate whose network is described. */
export interface ComparedFigure {
	readonly candidate: Candidate;
	readonly figure: CostFigure;
	readonly computed: number;
	/** Undefined where no rule gives it. */
	readonly rule: CostRule | undefined;
}

/** How each source counts where that is not the count itself: what the tool that it names, or most of its figures, do. */
const waysOf: Readonly<Record<string, readonly string[]>> = {
	'timm-benchmark': ['fvcore', 'fvcore-without-pooling'],
	'pytorchcv-readme': ['half-operations', 'half-operations-square', 'half-operations-last-pooling', 'folded'],
	'mmpretrain-metafiles': [
		'ptflops',
		'ptflops-no-classifier',
		'fvcore',
		'fvcore-no-classifier',
		'fvcore-training-no-classifier',
		'no-classifier',
	],
	'keras-applications': ['running-statistics'],
	'omz-public': ['folded', 'folded-background'],
	'torchvision-0.29.1': ['auxiliary-head'],
	'tf-slim-mobilenet': ['no-normalization'],
	'igcv1-paper': ['no-normalization'],
	'hrnet-readme': ['binary'],
	seed: ['convolutions-only', 'convolution-weights', 'running-statistics'],
	'pelee-readme': ['convolutions-only', 'convolution-weights'],
};

/** Every cost that a source states, once: a figure of a model holds for several candidates. */
export function comparedFigures(catalog: Catalog): readonly ComparedFigure[] {
	const seen = new Set<Figure>();
	return catalog.models.flatMap(model =>
		catalog.candidatesOf(model.id).flatMap(candidate => {
			const news = comparedCosts(catalog, candidate).filter(({ figure }) => !seen.has(figure));
			for (const { figure } of news) seen.add(figure);
			return news;
		}),
	);
}

/** Costs that sources state of a candidate or of its weights or model, beside what its layers give at its size. */
export function comparedCosts(catalog: Catalog, candidate: Candidate): readonly ComparedFigure[] {
	const costsOf = new Map<Network, CountedNetwork | undefined>();
	return statedCosts(catalog, candidate).flatMap(figure => {
		const counted = networksFor(candidate, figure).flatMap(network => {
			if (!costsOf.has(network)) costsOf.set(network, countNetwork(network, candidate.input));
			return costsOf.get(network) ?? [];
		});
		const compared = counted.map(({ cost, auxiliary }) => ({
			candidate,
			figure,
			computed: cost[figure.kind],
			rule: explainPrinted(figure, cost, auxiliary, waysOf[figure.source] ?? []),
		}));
		return compared.find(({ rule }) => rule !== undefined) ?? compared[0] ?? [];
	});
}

/** The network that a source means: its own form of it, that of the weights, or for a figure of a model any that goes by its name. */
function networksFor({ model, checkpoint }: Candidate, { of, source }: Figure): readonly Network[] {
	const own = portNamed(`${source} ${model}`);
	if (own) return [own];
	const networks =
		of === model ? [networkOf(model), networkOfOwner({ model })] : [networkOfOwner({ model, checkpoint })];
	return networks.filter(network => network !== undefined);
}

interface CountedNetwork {
	readonly cost: NetworkCost;
	readonly auxiliary: Cost;
}

function countNetwork(network: Network, input: Pair): CountedNetwork | undefined {
	const cost = costOrNothing(network, input);
	return cost && { cost, auxiliary: traceAuxiliary(network, input) };
}

function statedCosts(catalog: Catalog, { id, checkpoint, model, input }: Candidate): readonly CostFigure[] {
	const owners = [id, model, ...(checkpoint === undefined ? [] : [checkpoint])];
	const own = owners.flatMap(owner => catalog.figuresOf(owner));
	const holds = ({ kind, conditions }: Figure): boolean =>
		kind === 'params' || conditions.input === undefined || conditions.input.join() === input.join();
	return own.filter(
		(figure): figure is CostFigure => isCost(figure) && figure.source !== computedSource && holds(figure),
	);
}

function isCost({ kind }: Figure): boolean {
	return kind === 'params' || kind === 'macs' || kind === 'activations';
}
