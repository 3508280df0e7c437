import { isAccuracyKind } from '../catalog/records.ts';
import {
	hasMark,
	numberMetrics,
	verdictAt,
	type ComparisonSnapshot,
	type NumberMetric,
	type RowVerdict,
} from './comparisonSnapshot.ts';
import type { SortKey } from './pageState.ts';
import { RowOrder } from './rowOrder.ts';
import { readTableFilter, type TableFilter } from './tableFilter.ts';

export interface TableQuery {
	readonly sort: readonly SortKey[];
	readonly filterText: string;
	/** Empty keeps all. */
	readonly verdictFilter: readonly RowVerdict[];
	/** Keeps these rows only: the frontier of the plot. */
	readonly frontier?: Uint32Array | undefined;
	/** Rows that stand first and that no filter hides. */
	readonly pinned: ReadonlySet<number>;
}

export interface TableRows {
	/** Row indices of the snapshot in the order in which they are shown. */
	readonly rows: Uint32Array;
	/** The first so many rows are the pinned ones. */
	readonly pinned: number;
	/** Rows that pass the filters, pinned or not. */
	readonly matching: number;
	/** Further rows of which nobody states a number that the filter asks for. */
	readonly unknown: number;
	/** What of the filter is not understood. */
	readonly problem?: string;
}

/**
 * The rows that the table shows.
 * @param order keeps the last order, so that a table that is only filtered anew is not sorted again
 */
export function tableRows(snapshot: ComparisonSnapshot, query: TableQuery, order = new RowOrder()): TableRows {
	const sorted = order.rows(snapshot, query.sort);
	const { judge, problem } = rowFilter(snapshot, query);
	if (judge === everyRow.judge && query.pinned.size === 0)
		return { rows: sorted, pinned: 0, matching: sorted.length, unknown: 0 };
	const isPinned = new Uint8Array(snapshot.rows);
	for (const row of query.pinned) isPinned[row] = 1;
	const pinned = query.pinned.size === 0 ? [] : sorted.filter(row => isPinned[row] === 1);
	const rows = new Uint32Array(snapshot.rows);
	rows.set(pinned);
	let [end, matching, unknown] = [pinned.length, 0, 0];
	for (const row of sorted) {
		const verdict = judge(row);
		if (verdict === 'unknown') unknown += 1;
		if (verdict !== 'passes') continue;
		matching += 1;
		if (isPinned[row] !== 1) rows[end++] = row;
	}
	return {
		rows: rows.slice(0, end), // the rest is not kept
		pinned: pinned.length,
		matching,
		unknown,
		...(problem === undefined ? {} : { problem }),
	};
}

/** All rows by the first column, those that are equal in it by the next. Stable; unknown values stand last both ways. */
export function sortRows(snapshot: ComparisonSnapshot, keys: TableQuery['sort']): Uint32Array {
	return new RowOrder().rows(snapshot, keys);
}

const everyRow: TableFilter = { judge: () => 'passes' };

/** How a row stands to every filter of the query; pinned rows are not treated apart. */
function rowFilter(
	snapshot: ComparisonSnapshot,
	query: Pick<TableQuery, 'filterText' | 'verdictFilter' | 'frontier'>,
): TableFilter {
	const { filterText } = query;
	const { judge, ...read } = filterText.trim() === '' ? everyRow : readTableFilter(snapshot, filterText);
	const frontier = query.frontier && new Set(query.frontier);
	const { verdictFilter } = query;
	if (verdictFilter.length === 0 && !frontier) return { ...read, judge };
	const isKept = (row: number): boolean =>
		(verdictFilter.length === 0 || verdictFilter.includes(verdictAt(snapshot, row))) &&
		(!frontier || frontier.has(row));
	return { ...read, judge: row => (isKept(row) ? judge(row) : 'fails') };
}

/** Place of each row of the snapshot among `shown`, from 0; -1 for one that is not shown. */
export function placesOf(shown: Uint32Array, rows: number): Int32Array<ArrayBuffer> {
	const places = new Int32Array(rows).fill(-1);
	for (let place = 0; place < shown.length; place++) places[shown[place] ?? -1] = place;
	return places;
}

/** Best value of each number column among `rows`, or among all; NaN where none is known. Accuracies that are not ranked never win. */
export function bestValues(
	snapshot: ComparisonSnapshot,
	rows?: ArrayLike<number>,
): Readonly<Record<NumberMetric, number>> {
	const best: Record<NumberMetric, number> = {
		top1: NaN,
		top5: NaN,
		'real-top1': NaN,
		'v2-top1': NaN,
		ap: NaN,
		ap50: NaN,
		miou: NaN,
		macs: NaN,
		params: NaN,
		bytes: NaN,
		latencyMs: NaN,
	};
	for (const metric of numberMetrics)
		if (snapshot.numbers[metric].known > 0) best[metric] = bestOf(snapshot, metric, rows);
	return best;
}

function bestOf(snapshot: ComparisonSnapshot, metric: NumberMetric, rows: ArrayLike<number> | undefined): number {
	const { values } = snapshot.numbers[metric];
	const isAccuracy = isAccuracyKind(metric);
	const sign = isAccuracy ? 1 : -1;
	const count = rows ? rows.length : values.length;
	let best = -Infinity;
	for (let place = 0; place < count; place++) {
		const row = rows ? (rows[place] ?? 0) : place;
		const value = sign * (values[row] ?? NaN);
		if (value > best && !(isAccuracy && hasMark(snapshot, row, 'unranked'))) best = value;
	}
	return best === -Infinity ? NaN : sign * best;
}
