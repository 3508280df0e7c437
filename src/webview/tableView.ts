import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlacedColumn } from '../comparison/columnLayout.ts';
import type { ColumnId } from '../comparison/columns.ts';
import { moveFor, type TableMove } from '../comparison/tableKeys.ts';
import { rowsPerPage, rowWindow, scrollTopFor, type RowView } from '../comparison/windowRows.ts';
import { CellPointer } from './cellPointer.ts';
import { ColumnActions } from './columnActions.ts';
import type { PageModel } from './pageModel.ts';
import { placeAt } from './placeAt.ts';
import type { Popup } from './popup.ts';
import { TableActions } from './tableActions.ts';
import { headerCells, rowCells } from './tableCells.ts';

/** Height of a row and of the header in px; the style sheet says the same. */
const rowHeight = 26;
/** Width of the column with the pins in px. */
const pinWidth = 28;
/** More pinned rows than this scroll with the others, so that they never fill the table. */
const mostSticky = 6;

/** The table: a real grid of which only the rows in view are drawn. One cell can be reached by Tab, the arrow keys do the rest. */
export class TableView {
	private readonly grid = document.createElement('div');
	private scrollTop = 0;
	/** Size of the part that shows rows and header, in px. Kept, since asking for it after a change has the page laid out. */
	private size = { width: 0, height: 0 };
	private drawn: 'nothing' | 'in view' | 'all' = 'nothing';

	private readonly actions: TableActions;
	private readonly pointer: CellPointer;

	constructor(
		private readonly model: PageModel,
		container: HTMLElement,
		popup: Popup,
		say: (text: string) => void,
	) {
		this.grid.className = 'grid';
		this.grid.setAttribute('aria-label', 'Candidates');
		this.grid.setAttribute('aria-multiselectable', 'true');
		this.grid.addEventListener('scroll', () => {
			this.onScroll();
		});
		this.grid.addEventListener('keydown', event => {
			this.onKey(event);
		});
		container.append(this.grid);
		const columns = new ColumnActions(model, say, id => this.widthOf(id));
		this.actions = new TableActions({ model, popup, columns, grid: this.grid, focus: this.focus.bind(this), say });
		this.pointer = new CellPointer(model, this.grid);
		new ResizeObserver(() => {
			if (this.measure() && this.isComplete) this.draw();
		}).observe(this.grid);
	}

	/** False after the first drawing, which leaves out what is not in view. */
	get isComplete(): boolean {
		return this.drawn === 'all';
	}

	draw(): void {
		const { model, grid } = this;
		if (!model.snapshot) return;
		this.drawn = this.drawn === 'nothing' ? 'in view' : 'all';
		grid.classList.toggle('begins', !this.isComplete);
		if (this.size.height === 0) this.measure();
		const hadFocus = grid.contains(document.activeElement);
		grid.setAttribute('role', model.state.fold === 'none' ? 'grid' : 'treegrid');
		grid.setAttribute('aria-rowcount', String(model.table.rows.length + 1));
		grid.setAttribute('aria-colcount', String(model.columns.length));
		this.setSizes();
		this.restoreScroll();
		render(this.template(), grid);
		this.pointer.drawNotes();
		if (hadFocus) this.focus();
	}

	/** Puts the keyboard on the active cell. */
	focus(): void {
		const cell = this.grid.querySelector<HTMLElement>('[tabindex="0"]') ?? this.grid;
		if (cell !== document.activeElement) cell.focus({ preventScroll: true });
	}

	/** Puts the keyboard on the name of a row; false where that is not shown. */
	goTo(row: number | undefined): boolean {
		const position = this.model.positionOf(row);
		if (position === undefined) return false;
		this.moveTo({ position, column: 0 });
		return true;
	}

	hasFocus(): boolean {
		return this.grid.contains(document.activeElement);
	}

	/** Scrolls so that a row is in view. */
	reveal(row: number): void {
		const position = this.model.positionOf(row);
		if (position === undefined || position < this.stickyRows()) return;
		const top = scrollTopFor(this.view(), position - this.stickyRows());
		if (top === this.scrollTop) return;
		this.scrollTo(top);
	}

	private template(): TemplateResult {
		const { model } = this;
		const sticky = this.stickyRows();
		const view = this.view();
		const { first, end } = rowWindow(view, this.isComplete ? undefined : 0);
		const columns = this.columns();
		const scrolled = Array.from({ length: end - first }, (_, index) => sticky + first + index);
		const active = model.positionOf(model.activeRow());
		if (active !== undefined && active >= sticky && !scrolled.includes(active)) scrolled.push(active);
		const pinned = Array.from({ length: sticky }, (_, position) => position);
		return html`<div class="head" role="rowgroup">
				<div class="row header" role="row" aria-rowindex="1">${headerCells(model, columns)}</div>
			</div>
			${
				sticky > 0
					? html`<div class="pinned" role="rowgroup" aria-label="Pinned">
							${repeat(pinned, this.keyOf, position => this.row(position, columns, 0))}
						</div>`
					: nothing
			}
			<div class="body" role="rowgroup">
				${repeat(scrolled, samePlace, position => this.row(position, columns, (position - sticky) * rowHeight))}
			</div>
			${view.rowCount + sticky === 0 ? html`<p class="empty">No candidate passes the filters.</p>` : nothing}`;
	}

	private readonly keyOf = (position: number): string =>
		this.model.snapshot?.ids.at(this.model.table.rows[position] ?? -1) ?? String(position);

	private row(position: number, columns: readonly PlacedColumn[], top: number): TemplateResult {
		const { model } = this;
		const row = model.table.rows[position] ?? 0;
		const selected = position < model.table.pinned;
		const classes = [
			'row',
			...(row === model.hoveredRow ? ['hovered'] : []),
			...(row === model.activeRow() && !model.headerActive ? ['active'] : []),
			...(selected ? ['selected'] : []),
		].join(' ');
		const group = model.table.groups.get(row);
		const level = model.table.parents.has(row) ? 2 : 1;
		return html`<div
			class="${classes} ${level === 2 ? 'inner' : ''}"
			role="row"
			aria-rowindex=${position + 2}
			aria-selected=${selected}
			aria-level=${model.state.fold === 'none' ? nothing : level}
			aria-expanded=${group && group.size > 1 ? String(group.isUnfolded) : nothing}
			${placeAt(top)}
		>
			${rowCells(model, row, selected, columns)}
		</div>`;
	}

	private onScroll(): void {
		const before = rowWindow(this.view());
		this.scrollTop = this.grid.scrollTop;
		const after = rowWindow(this.view());
		this.model.keepTopRow(this.topRow());
		if (before.first !== after.first || before.end !== after.end) this.draw();
	}

	private onKey(event: KeyboardEvent): void {
		const { model } = this;
		if (this.actions.onKey(event)) {
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		const row = model.activeRow();
		const column = Math.max(
			0,
			model.columns.findIndex(({ id }) => id === model.state.activeColumn),
		);
		const from: TableMove = { position: model.headerActive ? -1 : (model.positionOf(row) ?? -1), column };
		const move = moveFor(event, from, {
			rowCount: model.table.rows.length,
			columnCount: model.columns.length,
			rowsPerPage: rowsPerPage(this.view()),
		});
		if (!move) return;
		this.moveTo(move);
		event.preventDefault();
		event.stopPropagation();
	}

	private moveTo({ position, column }: TableMove): void {
		const { model } = this;
		const id: ColumnId = model.columns[column]?.id ?? 'name';
		const row = position < 0 ? 'header' : (model.table.rows[position] ?? 'header');
		if (row !== 'header') this.reveal(row);
		model.activate(row, id);
		this.draw();
		this.focus();
		this.revealColumn();
	}

	/** Cells under the sticky first columns are scrolled clear of them by `scroll-padding` in the style sheet. */
	private revealColumn(): void {
		const top = this.grid.scrollTop;
		this.grid.querySelector('[tabindex="0"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		this.grid.scrollTop = top;
	}

	/** Those of the first drawing are enough to fill the width and to hold the active cell. */
	private columns(): readonly PlacedColumn[] {
		const { columns, state } = this.model;
		if (this.isComplete) return columns;
		let right = pinWidth;
		const beyond = columns.findIndex(({ width }) => (right += width) > this.size.width);
		const active = columns.findIndex(({ id }) => id === state.activeColumn);
		return beyond === -1 ? columns : columns.slice(0, Math.max(beyond, active) + 1);
	}

	/** Whether the size has changed. */
	private measure(): boolean {
		const { clientWidth: width, clientHeight: height } = this.grid;
		const isOther = width !== this.size.width || height !== this.size.height;
		this.size = { width, height };
		return isOther;
	}

	private view(): RowView {
		const sticky = this.stickyRows();
		return {
			scrollTop: this.scrollTop,
			height: Math.max(rowHeight, this.size.height - (sticky + 1) * rowHeight),
			rowHeight,
			rowCount: this.model.table.rows.length - sticky,
		};
	}

	private stickyRows(): number {
		const { pinned } = this.model.table;
		const room = Math.floor(this.size.height / rowHeight / 2);
		return pinned <= Math.min(mostSticky, room) ? pinned : 0;
	}

	/** Scrolls where the state says: back where the page was, or to the top of rows that were sorted or filtered anew. */
	private restoreScroll(): void {
		const { topRow } = this.model.state;
		if (topRow === this.topRow()) return;
		if (topRow > 0) render(this.template(), this.grid); // there is nothing to scroll before the rows have their height
		this.scrollTo(topRow * rowHeight);
	}

	private scrollTo(top: number): void {
		this.grid.scrollTop = top;
		this.scrollTop = this.grid.scrollTop;
		if (this.size.height > 0) this.model.keepTopRow(this.topRow());
	}

	private topRow(): number {
		return Math.round(this.scrollTop / rowHeight);
	}

	/** What the cells drawn of a column need to be seen whole, in px. */
	private widthOf(id: ColumnId): number {
		const { grid, model } = this;
		const widths = model.columns.map(column => (column.id === id ? 'max-content' : `${String(column.width)}px`));
		grid.classList.add('measured');
		grid.style.setProperty('--columns', [`${String(pinWidth)}px`, ...widths].join(' '));
		const cells = [...grid.querySelectorAll<HTMLElement>(`.cell.${id}`)];
		const width = cells.reduce((most, cell) => Math.max(most, cell.offsetWidth), 0);
		grid.classList.remove('measured');
		this.setSizes();
		return width;
	}

	/** Sizes that follow from the data, handed to the style sheet. */
	private setSizes(): void {
		const { style } = this.grid;
		const widths = [pinWidth, ...this.model.columns.map(({ width }) => width)];
		style.setProperty('--columns', widths.map(width => `${String(width)}px`).join(' '));
		let left = 0;
		this.model.columns.forEach(({ isPinned }, place) => {
			left += widths[place] ?? 0;
			if (isPinned && place > 0) style.setProperty(`--stuck-${String(place)}`, `${String(left)}px`);
			if (isPinned) style.setProperty('--stuck-width', `${String(left + (widths[place + 1] ?? 0))}px`);
		});
		style.setProperty('--row-width', `${String(widths.reduce((sum, width) => sum + width, 0))}px`);
		style.setProperty('--body-height', `${String(this.view().rowCount * rowHeight)}px`);
	}
}

/** Other rows at the same places fill the boxes that are there; only a scroll builds rows, and few. */
function samePlace(position: number): number {
	return position;
}
