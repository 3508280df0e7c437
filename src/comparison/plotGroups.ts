import type { ComparisonSnapshot } from './comparisonSnapshot.ts';

/** What points are told apart by, in shape and color. */
export const groupings = ['none', 'framework', 'family', 'sizeClass'] as const;
export type Grouping = (typeof groupings)[number];

/** Groups of the points: the largest ones by name, and one of all others. */
export interface PlotGroups {
	/** Largest first; empty where the points are not told apart. */
	readonly names: readonly string[];
	/** Index into `names` of each row of the snapshot; `names.length` for a row of no named group. */
	readonly codes: Uint8Array;
	/** Whether a row is in no named group. */
	readonly hasOthers: boolean;
}

/** More shapes and colors than this are not told apart at a glance. */
export const mostGroups = 5;

/** Groups of all rows, filtered out or not: a filter never changes how a point looks. */
export function plotGroups(snapshot: ComparisonSnapshot, by: Grouping): PlotGroups {
	if (by === 'none') return { names: [], codes: new Uint8Array(snapshot.rows), hasOthers: false };
	const { values, codes } = snapshot.texts[by];
	const counts = new Uint32Array(values.length);
	for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
	const largest = [...counts.keys()]
		.filter(code => values.at(code) !== '' && (counts[code] ?? 0) > 0)
		.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
		.slice(0, mostGroups);
	const groupOf = new Uint8Array(values.length).fill(largest.length);
	largest.forEach((code, group) => (groupOf[code] = group));
	const groups = Uint8Array.from(codes, code => groupOf[code] ?? largest.length);
	return {
		names: largest.map(code => values.at(code) ?? ''),
		codes: groups,
		hasOthers: groups.includes(largest.length),
	};
}
