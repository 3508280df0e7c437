import type { Catalog } from './catalog.ts';
import { indexNames, type Meaning } from './nameMeanings.ts';
import { escapeUnseen } from './plainText.ts';
import type { Candidate, Checkpoint, Family, Model } from './records.ts';
import { suggestModels } from './suggestModels.ts';

/** What a name means, with the records above it. */
export interface ResolvedName {
	readonly ok: true;
	readonly kind: 'family' | 'model' | 'checkpoint' | 'candidate';
	readonly family: Family;
	/** Given for every kind but `family`. */
	readonly model?: Model;
	/** Given for a checkpoint, and for a candidate that has one. */
	readonly checkpoint?: Checkpoint;
	readonly candidate?: Candidate;
}

/** A name with a model, as everything but browsing needs it. */
export interface ResolvedModel extends ResolvedName {
	readonly model: Model;
}

export interface UnknownName {
	readonly ok: false;
	/** One line: the fault and what to write instead. */
	readonly problem: string;
	/** Ids to offer, best first. */
	readonly suggestions: readonly string[];
}

/** Answers many names; made once per catalog. */
export interface NameIndex {
	/** Whether the catalog has the name at all. Looks up no suggestions, so that it may be asked for every row of a large file. */
	has(text: string): boolean;
	/** In lower case, every text but `seed#51` and ids of candidates for which `has` is true. */
	names(): Iterable<string>;
	resolve(text: string): ResolvedName | UnknownName;
	resolveModel(text: string): ResolvedModel | UnknownName;
}

/**
 * What a person means by `text`: an id (`seed#51` too), then `framework:name`, then a name or alias in whatever case. A name
 * of several checkpoints of one model means that model; a name of different models means none of them.
 */
export function resolveName(catalog: Catalog, text: string): ResolvedName | UnknownName {
	return resolveId(catalog, text.trim()) ?? createNameIndex(catalog).resolve(text);
}

/** `resolveName` where a model is needed: a family stands for its only model, and otherwise for none. */
export function resolveModel(catalog: Catalog, text: string): ResolvedModel | UnknownName {
	return createNameIndex(catalog).resolveModel(text);
}

export function createNameIndex(catalog: Catalog): NameIndex {
	const meanings = indexNames(catalog);
	const meaningsOf = (name: string): readonly Meaning[] => meanings.get(name.toLowerCase()) ?? [];
	const resolve = (text: string): ResolvedName | UnknownName => {
		const name = text.trim();
		return resolveId(catalog, name) ?? resolveMeanings(catalog, name, meaningsOf(name));
	};
	return {
		has: text => {
			const name = text.trim();
			return meanings.has(name.toLowerCase()) || catalog.candidateById.has(name) || isLine(catalog, name);
		},
		names: () => meanings.keys(),
		resolve,
		resolveModel: text => {
			const resolved = resolve(text);
			if (!resolved.ok || hasModel(resolved)) return resolved;
			const name = text.trim();
			const ofModels = meaningsOf(name).filter(meaning => meaning.kind !== 'family');
			if (ofModels.length === 0) return onlyModelOf(catalog, name, resolved.family);
			const narrowed = resolveMeanings(catalog, name, ofModels);
			return !narrowed.ok || hasModel(narrowed) ? narrowed : unknownName(catalog, name);
		},
	};
}

function hasModel(resolved: ResolvedName): resolved is ResolvedModel {
	return resolved.model !== undefined;
}

function resolveId(catalog: Catalog, id: string): ResolvedName | undefined {
	const family = catalog.familyById.get(id);
	if (family) return { ok: true, kind: 'family', family };
	const model = catalog.modelById.get(id);
	if (model) return below(catalog, 'model', model);
	const checkpoint = catalog.checkpointById.get(id);
	if (checkpoint) return below(catalog, 'checkpoint', catalog.modelById.get(checkpoint.model), checkpoint);
	const candidate = catalog.candidateById.get(id) ?? candidateOfLine(catalog, id);
	if (!candidate) return undefined;
	const weights = candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
	return below(catalog, 'candidate', catalog.modelById.get(candidate.model), weights, candidate);
}

function isLine(catalog: Catalog, id: string): boolean {
	return id.includes('#') && candidateOfLine(catalog, id) !== undefined;
}

/** `seed#51` is the row that line 51 of the seed document prints. */
function candidateOfLine(catalog: Catalog, id: string): Candidate | undefined {
	const line = /^seed#(\d{1,6})$/i.exec(id)?.[1];
	return line === undefined ? undefined : catalog.candidates.find(({ seedLine }) => seedLine === Number(line));
}

function below(
	catalog: Catalog,
	kind: ResolvedName['kind'],
	model: Model | undefined,
	checkpoint?: Checkpoint,
	candidate?: Candidate,
): ResolvedName | undefined {
	const family = model && catalog.familyById.get(model.family);
	if (!family) return undefined;
	return { ok: true, kind, family, model, ...(checkpoint && { checkpoint }), ...(candidate && { candidate }) };
}

function resolveMeanings(catalog: Catalog, name: string, meanings: readonly Meaning[]): ResolvedName | UnknownName {
	const [first] = meanings;
	if (!first) return unknownName(catalog, name);
	const ofModels = meanings.filter(meaning => meaning.kind !== 'family');
	const [model, ...otherModels] = new Set(ofModels.map(meaning => meaning.model));
	if (model && otherModels.length > 0)
		return ambiguousName(
			name,
			[model, ...otherModels].map(({ id }) => id),
		);
	if (model) return meaningOfModel(catalog, model, ofModels) ?? unknownName(catalog, name);
	const families = meanings.flatMap(meaning => (meaning.kind === 'family' ? [meaning.family] : []));
	const [family, ...otherFamilies] = families;
	if (!family) return unknownName(catalog, name);
	if (otherFamilies.length > 0)
		return ambiguousName(
			name,
			families.map(({ id }) => id),
		);
	return { ok: true, kind: 'family', family };
}

/** The checkpoint where the name is of that one alone, else the model. */
function meaningOfModel(catalog: Catalog, model: Model, meanings: readonly Meaning[]): ResolvedName | undefined {
	const [first, ...others] = meanings;
	if (first?.kind !== 'checkpoint' || others.length > 0) return below(catalog, 'model', model);
	return below(catalog, 'checkpoint', model, first.checkpoint);
}

function onlyModelOf(catalog: Catalog, name: string, family: Family): ResolvedModel | UnknownName {
	const models = catalog.modelsOf(family.id);
	const [model, ...others] = models;
	if (model && others.length === 0) return { ok: true, kind: 'model', family, model };
	const ids = models.map(({ id }) => id);
	const advice = ids.length > 0 ? `Write one of its models: ${listed(ids)}.` : 'The catalog has no model of it.';
	return { ok: false, problem: `"${escapeUnseen(name)}" is a family. ${advice}`, suggestions: ids };
}

function ambiguousName(name: string, ids: readonly string[]): UnknownName {
	const problem = `"${escapeUnseen(name)}" means more than one model. Write one of ${listed(ids)}.`;
	return { ok: false, problem, suggestions: ids };
}

function unknownName(catalog: Catalog, name: string): UnknownName {
	const suggestions = suggestModels(catalog, name).map(({ id }) => id);
	const advice =
		suggestions.length > 0
			? `Did you mean ${listed(suggestions)}?`
			: 'Write an id such as mobilenet-v2/1.0, or a name with its framework such as timm:resnet50.';
	return { ok: false, problem: `"${escapeUnseen(name)}" is not in the catalog. ${advice}`, suggestions };
}

function listed(ids: readonly string[]): string {
	const shown = ids.slice(0, 12);
	return shown.length < ids.length
		? `${shown.join(', ')} and ${String(ids.length - shown.length)} more`
		: shown.join(', ');
}
