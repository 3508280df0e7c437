import { hasMark, verdicts, type ComparisonSnapshot } from './comparisonSnapshot.ts';
import type { PlotGroups } from './plotGroups.ts';

/** How a point is drawn: shape before color, so that the plot reads without color. */
export interface PointLook {
	/** Index of its shape and color; the number of groups for a point of none. */
	readonly group: number;
	/** Drawn as a ring: beyond the budget, or unknown. */
	readonly isHollow: boolean;
	/** Drawn as a cross, whatever else it is. */
	readonly isUnranked: boolean;
}

const hollowBit = 8;
const unrankedBit = 16;
/** Looks are numbers below this, so that they can index a table. */
export const lookCount = 32;

/** Look of each row, as a number. */
export function pointLooks(snapshot: ComparisonSnapshot, { codes }: PlotGroups): Uint8Array {
	const isHollow = verdicts.map(verdict => verdict === 'exceeds' || verdict === 'unknown');
	return Uint8Array.from(codes, (group, row) => {
		if (hasMark(snapshot, row, 'unranked')) return group | unrankedBit;
		return isHollow[snapshot.verdicts[row] ?? 0] === true ? group | hollowBit : group;
	});
}

export function lookOf(code: number): PointLook {
	return {
		group: code & (hollowBit - 1),
		isHollow: (code & hollowBit) !== 0,
		isUnranked: (code & unrankedBit) !== 0,
	};
}
