import { costOrNothing } from '../../src/architecture/costOfOwner.ts';
import type { Network, Pair } from '../../src/architecture/layers.ts';
import { networkOf } from '../../src/architecture/networkOf.ts';
import { networkOfOwner, portNamed } from '../../src/architecture/ports.ts';
import { explainPrinted } from '../../src/architecture/printedCosts.ts';
import { traceAuxiliary, type Cost, type NetworkCost } from '../../src/architecture/traceNetwork.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { computedSource, type Candidate, type Figure } from '../../src/catalog/records.ts';
import { copiedFrom, countingWays, fitsRatio, slipOf } from './countingWays.ts';
import { measuredForm } from './measuredForms.ts';

type CostFigure = Figure & { readonly kind: 'params' | 'macs' | 'activations' };

/** What gives a printed figure. */
export interface Explanation {
	readonly id: string;
	/** The arithmetic, for a report. */
	readonly text: string;
}

/** A figure that a source prints of a candidate whose network is described. */
export interface ComparedFigure {
	readonly candidate: Candidate;
	readonly figure: CostFigure;
	readonly computed: number;
	/** Undefined where no rule gives it. */
	readonly rule: Explanation | undefined;
	/** Whether the rule is about the network of the candidate at its size, not about another form that the source counted. */
	readonly isOwn: boolean;
	/** The source that printed the same number first, where no rule gives that either. */
	readonly repeats?: string;
}

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
	const count: Count = (network, input) => {
		if (input !== candidate.input) return countNetwork(network, input);
		if (!costsOf.has(network)) costsOf.set(network, countNetwork(network, input));
		return costsOf.get(network);
	};
	const stated = statedCosts(catalog, candidate);
	return stated.flatMap(figure => comparedOrCopied(candidate, figure, stated, count) ?? []);
}

function comparedOrCopied(
	candidate: Candidate,
	figure: CostFigure,
	stated: readonly CostFigure[],
	count: Count,
): ComparedFigure | undefined {
	const compared = comparedFigure(candidate, figure, count);
	return !compared || compared.rule ? compared : (copied(compared, stated, count) ?? compared);
}

type Count = (network: Network, input: Pair) => CountedNetwork | undefined;

function comparedFigure(candidate: Candidate, figure: CostFigure, count: Count): ComparedFigure | undefined {
	const known = slipOf(figure);
	const slip = known && fitsRatio(known, figure) ? known : undefined;
	const stated = slip ? { ...figure, ...slip.meant } : figure;
	const compared = networksFor(candidate, figure).flatMap(({ network, input, isOwn, onlyFits }) => {
		const counted = count(network, slip?.input ?? input);
		if (!counted) return [];
		const { cost, auxiliary } = counted;
		const rule = explainPrinted(stated, cost, auxiliary, countingWays[figure.source] ?? []);
		return {
			candidate,
			figure,
			computed: cost[figure.kind],
			rule: rule && (slip ?? (onlyFits ? fitting(rule) : rule)),
			isOwn: isOwn && !slip,
		};
	});
	return compared.find(({ rule }) => rule !== undefined) ?? compared[0];
}

/** A rule whose network only fits: no document says that it was counted. */
function fitting({ id, text }: Explanation): Explanation {
	return {
		id: `${id}, of a form that only fits`,
		text: `${text}, of another form of the network; no document says that it was counted`,
	};
}

/** The same figure of a source from which this one was copied: explained as that is, or its repetition. */
function copied(compared: ComparedFigure, stated: readonly CostFigure[], count: Count): ComparedFigure | undefined {
	const { candidate, figure } = compared;
	for (const source of copiedFrom[figure.source] ?? []) {
		const first = stated.find(
			each => each.source === source && each.kind === figure.kind && each.value === figure.value,
		);
		const origin = first && comparedOrCopied(candidate, first, stated, count);
		if (!origin) continue;
		if (!origin.rule) return { ...compared, repeats: origin.repeats ?? source };
		const rule = { id: 'copied', text: 'what another source printed before, which a rule gives' };
		return { ...compared, isOwn: origin.isOwn, rule };
	}
	return undefined;
}

interface MeantNetwork {
	readonly network: Network;
	readonly input: Pair;
	readonly isOwn: boolean;
	readonly onlyFits?: boolean;
}

/** The network that a source means: its own form of it, that of the weights, or for a figure of a model any that goes by its name. */
function networksFor({ model, checkpoint, input }: Candidate, figure: Figure): readonly MeantNetwork[] {
	const { of, source } = figure;
	const form = measuredForm(figure);
	if (form) return [{ input, ...form, isOwn: false }];
	const own = portNamed(`${source} ${model}`);
	if (own) return [{ network: own, input, isOwn: true }];
	const published = networkOfOwner({ model });
	if (of === model && !published) return [];
	const named = [networkOf(model), published, networkOfOwner({ model, checkpoint })];
	return (of === model ? named : named.slice(2)).flatMap(network =>
		network === undefined ? [] : [{ network, input, isOwn: true }],
	);
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
