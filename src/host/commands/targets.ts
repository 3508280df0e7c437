import type { Catalog } from '../../catalog/catalog.ts';
import {
	createNameIndex,
	type NameIndex,
	type ResolvedModel,
	type ResolvedName,
	type UnknownName,
} from '../../catalog/names.ts';
import type { Candidate } from '../../catalog/records.ts';
import { askModel } from '../quickInput/askModel.ts';
import type { Services } from '../services.ts';
import { leadCandidate } from '../../catalog/merit.ts';
import { ArgumentError } from './argumentError.ts';
import { recordNamesIn } from './recordNames.ts';

/** The models that a command was called with, each with its checkpoint or candidate where one was named. */
export function targetsIn(catalog: Catalog, args: readonly unknown[]): readonly ResolvedModel[] {
	return resolveAll(catalog, args, (index, name) => index.resolveModel(name));
}

/** The records that a command was called with, families too. */
export function recordsIn(catalog: Catalog, args: readonly unknown[]): readonly ResolvedName[] {
	return resolveAll(catalog, args, (index, name) => index.resolve(name));
}

/** The model that a command was called with, else the one that the person chooses; undefined where none was chosen. */
export async function askTarget(
	services: Services,
	args: readonly unknown[],
	title: string,
): Promise<ResolvedModel | undefined> {
	const catalog = await services.catalogs.load();
	const [named] = targetsIn(catalog, args);
	if (named) return named;
	const model = await askModel(catalog, services.remembered, { title });
	const family = model && catalog.familyById.get(model.family);
	return family && { ok: true, kind: 'model', family, model };
}

/** The candidate that stands for a target: its own, else the best of its checkpoint or model. */
export function candidateOf(catalog: Catalog, { model, checkpoint, candidate }: ResolvedModel): Candidate | undefined {
	if (candidate) return candidate;
	const all = catalog.candidatesOf(model.id);
	return leadCandidate(catalog, checkpoint ? all.filter(each => each.checkpoint === checkpoint.id) : all);
}

/** Each name among the arguments, or an error for the first that means nothing. The index is made only where there is one. */
function resolveAll<T extends { readonly ok: true }>(
	catalog: Catalog,
	args: readonly unknown[],
	resolve: (index: NameIndex, name: string) => T | UnknownName,
): readonly T[] {
	const names = recordNamesIn(args);
	if (names.length === 0) return [];
	const index = createNameIndex(catalog);
	return names.map(name => {
		const resolved = resolve(index, name);
		if (!resolved.ok) throw new ArgumentError(resolved.problem);
		return resolved;
	});
}
