import type { Catalog } from '../catalog.ts';
import { indexNames, type Meaning } from '../nameMeanings.ts';
import { isAccuracyKind, type Candidate, type Checkpoint, type Family } from '../records.ts';
import { groupBy, testOf, type Finding, type LintFacts, type Severity } from './finding.ts';

/** One name that several records answer to. */
export function duplicateNames(facts: LintFacts): readonly Finding[] {
	return [...namesOfModels(facts), ...namesOfRows(facts), ...sameThingTwice(facts)];
}

/** A name, alias or name of weights that means different models: written down, it means none of them. */
function namesOfModels({ catalog }: LintFacts): readonly Finding[] {
	const shared = new Map<string, SharedNames>();
	for (const [name, meanings] of indexNames(catalog)) {
		const meant = meanings.length > 1 ? modelsMeant(meanings) : undefined;
		if (!meant) continue;
		const key = meant.all.join();
		const known = shared.get(key);
		if (known) known.names.push(name);
		else shared.set(key, { ...meant, names: [name] });
	}
	return [...shared.values()].flatMap(({ names, models, all }) => {
		const quoted = names.slice(0, maxListed).map(name => `"${name}"`);
		const text = quoted.length > 1 ? `${quoted.join(', ')} also mean` : `${quoted.join()} also means`;
		return [...models].map(([id, meaning]): Finding => ({
			rule: 'duplicate-name',
			severity: 'warning',
			message: `${text} ${listed(all, id)}`,
			of: id,
			record: recordOf(meaning),
		}));
	});
}

/** Names that mean the same several records. */
interface SharedNames extends Meant {
	readonly names: string[];
}

interface Meant {
	/** By id of a model: what of it the name stands for. */
	readonly models: ReadonlyMap<string, Meaning>;
	/** Ids of the models, then of families that have none of them. */
	readonly all: readonly string[];
}

function modelsMeant(meanings: readonly Meaning[]): Meant | undefined {
	const models = new Map<string, Meaning>();
	const families = new Set<string>();
	for (const meaning of meanings) {
		if (meaning.kind === 'family') families.add(meaning.family.id);
		else if (!models.has(meaning.model.id)) models.set(meaning.model.id, meaning);
	}
	for (const meaning of models.values()) if (meaning.kind !== 'family') families.delete(meaning.model.family);
	const all = [...models.keys(), ...families];
	return all.length < 2 ? undefined : { models, all };
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
	const ids = named.map(({ id }) => id);
	return {
		rule: 'duplicate-name',
		severity: 'information',
		message: `"${alias}" names this row of the list and also ${listed(ids, row.id)}`,
		of: row.id,
		record: row,
	};
}

/** Weights that are loaded by one name, and candidates of the same weights, size and data. */
function sameThingTwice({ catalog }: LintFacts): readonly Finding[] {
	const weights = groupBy(catalog.checkpoints, ({ framework, name }) => `${framework}:${name}`);
	const results = groupBy(catalog.candidates, ({ model, checkpoint, input, dataset }) =>
		[model, checkpoint, input, dataset].join(),
	);
	return [
		...[...weights.values()].flatMap(([first, ...others]) =>
			others.map(other => sameFinding('warning', other, first?.id)),
		),
		...[...results.values()].flatMap(group => resultsTwice(catalog, group)),
	];
}

/**
 * Published results of one network differ in how it was trained, which their accuracies tell: those are twins that have
 * one in common, or have none to tell them apart by.
 */
function resultsTwice(catalog: Catalog, [first, ...others]: readonly Candidate[]): readonly Finding[] {
	if (!first || others.length === 0) return [];
	const ownerOf = new Map(accuraciesOf(catalog, first).map(accuracy => [accuracy, first.id]));
	return others.flatMap(candidate => {
		const own = accuraciesOf(catalog, candidate);
		const isAlike = candidate.checkpoint !== undefined || own.length === 0;
		const twin = isAlike ? first.id : own.map(accuracy => ownerOf.get(accuracy)).find(id => id !== undefined);
		for (const accuracy of own) if (!ownerOf.has(accuracy)) ownerOf.set(accuracy, candidate.id);
		if (twin === undefined) return [];
		// a result that two documents print is no fault of either
		return [sameFinding(candidate.checkpoint === undefined ? 'information' : 'warning', candidate, twin)];
	});
}

function accuraciesOf(catalog: Catalog, { id }: Candidate): readonly string[] {
	const figures = catalog.figuresOf(id).filter(({ kind }) => isAccuracyKind(kind));
	return figures.map(figure => `${figure.kind} ${String(figure.value)} ${testOf(figure)}`);
}

function sameFinding(severity: Severity, record: Checkpoint | Candidate, twin = ''): Finding {
	return { rule: 'duplicate-name', severity, message: `is the same as ${twin}`, of: record.id, record };
}

const maxListed = 4;

/** The ids but `own`. */
function listed(ids: readonly string[], own: string): string {
	const others = ids.slice(0, maxListed + 1).filter(id => id !== own);
	const shown = others.slice(0, maxListed);
	const more = ids.length - 1 - shown.length;
	return shown.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}
