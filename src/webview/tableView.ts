import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ColumnId } from '../comparison/columns.ts';
import { moveFor, type TableMove } from '../comparison/tableKeys.ts';
import { rowsPerPage, rowWindow, scrollTopFor, type RowView } from '../comparison/windowRows.ts';
import type { PageModel } from './pageModel.ts';
import { placeAt } from './placeAt.ts';
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
	private restored = false;

	constructor(
		private readonly model: PageModel,
		container: HTMLElement,
	) {
		this.grid.className = 'grid';
		this.grid.setAttribute('role', 'grid');
		this.grid.setAttribute('aria-label', 'Candidates');
		this.grid.setAttribute('aria-multiselectable', 'true');
		this.grid.addEventListener('scroll', () => {
			this.onScroll();
		});
		this.grid.addEventListener('keydown', event => {
			this.onKey(event);
		});
		container.append(this.grid);
		new ResizeObserver(() => {
			this.draw();
		}).observe(this.grid);
	}

	draw(): void {
		const { model, grid } = this;
		if (!model.snapshot) return;
		const hadFocus = grid.contains(document.activeElement);
		grid.setAttribute('aria-rowcount', String(model.table.rows.length + 1));
		grid.setAttribute('aria-colcount', String(model.columns.length));
		this.setSizes();
		this.restoreScroll();
		render(this.template(), grid);
		if (hadFocus) this.focus();
	}

	/** Puts the keyboard on the active cell. */
	focus(): void {
		const cell = this.grid.querySelector<HTMLElement>('[tabindex="0"]') ?? this.grid;
		if (cell !== document.activeElement) cell.focus({ preventScroll: true });
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
		this.scrollTop = top;
		this.grid.scrollTop = top;
	}

	private template(): TemplateResult {
		const { model } = this;
		const sticky = this.stickyRows();
		const view = this.view();
		const { first, end } = rowWindow(view);
		const scrolled = Array.from({ length: end - first }, (_, index) => sticky + first + index);
		const active = model.positionOf(model.activeRow());
		if (active !== undefined && active >= sticky && !scrolled.includes(active)) scrolled.push(active);
		const pinned = Array.from({ length: sticky }, (_, position) => position);
		return html`<div class="head" role="rowgroup">
				<div class="row header" role="row" aria-rowindex="1">${headerCells(model)}</div>
			</div>
			${
				sticky > 0
					? html`<div class="pinned" role="rowgroup" aria-label="Pinned">
							${repeat(pinned, this.keyOf, position => this.row(position, undefined))}
						</div>`
					: nothing
			}
			<div class="body" role="rowgroup">
				${repeat(scrolled, this.keyOf, position => this.row(position, (position - sticky) * rowHeight))}
			</div>
			${view.rowCount + sticky === 0 ? html`<p class="empty">No candidate passes the filters.</p>` : nothing}`;
	}

	private readonly keyOf = (position: number): string =>
		this.model.snapshot?.ids[this.model.table.rows[position] ?? -1] ?? String(position);

	private row(position: number, top: number | undefined): TemplateResult {
		const { model } = this;
		const row = model.table.rows[position] ?? 0;
		const selected = position < model.table.pinned;
		const classes = [
			'row',
			...(row === model.hoveredRow ? ['hovered'] : []),
			...(row === model.activeRow() && !model.headerActive ? ['active'] : []),
			...(selected ? ['selected'] : []),
		].join(' ');
		const cells = rowCells(model, row, selected);
		return top === undefined
			? html`<div
					class=${classes}
					role="row"
					aria-rowindex=${position + 2}
					aria-selected=${selected}
					@pointerenter=${() => {
						model.hover(row);
					}}
				>
					${cells}
				</div>`
			: html`<div
					class=${classes}
					role="row"
					aria-rowindex=${position + 2}
					aria-selected=${selected}
					${placeAt(top)}
					@pointerenter=${() => {
						model.hover(row);
					}}
				>
					${cells}
				</div>`;
	}

	private onScroll(): void {
		const before = rowWindow(this.view());
		this.scrollTop = this.grid.scrollTop;
		const after = rowWindow(this.view());
		this.model.keepTopRow(Math.round(this.scrollTop / rowHeight));
		if (before.first !== after.first || before.end !== after.end) this.draw();
	}

	private onKey(event: KeyboardEvent): void {
		const { model } = this;
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
		if (move) this.moveTo(move);
		else if (!this.act(event, row)) return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** Whether the key did something to the active cell. */
	private act(event: KeyboardEvent, row: number | undefined): boolean {
		const { model } = this;
		const command = event.ctrlKey || event.metaKey;
		if (command && event.key.toLowerCase() === 'c') model.copyRows();
		else if (event.key.toLowerCase() === 'b' && !command && !model.headerActive && row !== undefined)
			model.toggleBaseline(row);
		else if (event.key === ' ' && !model.headerActive && row !== undefined) model.toggleSelected(row);
		else if ((event.key === 'Enter' || event.key === ' ') && model.headerActive)
			model.sortBy(model.state.activeColumn, event.shiftKey);
		else if (event.key === 'Enter' && row !== undefined) {
			if (command) model.insertSnippet(row);
			else model.showDetails(row);
		} else return false;
		return true;
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

	private view(): RowView {
		const sticky = this.stickyRows();
		return {
			scrollTop: this.scrollTop,
			height: Math.max(rowHeight, this.grid.clientHeight - (sticky + 1) * rowHeight),
			rowHeight,
			rowCount: this.model.table.rows.length - sticky,
		};
	}

	private stickyRows(): number {
		const { pinned } = this.model.table;
		const room = Math.floor(this.grid.clientHeight / rowHeight / 2);
		return pinned <= Math.min(mostSticky, room) ? pinned : 0;
	}

	private restoreScroll(): void {
		if (this.restored) return;
		this.restored = true;
		const top = this.model.state.topRow * rowHeight;
		if (top === 0) return;
		render(this.template(), this.grid); // there is nothing to scroll before the rows have their height
		this.grid.scrollTop = top;
		this.scrollTop = this.grid.scrollTop;
	}

	/** Sizes that follow from the data, handed to the style sheet. */
	private setSizes(): void {
		const { style } = this.grid;
		const widths = [pinWidth, ...this.model.columns.map(({ width }) => width)];
		style.setProperty('--columns', widths.map(width => `${String(width)}px`).join(' '));
		style.setProperty('--row-width', `${String(widths.reduce((sum, width) => sum + width, 0))}px`);
		style.setProperty('--body-height', `${String(this.view().rowCount * rowHeight)}px`);
	}
}
