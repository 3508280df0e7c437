import type { CostCard } from './stageCosts.ts';

/** Stands in for the counting of costs where a browser loads the extension, whose one file has no room for the networks. */
export function costCard(): CostCard | undefined {
	return undefined;
}

export function costBlocks(): readonly string[] {
	return [];
}
