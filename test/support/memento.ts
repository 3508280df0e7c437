import type { Memento } from 'vscode';

/** A memory of its own for a test. */
export function aMemento(): Memento {
	const values = new Map<string, unknown>();
	function get<T>(key: string, initial?: T): T | undefined {
		return values.has(key) ? (values.get(key) as T) : initial;
	}
	return {
		keys: () => [...values.keys()],
		get,
		update: (key, value: unknown) => {
			values.set(key, value);
			return Promise.resolve();
		},
	};
}
