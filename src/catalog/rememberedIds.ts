/** Records used lately that are remembered. */
export const mostRecents = 10;

/** Ids from a store that anything could have been written to. */
export function idsIn(stored: unknown): readonly string[] {
	return Array.isArray(stored)
		? [...new Set(stored.filter((id: unknown): id is string => typeof id === 'string'))]
		: [];
}

/** `id` as the one used last, before those used earlier. */
export function withRecent(ids: readonly string[], id: string): readonly string[] {
	return [id, ...ids.filter(other => other !== id)].slice(0, mostRecents);
}

/** Adds the ids that are not there at the end; takes all of them away where all are there. */
export function toggled(ids: readonly string[], changed: readonly string[]): readonly string[] {
	const missing = changed.filter(id => !ids.includes(id));
	return missing.length > 0 ? [...new Set([...ids, ...missing])] : ids.filter(id => !changed.includes(id));
}

/** The records that a catalog has for ids, in their order. An id that it lacks is kept in the store: its file may come back. */
export function knownOf<T>(ids: readonly string[], byId: Pick<ReadonlyMap<string, T>, 'get'>): readonly T[] {
	return ids.flatMap(id => byId.get(id) ?? []);
}
