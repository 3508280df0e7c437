import { cellText, columnTitle, isNumberColumn, type ColumnId } from '../../comparison/columns.ts';
import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';
import { inFlops } from '../../comparison/flopsSnapshot.ts';
import type { ExportCell, ExportTable } from '../../comparison/exportTable.ts';

export interface TableChoice {
	/** In the order of the rows. */
	readonly candidateIds: readonly string[];
	readonly columns: readonly ColumnId[];
	/** Whether costs of computing are FLOPs, two per multiply-accumulate. */
	readonly flops?: boolean;
}

/** The chosen rows and columns of what the page shows. Ids that it does not show are left out. */
export function snapshotTable(shown: ComparisonSnapshot, { candidateIds, columns, flops }: TableChoice): ExportTable {
	const snapshot = flops ? inFlops(shown) : shown;
	const rowById = new Map(snapshot.ids.map((id, row) => [id, row]));
	const rows = candidateIds.flatMap(id => rowById.get(id) ?? []);
	return {
		columns: columns.map(id => ({
			id: id === 'macs' && flops ? 'flops' : id,
			title: columnTitle(snapshot, id),
			align: isNumberColumn(id) ? 'right' : 'left',
		})),
		rows: rows.map(row => columns.map(id => cellOf(snapshot, id, row))),
	};
}

function cellOf(snapshot: ComparisonSnapshot, id: ColumnId, row: number): ExportCell {
	const text = cellText(snapshot, id, row);
	if (text === '') return undefined;
	const value = isNumberColumn(id) ? snapshot.numbers[id].values[row] : undefined;
	return value === undefined ? text : { value, text };
}
