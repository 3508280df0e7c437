import { accuracyKindOf } from '../catalog/accuracy.ts';
import { stableOrder } from '../selection/stableOrder.ts';
import { isNumberColumn, isTextColumn, type ColumnId } from './columns.ts';
import type { ComparisonSnapshot, TextColumn } from './comparisonSnapshot.ts';
import { naturalOrder } from './naturalOrder.ts';
import type { SortKey } from './pageState.ts';

/** Distinct texts of a column from which on ranking them takes more than a few ms. */
const slowToRank = 10_000;

/** Sorts the rows of a table. What took time is kept for the next question: the ranks of each column of texts, and the last order. */
export class RowOrder {
	private readonly ranks = new WeakMap<TextColumn, Float32Array>();
	private last:
		{ readonly columns: readonly unknown[]; readonly keys: string; readonly rows: Uint32Array } | undefined;

	/** All rows by the first column, those that are equal in it by the next. Stable; unknown values stand last both ways. */
	rows(snapshot: ComparisonSnapshot, keys: readonly SortKey[]): Uint32Array {
		const columns = keys.map(({ column }) => columnOf(snapshot, sortedColumn(snapshot, column)));
		const written = JSON.stringify([snapshot.rows, snapshot.task, keys]);
		const { last } = this;
		if (last?.keys === written && last.columns.every((column, place) => column === columns[place]))
			return last.rows;
		let rows: Uint32Array = Uint32Array.from({ length: snapshot.rows }, (_, row) => row);
		for (const { column, descending } of keys.toReversed())
			rows = stableOrder(this.valuesOf(snapshot, sortedColumn(snapshot, column)), rows, descending);
		this.last = { columns, keys: written, rows };
		return rows;
	}

	/**
	 * Ranks the texts of one more column, where that takes so long that it is seen once the column is sorted.
	 * @returns whether there may be another one
	 */
	prepareNext({ texts }: ComparisonSnapshot): boolean {
		const next = Object.values(texts).find(column => column.values.length > slowToRank && !this.ranks.has(column));
		if (next) this.ranksOf(next);
		return next !== undefined;
	}

	/** A number per row that sorts as the column does, ascending. NaN where the value is unknown. */
	private valuesOf(snapshot: ComparisonSnapshot, id: ColumnId): Float64Array {
		if (isNumberColumn(id)) return snapshot.numbers[id].values;
		if (isTextColumn(id)) return new Float64Array(this.ranksOf(snapshot.texts[id]));
		if (id === 'input') {
			return Float64Array.from(
				snapshot.inputHeights,
				(height, row) => height * (snapshot.inputWidths[row] ?? NaN),
			);
		}
		return Float64Array.from(snapshot.verdicts, code => (code === 0 ? NaN : code));
	}

	private ranksOf(column: TextColumn): Float32Array {
		const known = this.ranks.get(column);
		if (known) return known;
		const ranks = textRanks(column);
		this.ranks.set(column, ranks);
		return ranks;
	}
}

/** What a column is told apart by: a snapshot with the same columns has the same order. */
function columnOf(snapshot: ComparisonSnapshot, id: ColumnId): unknown {
	if (isNumberColumn(id)) return snapshot.numbers[id].values;
	if (isTextColumn(id)) return snapshot.texts[id];
	return id === 'input' ? snapshot.inputHeights : snapshot.verdicts;
}

/** Sorted by an accuracy, a table of another task is sorted by its own. */
function sortedColumn({ task }: ComparisonSnapshot, column: ColumnId): ColumnId {
	const isOther = column === 'top1' || column === 'ap' || column === 'miou';
	return isOther ? accuracyKindOf(task) : column;
}

/** Rank of each row's text among the distinct ones, of which there are fewer than 2^24; NaN where it is empty. */
function textRanks({ values, codes }: TextColumn): Float32Array {
	const ranks = new Float32Array(values.length);
	const texts = [...values];
	naturalOrder(texts).forEach((code, rank) => {
		ranks[code] = texts[code] === '' ? NaN : rank;
	});
	const ofRows = new Float32Array(codes.length);
	codes.forEach((code, row) => (ofRows[row] = ranks[code] ?? NaN));
	return ofRows;
}
