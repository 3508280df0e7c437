import { isNumberColumn, type ColumnId } from './columns.ts';
import type { PageState } from './pageState.ts';
import type { Column } from './shownColumns.ts';

/** What a row is, and whether it is within the budget, is always shown. */
export const fixedColumns: readonly ColumnId[] = ['name', 'verdict'];

/** Narrowest and widest column in px. */
export const columnWidths = { min: 48, max: 640 } as const;

/** More columns that stay while the others scroll would leave these no room. */
export const mostPinnedColumns = 3;

/** Room for how a value stands to the baseline, in px. */
const deltaWidth = 68;

/** A column where a person put it. */
export interface PlacedColumn extends Column {
	/** Whether it stays at the left while the others scroll. */
	readonly isPinned: boolean;
}

export type ColumnSetup = Pick<PageState, 'hiddenColumns' | 'columnOrder' | 'columnWidths' | 'pinnedColumns'>;

/**
 * The columns to show, from left to right: the name and what is pinned first, each in the order that a person gave them.
 * @param withDeltas whether numbers are compared with a baseline beside them
 */
export function placedColumns(
	columns: readonly Column[],
	setup: ColumnSetup,
	withDeltas: boolean,
): readonly PlacedColumn[] {
	const isPinned = (id: ColumnId): boolean => id === 'name' || setup.pinnedColumns.includes(id);
	const ordered = orderedIds(
		columns.map(({ id }) => id),
		setup.columnOrder,
	);
	const shown = ordered
		.flatMap(id => columns.find(column => column.id === id) ?? [])
		.filter(({ id }) => fixedColumns.includes(id) || !setup.hiddenColumns.includes(id))
		.map(column => {
			const width = setup.columnWidths[column.id] ?? column.width;
			const delta = withDeltas && isNumberColumn(column.id) ? deltaWidth : 0;
			return { ...column, width: width + delta, isPinned: isPinned(column.id) };
		});
	return [...shown.filter(column => column.isPinned), ...shown.filter(column => !column.isPinned)];
}

/** The width to keep of a column that is `px` wide on the screen. */
export function keptWidth(id: ColumnId, px: number, withDeltas: boolean): number {
	const delta = withDeltas && isNumberColumn(id) ? deltaWidth : 0;
	return Math.round(Math.min(Math.max(px - delta, columnWidths.min), columnWidths.max));
}

/**
 * The order of columns with one moved by `steps` places among those of its kind, pinned or not; undefined where it cannot
 * move: the name stands first.
 */
export function movedColumn(
	shown: readonly PlacedColumn[],
	id: ColumnId,
	steps: number,
): readonly ColumnId[] | undefined {
	const from = shown.findIndex(column => column.id === id);
	return movedColumnTo(shown, id, from + steps);
}

/** The same with the place among those shown that it moves to. */
export function movedColumnTo(
	shown: readonly PlacedColumn[],
	id: ColumnId,
	place: number,
): readonly ColumnId[] | undefined {
	const from = shown.findIndex(column => column.id === id);
	const column = shown[from];
	if (!column || id === 'name') return undefined;
	const pinned = shown.filter(({ isPinned }) => isPinned).length;
	const [first, last] = column.isPinned ? [1, pinned - 1] : [pinned, shown.length - 1];
	const to = Math.min(Math.max(place, first), last);
	if (to === from) return undefined;
	const ids = shown.map(each => each.id).filter(each => each !== id);
	return [...ids.slice(0, to), id, ...ids.slice(to)];
}

/** `ids` as `order` has them; one that it does not name follows the one that it follows by default. */
function orderedIds(ids: readonly ColumnId[], order: readonly ColumnId[]): readonly ColumnId[] {
	const placed = ['name' as const, ...order.filter(id => id !== 'name' && ids.includes(id))];
	ids.forEach((id, place) => {
		if (placed.includes(id)) return;
		const before = ids[place - 1];
		placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, id);
	});
	return placed;
}

/** The column that the keyboard is in: the first one where the wanted one is not shown. */
export function activeColumnIn(columns: readonly PlacedColumn[], wanted: ColumnId): ColumnId {
	return columns.some(({ id }) => id === wanted) ? wanted : (columns[0]?.id ?? 'name');
}
