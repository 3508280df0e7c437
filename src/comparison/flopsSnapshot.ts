import { flopsOfMacs } from '../catalog/units.ts';
import type { ComparisonSnapshot } from './comparisonSnapshot.ts';

/** What is shown, with FLOPs in place of MACs: two per multiply-accumulate. The texts of a budget stay as they are. */
export function inFlops(snapshot: ComparisonSnapshot): ComparisonSnapshot {
	const { macs } = snapshot.numbers;
	const { limits } = snapshot.budget;
	return {
		...snapshot,
		countsFlops: true,
		numbers: { ...snapshot.numbers, macs: { ...macs, values: macs.values.map(flopsOfMacs) } },
		budget: {
			...snapshot.budget,
			limits: limits.map(limit =>
				limit.metric === 'macs' ? { ...limit, value: flopsOfMacs(limit.value) } : limit,
			),
		},
	};
}
