import type { Candidate } from './records.ts';

/** Height and width in px at which most of the candidates stand, the first of them where two are as common; undefined for none. */
export function usualInput(candidates: readonly Candidate[]): readonly [number, number] | undefined {
	const counts = new Map<string, { readonly input: readonly [number, number]; readonly count: number }>();
	for (const { input } of candidates) {
		const key = input.join('x');
		counts.set(key, { input, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.input;
}
