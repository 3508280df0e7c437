import type { CandidateRow } from './generatedCandidates.ts';

/** Upper limits, inclusive. */
export interface Bounds {
	readonly macs: number;
	readonly params: number;
	readonly latencyMs: number;
}

export interface PlainAnswer {
	readonly counts: {
		readonly meets: number;
		readonly exceeds: number;
		readonly unknown: number;
		readonly unranked: number;
	};
	/** Ids of the ten best. */
	readonly best: readonly string[];
	/** Ids of the three that exceed the limits by least. */
	readonly near: readonly string[];
}

const limits = ['macs', 'params', 'latencyMs'] as const;

/** How many meet the limits, and the ten best, by a filter and a sort: what one writes without an engine. */
export function bestOf(rows: readonly CandidateRow[], bounds: Bounds): { meets: number; best: readonly string[] } {
	const { macs, params, latencyMs } = bounds;
	const meeting = rows.filter(
		row =>
			row.top1 !== undefined &&
			row.macs <= macs &&
			row.params <= params &&
			row.latencyMs !== undefined &&
			row.latencyMs <= latencyMs,
	);
	meeting.sort(byAccuracy);
	return { meets: meeting.length, best: meeting.slice(0, 10).map(({ id }) => id) };
}

/** The same with a count of each verdict and the three nearest misses, still by filters and sorts. */
export function answerPlainly(rows: readonly CandidateRow[], bounds: Bounds): PlainAnswer {
	const exceeding = rows.filter(row => limits.some(limit => (row[limit] ?? 0) > bounds[limit]));
	const left = rows.filter(row => limits.every(limit => (row[limit] ?? 0) <= bounds[limit]));
	const meeting = left.filter(row => limits.every(limit => row[limit] !== undefined));
	const ranked = meeting.filter(({ top1 }) => top1 !== undefined);
	return {
		counts: {
			meets: ranked.length,
			exceeds: exceeding.length,
			unknown: left.length - meeting.length,
			unranked: meeting.length - ranked.length,
		},
		best: bestOf(rows, bounds).best,
		near: exceeding
			.filter(({ top1 }) => top1 !== undefined)
			.map(row => ({ row, over: overshoot(row, bounds) }))
			.sort((a, b) => a.over - b.over || byAccuracy(a.row, b.row))
			.slice(0, 3)
			.map(({ row }) => row.id),
	};
}

function overshoot(row: CandidateRow, bounds: Bounds): number {
	return Math.max(...limits.map(limit => (row[limit] ?? 0) / bounds[limit] - 1));
}

function byAccuracy(a: CandidateRow, b: CandidateRow): number {
	return (b.top1 ?? 0) - (a.top1 ?? 0) || a.macs - b.macs || (a.id < b.id ? -1 : 1);
}
