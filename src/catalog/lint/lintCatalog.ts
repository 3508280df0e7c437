import type { Catalog } from '../catalog.ts';
import { computedSource, type Candidate } from '../records.ts';
import { shownFigure } from '../shownFigure.ts';
import { computedCosts } from './computedCost.ts';
import { findDepartures } from './departures.ts';
import { duplicateNames } from './duplicateName.ts';
import { familyOrder } from './familyOrder.ts';
import { groupBy, lintRules, type CostCounter, type Finding, type LintFacts, type LintRule } from './finding.ts';
import { implausibleFigures } from './implausibleFigure.ts';
import { listAgainstTable } from './listAgainstTable.ts';
import { sourcesInConflict } from './sourcesInConflict.ts';
import { unitSlips } from './unitSlip.ts';

export interface LintOptions {
	/** Keeps the findings about these records; those of the whole catalog without it. */
	readonly isMeant?: (record: object) => boolean;
	/** Costs that figures are compared with; none without it. */
	readonly computedCost?: CostCounter;
}

const rules: Readonly<Record<LintRule, (facts: LintFacts) => readonly Finding[]>> = {
	'implausible-figure': implausibleFigures,
	'unit-slip': unitSlips,
	'computed-cost': computedCosts,
	'sources-in-conflict': sourcesInConflict,
	'family-order': familyOrder,
	'duplicate-name': duplicateNames,
	'list-against-table': listAgainstTable,
};

/**
 * What a careful reader would ask about a catalog, rule after rule. Time grows with the number of
 * records, not with its square.
 */
export function lintCatalog(
	catalog: Catalog,
	{ isMeant = () => true, computedCost = () => undefined }: LintOptions = {},
): readonly Finding[] {
	const facts = gatherFacts(catalog, computedCost);
	const findings = lintRules.flatMap(rule => rules[rule](facts)).filter(({ record }) => isMeant(record));
	const recordsOf = (rule: LintRule): ReadonlySet<object> =>
		new Set(findings.flatMap(finding => (finding.rule === rule ? [finding.record] : [])));
	const [slipped, disputed] = [recordsOf('unit-slip'), recordsOf('sources-in-conflict')];
	// the slip, or the sources beside each other, say why
	const isSaid = ({ rule, record }: Finding): boolean =>
		(rule === 'implausible-figure' && slipped.has(record)) ||
		(rule === 'computed-cost' && (slipped.has(record) || disputed.has(record)));
	return findings.filter(finding => !isSaid(finding));
}

function gatherFacts(catalog: Catalog, computedCost: CostCounter): LintFacts {
	const costs = {
		macs: new Map<Candidate, number | undefined>(),
		params: new Map<Candidate, number | undefined>(),
	};
	// what is counted is compared with what sources state by a rule of its own
	const stated = catalog.figures.filter(({ source }) => source !== computedSource);
	const figures = groupBy(stated, ({ kind }) => kind);
	const owners = new Map<string, Candidate>();
	for (const candidate of catalog.candidates) {
		for (const id of [candidate.id, candidate.checkpoint, candidate.model])
			if (id !== undefined && !owners.has(id)) owners.set(id, candidate);
	}
	return {
		catalog,
		figuresOf: kind => figures.get(kind) ?? [],
		costOf: (candidate, kind) => {
			const known = costs[kind];
			if (!known.has(candidate)) known.set(candidate, shownFigure(catalog, candidate, kind)?.value);
			return known.get(candidate);
		},
		candidateOf: ({ of }) => owners.get(of),
		computedCost,
		departures: findDepartures(catalog, stated),
	};
}
