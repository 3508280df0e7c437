import { indexNames, type Meaning } from '../nameMeanings.ts';
import type { Candidate, Family } from '../records.ts';
import { groupBy, type Finding, type LintFacts } from './finding.ts';

/** One name that several records answer to. */
export function duplicateNames(facts: LintFacts): readonly Finding[] {
	return [...namesOfModels(facts), ...namesOfRows(facts), ...sameThingTwice(facts)];
}

/** A name, alias or name of weights that means different models: written down, it means none of them. */
function namesOfModels({ catalog }: LintFacts): readonly Finding[] {
	return [...indexNames(catalog)].flatMap(([name, meanings]) => {
		if (meanings.length === 1) return [];
		const models = new Map<string, Meaning>();
		const families = new Set<string>();
		for (const meaning of meanings) {
			if (meaning.kind === 'family') families.add(meaning.family.id);
			else if (!models.has(meaning.model.id)) models.set(meaning.model.id, meaning);
		}
		for (const meaning of models.values()) if (meaning.kind !== 'family') families.delete(meaning.model.family);
		const all = [...models.keys(), ...families];
		if (all.length < 2) return [];
		return [...models].map(([id, meaning]): Finding => {
			const others = all.filter(other => other !== id);
			return {
				rule: 'duplicate-name',
				severity: 'warning',
				message: `"${name}" also means ${listed(others)}`,
				of: id,
				record: recordOf(meaning),
			};
		});
	});
}

function recordOf(meaning: Meaning): object {
	switch (meaning.kind) {
		case 'family':
			return meaning.family;
		case 'model':
			return meaning.model;
		case 'checkpoint':
			return meaning.checkpoint;
	}
}

/** An alias of a family that begins the names of several of its models, and that one table has a row of each of. */
function namesOfRows({ catalog }: LintFacts): readonly Finding[] {
	return catalog.families.flatMap(family => {
		const rows = catalog.modelsOf(family.id).flatMap(({ id, name }) => {
			const row = catalog.candidatesOf(id).find(({ seedLine }) => seedLine !== undefined);
			return row ? { row, name: name.toLowerCase() } : [];
		});
		return shortNames(family).flatMap(alias => {
			const named = rows.filter(({ name }) => name.startsWith(`${alias} `)).map(({ row }) => row);
			return named.length < 2 ? [] : named.map(row => rowFinding(alias, row, named));
		});
	});
}

/** Aliases that say more than the family, as `nasnet-a` of NASNet does. */
function shortNames({ id, name, aliases }: Family): readonly string[] {
	const bare = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '');
	const own = [bare(id), bare(name)];
	return aliases.map(alias => alias.toLowerCase()).filter(alias => !own.includes(bare(alias)));
}

function rowFinding(alias: string, row: Candidate, named: readonly Candidate[]): Finding {
	const others = named.filter(({ id }) => id !== row.id).map(({ id }) => id);
	return {
		rule: 'duplicate-name',
		severity: 'information',
		message: `"${alias}" names this row of the list and also ${listed(others)}`,
		of: row.id,
		record: row,
	};
}

/** Weights that are loaded by one name, and candidates of the same weights, size and data. */
function sameThingTwice({ catalog }: LintFacts): readonly Finding[] {
	const twice = <T extends { readonly id: string }>(records: readonly T[], keyOf: (record: T) => string): Finding[] =>
		[...groupBy(records, keyOf).values()].flatMap(([first, ...others]) =>
			others.map(record => ({
				rule: 'duplicate-name' as const,
				severity: 'warning' as const,
				message: `is the same as ${first?.id ?? ''}`,
				of: record.id,
				record,
			})),
		);
	return [
		...twice(catalog.checkpoints, ({ framework, name }) => `${framework}:${name}`),
		...twice(catalog.candidates, ({ model, checkpoint, input, dataset }) =>
			[model, checkpoint, input, dataset].join(),
		),
	];
}

function listed(ids: readonly string[]): string {
	const shown = ids.slice(0, 4).join(', ');
	return ids.length > 4 ? `${shown} and ${String(ids.length - 4)} more` : shown;
}
