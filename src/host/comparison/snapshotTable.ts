import { isAccuracyKind } from '../../catalog/records.ts';
import { deltaText } from '../../comparison/baseline.ts';
import { cellText, columnTitle, isNumberColumn, type ColumnId } from '../../comparison/columns.ts';
import type { ComparisonSnapshot, NumberMetric } from '../../comparison/comparisonSnapshot.ts';
import type { ExportCell, ExportColumn, ExportTable } from '../../comparison/exportTable.ts';
import { inFlops } from '../../comparison/flopsSnapshot.ts';

export interface TableChoice {
	/** In the order of the rows. */
	readonly candidateIds: readonly string[];
	readonly columns: readonly ColumnId[];
	/** Whether costs of computing are FLOPs, two per multiply-accumulate. */
	readonly flops?: boolean;
	/** Candidate that the numbers are compared with. */
	readonly baselineId?: string | undefined;
}

/**
 * The chosen rows and columns of what the page shows. Ids that it does not show are left out. With a baseline each column of
 * numbers has one beside it: an accuracy's distance in points, a cost as a multiple of the baseline's.
 */
export function snapshotTable(shown: ComparisonSnapshot, choice: TableChoice): ExportTable {
	const snapshot = shownSnapshot(shown, choice);
	const rows = [...rowsOf(snapshot, choice.candidateIds)];
	const baseline = choice.baselineId === undefined ? -1 : snapshot.ids.indexOf(choice.baselineId);
	const parts = choice.columns.flatMap(id => [
		{ column: columnFor(snapshot, id), cellOf: (row: number) => cellOf(snapshot, id, row) },
		...(baseline >= 0 && isNumberColumn(id) ? [deltaPart(snapshot, id, baseline)] : []),
	]);
	return {
		columns: parts.map(({ column }) => column),
		rows: rows.map(row => parts.map(({ cellOf: cell }) => cell(row))),
	};
}

/** The snapshot in the unit that the page shows. */
export function shownSnapshot(snapshot: ComparisonSnapshot, { flops }: TableChoice): ComparisonSnapshot {
	return flops ? inFlops(snapshot) : snapshot;
}

/** Rows of candidates, in their order. */
export function rowsOf(snapshot: ComparisonSnapshot, candidateIds: readonly string[]): Uint32Array {
	const rowById = new Map(Array.from(snapshot.ids, (id, row) => [id, row]));
	return Uint32Array.from(candidateIds.flatMap(id => rowById.get(id) ?? []));
}

function columnFor(snapshot: ComparisonSnapshot, id: ColumnId): ExportColumn {
	return {
		id: idFor(snapshot, id),
		title: columnTitle(snapshot, id),
		align: isNumberColumn(id) ? 'right' : 'left',
	};
}

function idFor({ countsFlops }: ComparisonSnapshot, id: ColumnId): string {
	return id === 'macs' && countsFlops ? 'flops' : id;
}

function cellOf(snapshot: ComparisonSnapshot, id: ColumnId, row: number): ExportCell {
	const text = cellText(snapshot, id, row);
	if (text === '') return undefined;
	const value = isNumberColumn(id) ? snapshot.numbers[id].values[row] : undefined;
	return value === undefined ? text : { value, text };
}

function deltaPart(snapshot: ComparisonSnapshot, id: NumberMetric, baseline: number) {
	const { values } = snapshot.numbers[id];
	const of = values[baseline] ?? NaN;
	const isAccuracy = isAccuracyKind(id);
	const column: ExportColumn = {
		id: `${idFor(snapshot, id)}${isAccuracy ? 'Delta' : 'Ratio'}`,
		title: `${columnTitle(snapshot, id)} to baseline`,
		align: 'right',
	};
	const deltaOf = (row: number): ExportCell => {
		const value = values[row] ?? NaN;
		const text = deltaText(id, value, of);
		if (text === '') return undefined;
		return { value: Number((isAccuracy ? value - of : value / of).toPrecision(6)), text };
	};
	return { column, cellOf: deltaOf };
}
