import type { WeightClass } from '../records.ts';
import { sizeClass, type SizeClass } from '../sizeClass.ts';
import { groupBy, type Finding, type LintFacts } from './finding.ts';
import { quantityText } from './quantityText.ts';

/** Size that a family of the class has no member of. Between the two lies `medium`, which contradicts neither. */
const opposite: Readonly<Record<WeightClass, SizeClass>> = { lightweight: 'large', heavy: 'mobile' };

/** What a document that lists families says of them, against its own table. */
export function listAgainstTable(facts: LintFacts): readonly Finding[] {
	return [...withoutRow(facts), ...classedOtherwise(facts), ...statedTwice(facts)];
}

function withoutRow({ catalog }: LintFacts): readonly Finding[] {
	const inTable = new Set(
		catalog.candidates.flatMap(({ model, seedLine }) =>
			seedLine === undefined ? [] : catalog.modelById.get(model)?.family,
		),
	);
	if (inTable.size === 0) return []; // no table to hold a list against
	return catalog.families.flatMap(family => {
		if (family.classSource !== 'seed' || inTable.has(family.id)) return [];
		const message = `${family.name} is listed as ${family.weightClass} and the table has no row of it`;
		return finding(family.id, family, message, 'name');
	});
}

/** A row that by its MACs belongs to the other class than its family is listed in. */
function classedOtherwise(facts: LintFacts): readonly Finding[] {
	const { catalog } = facts;
	return catalog.candidates.flatMap(candidate => {
		const family = catalog.familyById.get(catalog.modelById.get(candidate.model)?.family ?? '');
		const macs = facts.costOf(candidate, 'macs');
		if (candidate.seedLine === undefined || family?.classSource !== 'seed' || macs === undefined) return [];
		if (sizeClass(macs) !== opposite[family.weightClass]) return [];
		const message = `${family.name} is listed as ${family.weightClass}; this row has ${quantityText('macs', macs)}, which is ${sizeClass(macs)}`;
		return finding(candidate.id, candidate, message);
	});
}

/** One document that states a figure of one row twice, and not the same. */
function statedTwice({ catalog }: LintFacts): readonly Finding[] {
	const stated = groupBy(catalog.figures, ({ of, kind, source, conditions }) =>
		catalog.sourceById.get(source)?.kind === 'seed'
			? [of, kind, source, JSON.stringify(conditions)].join()
			: undefined,
	);
	return [...stated.values()].flatMap(([first, ...others]) =>
		others.flatMap(figure => {
			if (!first || figure.value === first.value) return [];
			const message = `${quantityText(figure.kind, figure.value)} in ${figure.locator}, ${quantityText(first.kind, first.value)} in ${first.locator}`;
			return finding(figure.of, figure, message, 'value');
		}),
	);
}

/** A list and a table that differ are both kept as they are: whoever reads them is told. */
function finding(of: string, record: object, message: string, field?: string): Finding {
	return {
		rule: 'list-against-table',
		severity: 'information',
		message,
		of,
		record,
		...(field === undefined ? {} : { field }),
	};
}
