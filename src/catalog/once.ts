/** Calls `make` at the first question, and gives its answer to every one. After an error the next question tries again. */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
