import { cellNote } from '../comparison/rowText.ts';
import type { PageModel } from './pageModel.ts';

/** What the pointer does with the rows of the table, heard by the table: listeners of each cell would take half of its time to be made. */
export class CellPointer {
	/** Cells that say what they mean: the one under the pointer and the one with the keyboard. */
	private readonly noted: Partial<Record<'pointer' | 'keyboard', HTMLElement>> = {};

	constructor(
		private readonly model: PageModel,
		grid: HTMLElement,
	) {
		grid.addEventListener('pointerover', ({ target }) => {
			const row = rowAt(model, target);
			if (row !== undefined) model.hover(row);
			this.note('pointer', target);
		});
		grid.addEventListener('focusin', ({ target }) => {
			this.note('keyboard', target);
		});
		grid.addEventListener('click', ({ target }) => {
			this.onClick(target);
		});
		grid.addEventListener('dblclick', ({ target }) => {
			const row = rowAt(model, target);
			if (row !== undefined && cellAt(target)) model.run('showDetails', row);
		});
	}

	/** Notes of cells are written when they are asked for; other rows may stand in them now. */
	drawNotes(): void {
		for (const cell of Object.values(this.noted)) this.write(cell);
	}

	private note(by: 'pointer' | 'keyboard', target: EventTarget | null): void {
		const cell = cellAt(target);
		if (!cell || cell === this.noted[by]) return;
		this.noted[by]?.removeAttribute('title');
		this.noted[by] = cell;
		this.drawNotes(); // both may have been in one cell
	}

	private write(cell: HTMLElement): void {
		const { snapshot, columns, baseline } = this.model;
		const row = rowAt(this.model, cell);
		const column = columns[columnOf(cell)];
		if (snapshot && column && row !== undefined) cell.title = cellNote(snapshot, column.id, row, baseline);
	}

	private onClick(target: EventTarget | null): void {
		const { model } = this;
		const row = rowAt(model, target);
		if (row === undefined) return;
		const cell = cellAt(target);
		const column = cell && model.columns[columnOf(cell)];
		if (column) model.activate(row, column.id);
		else if (target instanceof Element && target.closest('.pin')) model.toggleSelected(row);
	}
}

/** The row of the snapshot that an element is in; undefined for one in the header or outside. */
export function rowAt(model: PageModel, target: EventTarget | null): number | undefined {
	const element = target instanceof Element ? target.closest('[role=row]') : null;
	return model.table.rows[Number(element?.getAttribute('aria-rowindex') ?? NaN) - 2];
}

function cellAt(target: EventTarget | null): HTMLElement | null {
	return target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
}

/** Its place among the columns, from 0: the pin stands before them. */
function columnOf(cell: HTMLElement): number {
	return [...(cell.parentElement?.children ?? [])].indexOf(cell) - 1;
}
