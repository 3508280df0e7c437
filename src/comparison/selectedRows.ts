import type { Candidate } from '../catalog/records.ts';

/**
 * Rows that a selection means, in its order and each once. A model or checkpoint stands for its most accurate candidate
 * among the rows; ids that no row belongs to are left out.
 * @param percents accuracy of each row, NaN where unknown
 */
export function selectedRows(
	candidates: readonly Candidate[],
	percents: Float64Array,
	selection: readonly string[],
): Uint32Array {
	const rowById = new Map<string, number>();
	const accuracy = (row: number): number => {
		const value = percents[row] ?? NaN;
		return Number.isNaN(value) ? -1 : value;
	};
	const offer = (id: string | undefined, row: number): void => {
		if (id === undefined) return;
		const known = rowById.get(id);
		if (known === undefined || accuracy(row) > accuracy(known)) rowById.set(id, row);
	};
	candidates.forEach((candidate, row) => {
		offer(candidate.model, row);
		offer(candidate.checkpoint, row);
	});
	candidates.forEach(({ id }, row) => rowById.set(id, row));
	return Uint32Array.from(new Set(selection.flatMap(id => rowById.get(id) ?? [])));
}
