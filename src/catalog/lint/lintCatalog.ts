import type { Catalog } from '../catalog.ts';
import type { Candidate } from '../records.ts';
import { shownFigure } from '../shownFigure.ts';
import { findDepartures } from './departures.ts';
import { duplicateNames } from './duplicateName.ts';
import { familyOrder } from './familyOrder.ts';
import { groupBy, lintRules, type Finding, type LintFacts, type LintRule } from './finding.ts';
import { implausibleFigures } from './implausibleFigure.ts';
import { listAgainstTable } from './listAgainstTable.ts';
import { sourcesInConflict } from './sourcesInConflict.ts';
import { unitSlips } from './unitSlip.ts';

export interface LintOptions {
	/** Keeps the findings about these records; those of the whole catalog without it. */
	readonly isMeant?: (record: object) => boolean;
}

const rules: Readonly<Record<LintRule, (facts: LintFacts) => readonly Finding[]>> = {
	'implausible-figure': implausibleFigures,
	'unit-slip': unitSlips,
	'sources-in-conflict': sourcesInConflict,
	'family-order': familyOrder,
	'duplicate-name': duplicateNames,
	'list-against-table': listAgainstTable,
};

/**
 * What a careful reader would ask about a catalog, rule after rule. Time grows with the number of
 * records, not with its square.
 */
export function lintCatalog(catalog: Catalog, { isMeant = () => true }: LintOptions = {}): readonly Finding[] {
	const facts = gatherFacts(catalog);
	const findings = lintRules.flatMap(rule => rules[rule](facts)).filter(({ record }) => isMeant(record));
	const slipped = new Set(findings.flatMap(({ rule, record }) => (rule === 'unit-slip' ? [record] : [])));
	return findings.filter(({ rule, record }) => rule !== 'implausible-figure' || !slipped.has(record)); // the slip says why
}

function gatherFacts(catalog: Catalog): LintFacts {
	const costs = {
		macs: new Map<Candidate, number | undefined>(),
		params: new Map<Candidate, number | undefined>(),
	};
	const figures = groupBy(catalog.figures, ({ kind }) => kind);
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
		departures: findDepartures(catalog),
	};
}
