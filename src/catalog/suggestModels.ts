import type { Catalog } from './catalog.ts';
import { indexNames } from './nameMeanings.ts';
import type { Model } from './records.ts';
import { searchModels } from './search.ts';

const longestMisspelling = 60;

/** Models that someone may have meant by a name the catalog does not have, best first. */
export function suggestModels(catalog: Catalog, text: string, limit = 3): readonly Model[] {
	const wanted = text.trim().toLowerCase();
	if (wanted === '' || wanted.length > longestMisspelling) return [];
	const found = [...misspelt(catalog, wanted), ...searchModels(catalog, wanted, limit).map(({ model }) => model)];
	return [...new Set(found)].slice(0, limit);
}

/** Models one of whose names is at most two edits away, nearest first: `resent50` is one swap from `resnet50`. */
function misspelt(catalog: Catalog, wanted: string): readonly Model[] {
	const allowed = wanted.length < 6 ? 1 : 2;
	const near: { readonly model: Model; readonly edits: number }[] = [];
	for (const [name, meanings] of indexNames(catalog)) {
		const edits = countEdits(wanted, name, allowed);
		if (edits > allowed) continue;
		for (const meaning of meanings) if (meaning.kind !== 'family') near.push({ model: meaning.model, edits });
	}
	return near.sort((a, b) => a.edits - b.edits).map(({ model }) => model);
}

/** Letters to insert, delete, replace or swap with the next one; any number over `allowed` once it is over. */
export function countEdits(from: string, to: string, allowed: number): number {
	if (Math.abs(from.length - to.length) > allowed) return allowed + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			const replaced = at(last, column - 1) + (same ? 0 : 1);
			let edits = Math.min(replaced, at(last, column) + 1, at(current, column - 1) + 1);
			const swapped =
				row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			if (swapped) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
			current.push(edits);
		}
		if (Math.min(...current) > allowed) return allowed + 1;
		[beforeLast, last] = [last, current];
	}
	return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Infinity;
}
