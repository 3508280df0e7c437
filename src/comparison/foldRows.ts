import { accuracyKindOf } from '../catalog/accuracy.ts';
import { hasMark, textAt, verdictAt, type ComparisonSnapshot, type TextColumn } from './comparisonSnapshot.ts';
import type { RowFold } from './pageState.ts';
import type { TableRows } from './tableModel.ts';

/** Rows of one model or family, of which one stands for all. */
export interface RowGroup {
	/** Model id, or the name of a family. */
	readonly id: string;
	/** Rows that it has among those that pass the filters. */
	readonly size: number;
	readonly isUnfolded: boolean;
}

export interface FoldedRows {
	/** Rows that stand for their group, each followed by the others of it where it is unfolded. */
	readonly rows: Uint32Array;
	/** By the row that stands for the group. */
	readonly groups: ReadonlyMap<number, RowGroup>;
	/** The row that stands for the group of a row below it. */
	readonly parents: ReadonlyMap<number, number>;
}

/** What the table shows, pinned rows first. */
export type ShownRows = TableRows & FoldedRows;

export const noRows: ShownRows = {
	rows: new Uint32Array(),
	pinned: 0,
	matching: 0,
	unknown: 0,
	groups: new Map(),
	parents: new Map(),
};

export interface FoldChoice {
	readonly by: Exclude<RowFold, 'none'>;
	/** Ids of groups that are unfolded. */
	readonly unfolded: readonly string[];
}

/**
 * Folds rows, in their order, so that each model or family shows through its best one: within the budget before others,
 * ranked before unranked, then the most accurate, then the cheapest. A group stands where that row stood.
 */
export function foldRows(snapshot: ComparisonSnapshot, rows: Uint32Array, { by, unfolded }: FoldChoice): FoldedRows {
	const column = groupColumn(snapshot, by);
	const members = new Map<string, number[]>();
	for (const row of rows) {
		const id = textAt(column, row);
		const known = members.get(id);
		if (known) known.push(row);
		else members.set(id, [row]);
	}
	const isBetter = meritOrder(snapshot);
	const leads = new Map<number, string>();
	for (const [id, group] of members)
		leads.set(
			group.reduce((best, row) => (isBetter(row, best) ? row : best)),
			id,
		);
	const groups = new Map<number, RowGroup>();
	const parents = new Map<number, number>();
	const folded: number[] = [];
	for (const row of rows) {
		const id = leads.get(row);
		const group = id === undefined ? undefined : members.get(id);
		if (id === undefined || !group) continue;
		const isUnfolded = unfolded.includes(id) && group.length > 1;
		groups.set(row, { id, size: group.length, isUnfolded });
		folded.push(row);
		if (!isUnfolded) continue;
		for (const other of group) {
			if (other === row) continue;
			parents.set(other, row);
			folded.push(other);
		}
	}
	return { rows: Uint32Array.from(folded), groups, parents };
}

/** The rows of a table, those that are not pinned folded. */
export function foldTable(
	snapshot: ComparisonSnapshot,
	table: TableRows,
	by: RowFold,
	unfolded: readonly string[],
): ShownRows {
	if (by === 'none') return { ...table, groups: new Map(), parents: new Map() };
	const folded = foldRows(snapshot, table.rows.subarray(table.pinned), { by, unfolded });
	const rows = new Uint32Array(table.pinned + folded.rows.length);
	rows.set(table.rows.subarray(0, table.pinned));
	rows.set(folded.rows, table.pinned);
	return { ...table, ...folded, rows };
}

/** What each row is folded into: the id of its model, the name of its family. */
export function groupColumn({ models, texts }: ComparisonSnapshot, by: FoldChoice['by']): TextColumn {
	return by === 'model' ? models : texts.family;
}

/** Whether one row stands for a group rather than another. */
function meritOrder(snapshot: ComparisonSnapshot): (row: number, other: number) => boolean {
	const accuracies = snapshot.numbers[accuracyKindOf(snapshot.task)].values;
	const costs = snapshot.numbers.macs.values;
	const merits = [
		(row: number) => Number(verdictAt(snapshot, row) === 'meets'),
		(row: number) => Number(!hasMark(snapshot, row, 'unranked')),
		(row: number) => knownOr(accuracies[row], -Infinity),
		(row: number) => -knownOr(costs[row], Infinity),
	];
	return (row, other) => {
		for (const merit of merits) {
			const [mine, its] = [merit(row), merit(other)];
			if (mine !== its) return mine > its;
		}
		return false;
	};
}

function knownOr(value: number | undefined, otherwise: number): number {
	return value === undefined || Number.isNaN(value) ? otherwise : value;
}
