/** Most names that one call may bring. */
const maxNames = 1000;

/**
 * Names of records in what a command was called with: a name, a tree node, `{ model }`, `{ checkpoint }` or `{ candidate }`,
 * or a list of these. A menu passes the node and then all selected ones, which are meant then.
 */
export function recordNamesIn(args: readonly unknown[]): readonly string[] {
	const [first, selected] = args;
	if (Array.isArray(selected) && selected.length > 0) return namesOf(selected);
	return Array.isArray(first) ? namesOf(first) : namesOf([first]);
}

function namesOf(values: readonly unknown[]): readonly string[] {
	return values.slice(0, maxNames).flatMap(value => nameOf(value) ?? []);
}

function nameOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) return undefined;
	for (const key of ['recordId', 'candidate', 'checkpoint', 'model']) {
		const named: unknown = Reflect.get(value, key);
		if (typeof named === 'string') return named;
	}
	return undefined;
}
