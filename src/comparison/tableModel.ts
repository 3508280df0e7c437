import { accuracyKindOf } from '../catalog/accuracy.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { isNumberColumn, isTextColumn, type ColumnId } from './columns.ts';
import {
	hasMark,
	numberMetrics,
	verdictAt,
	type ComparisonSnapshot,
	type NumberMetric,
	type RowVerdict,
	type TextColumn,
} from './comparisonSnapshot.ts';
import type { SortKey } from './pageState.ts';
import { readTableFilter, type FilterVerdict, type TableFilter } from './tableFilter.ts';

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

/** The rows that the table shows. */
export function tableRows(snapshot: ComparisonSnapshot, query: TableQuery): TableRows {
	const sorted = sortRows(snapshot, query.sort);
	const { judge, problem } = rowFilter(snapshot, query);
	const verdicts = Array.from({ length: snapshot.rows }, (_, row) => judge(row));
	const pinned = sorted.filter(row => query.pinned.has(row));
	const rest = sorted.filter(row => !query.pinned.has(row) && verdicts[row] === 'passes');
	const rows = new Uint32Array(pinned.length + rest.length);
	rows.set(pinned);
	rows.set(rest, pinned.length);
	const countOf = (verdict: FilterVerdict): number => verdicts.filter(each => each === verdict).length;
	return {
		rows,
		pinned: pinned.length,
		matching: countOf('passes'),
		unknown: countOf('unknown'),
		...(problem === undefined ? {} : { problem }),
	};
}

/** All rows by the first column, those that are equal in it by the next. Stable; unknown values stand last both ways. */
export function sortRows(snapshot: ComparisonSnapshot, keys: TableQuery['sort']): Uint32Array {
	const orders = keys.map(({ column, descending }) =>
		orderBy(sortKeys(snapshot, sortedColumn(snapshot, column)), descending),
	);
	const rows = Uint32Array.from({ length: snapshot.rows }, (_, row) => row);
	return rows.sort((a, b) => {
		for (const order of orders) {
			const difference = order(a, b);
			if (difference !== 0) return difference;
		}
		return 0;
	});
}

function orderBy(keys: Float64Array, descending: boolean): (a: number, b: number) => number {
	const sign = descending ? -1 : 1;
	return (a, b) => {
		const [keyA, keyB] = [keys[a] ?? NaN, keys[b] ?? NaN];
		if (Number.isNaN(keyA) || Number.isNaN(keyB)) return Number(Number.isNaN(keyA)) - Number(Number.isNaN(keyB));
		return sign * (keyA - keyB);
	};
}

/** Sorted by an accuracy, a table of another task is sorted by its own. */
function sortedColumn({ task }: ComparisonSnapshot, column: ColumnId): ColumnId {
	const isOther = column === 'top1' || column === 'ap' || column === 'miou';
	return isOther ? accuracyKindOf(task) : column;
}

/** How a row stands to every filter of the query; pinned rows are not treated apart. */
function rowFilter(
	snapshot: ComparisonSnapshot,
	query: Pick<TableQuery, 'filterText' | 'verdictFilter' | 'frontier'>,
): TableFilter {
	const { judge, ...read } = readTableFilter(snapshot, query.filterText);
	const frontier = query.frontier && new Set(query.frontier);
	const { verdictFilter } = query;
	const isKept = (row: number): boolean =>
		(verdictFilter.length === 0 || verdictFilter.includes(verdictAt(snapshot, row))) &&
		(!frontier || frontier.has(row));
	return { ...read, judge: row => (isKept(row) ? judge(row) : 'fails') };
}

/** Best value of each number column among `rows`; NaN where none is known. Accuracies that are not ranked never win. */
export function bestValues(
	snapshot: ComparisonSnapshot,
	rows: Iterable<number>,
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
	for (const row of rows) {
		const ranked = !hasMark(snapshot, row, 'unranked');
		for (const metric of numberMetrics) {
			const isHigherBetter = isAccuracyKind(metric);
			const value = snapshot.numbers[metric].values[row] ?? NaN;
			if (Number.isNaN(value) || (isHigherBetter && !ranked)) continue;
			const known = best[metric];
			if (Number.isNaN(known) || (isHigherBetter ? value > known : value < known)) best[metric] = value;
		}
	}
	return best;
}

/** A number per row that sorts as the column does, ascending. NaN where the value is unknown. */
function sortKeys(snapshot: ComparisonSnapshot, column: ColumnId): Float64Array {
	if (isNumberColumn(column)) return snapshot.numbers[column].values;
	if (isTextColumn(column)) return textRanks(snapshot.texts[column]);
	if (column === 'input') {
		return snapshot.inputHeights.map((height, row) => height * (snapshot.inputWidths[row] ?? NaN));
	}
	return Float64Array.from(snapshot.verdicts, code => (code === 0 ? NaN : code));
}

/** Rank of each row's text among the distinct ones, digits as numbers: `ResNet-50` before `ResNet-101`. */
function textRanks(column: TextColumn): Float64Array {
	const collator = new Intl.Collator('en', { numeric: true });
	const order = column.values.map((_, code) => code).sort((a, b) => collator.compare(valueOf(a), valueOf(b)));
	const ranks = new Float64Array(column.values.length).fill(NaN);
	order.forEach((code, rank) => {
		if (valueOf(code) !== '') ranks[code] = rank;
	});
	return Float64Array.from(column.codes, code => ranks[code] ?? NaN);

	function valueOf(code: number): string {
		return column.values[code] ?? '';
	}
}
