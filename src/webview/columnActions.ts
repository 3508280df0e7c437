import {
	columnWidths,
	fixedColumns,
	keptWidth,
	mostPinnedColumns,
	movedColumn,
	movedColumnTo,
} from '../comparison/columnLayout.ts';
import type { ColumnId } from '../comparison/columns.ts';
import { initialPageState } from '../comparison/pageState.ts';
import type { PageModel } from './pageModel.ts';

/** What can be done to a column, each with a word about it for who does not see it. */
export class ColumnActions {
	constructor(
		private readonly model: PageModel,
		private readonly say: (text: string) => void,
		/** Width in px that shows all of what is drawn of a column. */
		private readonly widthOf: (id: ColumnId) => number,
	) {}

	/** @param steps to the right, to the left where negative */
	move(id: ColumnId, steps: number): void {
		this.setOrder(id, movedColumn(this.model.columns, id, steps));
	}

	/** @param place among the columns shown, from 0 */
	moveTo(id: ColumnId, place: number): void {
		this.setOrder(id, movedColumnTo(this.model.columns, id, place));
	}

	resizeBy(id: ColumnId, px: number): void {
		const column = this.model.columns.find(each => each.id === id);
		if (column) this.resizeTo(id, column.width + px);
	}

	/** @param px as it is on the screen, deltas included */
	resizeTo(id: ColumnId, px: number): void {
		const { model } = this;
		const width = keptWidth(id, px, model.baseline !== undefined);
		if (model.state.columnWidths[id] === width) return;
		model.setUp({ columnWidths: { ...model.state.columnWidths, [id]: width } });
		this.say(`${this.titleOf(id)} is ${String(width)} pixels wide.`);
	}

	fit(id: ColumnId): void {
		this.resizeTo(id, Math.max(columnWidths.min, this.widthOf(id)));
	}

	canPin(id: ColumnId): boolean {
		return id !== 'name' && (this.isPinned(id) || this.model.state.pinnedColumns.length < mostPinnedColumns);
	}

	isPinned(id: ColumnId): boolean {
		return this.model.state.pinnedColumns.includes(id);
	}

	togglePinned(id: ColumnId): void {
		const { pinnedColumns } = this.model.state;
		const isPinned = this.isPinned(id);
		const next = isPinned ? pinnedColumns.filter(other => other !== id) : [...pinnedColumns, id];
		this.model.setUp({ pinnedColumns: next });
		this.say(`${this.titleOf(id)} ${isPinned ? 'scrolls with the others' : 'stays beside the name'}.`);
	}

	canHide(id: ColumnId): boolean {
		return !fixedColumns.includes(id);
	}

	/** Hides a column; the keyboard goes on to the one that takes its place. */
	hide(id: ColumnId): void {
		const { model } = this;
		const place = model.columns.findIndex(column => column.id === id);
		const next = model.columns[place + 1] ?? model.columns[place - 1];
		const title = this.titleOf(id);
		model.setUp({
			hiddenColumns: [...model.state.hiddenColumns, id],
			...(next && model.state.activeColumn === id ? { activeColumn: next.id } : {}),
		});
		this.say(`${title} is hidden. The list of columns shows it again.`);
	}

	/** All columns as they were at first. */
	reset(): void {
		const { hiddenColumns, columnOrder, columnWidths: widths, pinnedColumns } = initialPageState;
		this.model.setUp({ hiddenColumns, columnOrder, columnWidths: widths, pinnedColumns });
		this.say('All columns are shown in their first order and width.');
	}

	private setOrder(id: ColumnId, order: readonly ColumnId[] | undefined): void {
		const { model } = this;
		if (!order) return;
		model.setUp({ columnOrder: order });
		const place = model.columns.findIndex(column => column.id === id);
		this.say(`${this.titleOf(id)} is column ${String(place + 1)} of ${String(model.columns.length)}.`);
	}

	private titleOf(id: ColumnId): string {
		return this.model.columns.find(column => column.id === id)?.title ?? id;
	}
}
