/** Accuracies closer than the evaluation's own 95 % interval are shown as tied. */

const normal95 = 1.96;

/**
 * Half width of the 95 % interval of an accuracy, in points: 1.96·√(p(1−p)/n).
 * @param percent accuracy of the group's best
 * @param images number of images it was evaluated on; without any the interval is empty
 */
export function tieHalfWidth(percent: number, images: number): number {
	if (!(images > 0)) return 0;
	const share = percent / 100;
	return 100 * normal95 * Math.sqrt((share * (1 - share)) / images);
}

export interface TieGroup {
	/** Indices into the list that was grouped, in its order; the first is the most accurate. */
	readonly members: readonly number[];
	/** Points within which the others lie of the first. */
	readonly halfWidth: number;
}

/**
 * Splits accuracies into tie groups: the most accurate left takes all left within its half width.
 * @param percents accuracies, highest first
 */
export function groupTies(percents: readonly number[], images: number): readonly TieGroup[] {
	const groups: { members: number[]; halfWidth: number }[] = [];
	let best = NaN;
	percents.forEach((percent, index) => {
		const group = groups.at(-1);
		if (group && best - percent <= group.halfWidth) {
			group.members.push(index);
			return;
		}
		best = percent;
		groups.push({ members: [index], halfWidth: tieHalfWidth(percent, images) });
	});
	return groups;
}
