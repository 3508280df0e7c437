import { filterKind } from '../comparison/columnFilter.ts';
import { activeColumnIn } from '../comparison/columnLayout.ts';
import type { ColumnId } from '../comparison/columns.ts';
import { fewestSideBySide } from '../comparison/sideBySide.ts';
import { rowAt } from './cellPointer.ts';
import type { ColumnActions } from './columnActions.ts';
import { openFilterPanel } from './filterPanel.ts';
import { HeaderDrag, headerOf } from './headerDrag.ts';
import { openHeaderMenu } from './headerMenu.ts';
import type { PageModel } from './pageModel.ts';
import type { Popup, PopupPlace } from './popup.ts';
import { foldByKey } from './rowFolds.ts';
import { openRowMenu } from './rowMenu.ts';

export interface TableParts {
	readonly model: PageModel;
	readonly popup: Popup;
	readonly columns: ColumnActions;
	readonly grid: HTMLElement;
	/** Puts the keyboard on the active cell. */
	readonly focus: () => void;
	readonly say: (text: string) => void;
}

/** By how much a key widens or narrows a column, in px. */
const widthStep = 16;

/** What keys and the pointer do with cells and headers, apart from moving among them. */
export class TableActions {
	constructor(private readonly parts: TableParts) {
		const { model, grid, columns } = parts;
		new HeaderDrag(model, grid, columns);
		grid.addEventListener('contextmenu', event => {
			event.preventDefault(); // the editor has a menu of its own for pages
			this.openMenuAt(event.target, { left: event.clientX, top: event.clientY, bottom: event.clientY });
		});
		grid.addEventListener('click', event => {
			if (!(event.target instanceof Element) || !event.target.classList.contains('menu-button')) return;
			const header = headerOf(event.target);
			if (header) openHeaderMenu(this.parts, header.id, placeBelow(header.element));
		});
	}

	/** Whether the key did something to the active cell or column. */
	onKey(event: KeyboardEvent): boolean {
		const { model } = this.parts;
		if (opensMenu(event)) {
			const cell = this.activeCell();
			if (cell) this.openMenuAt(cell, placeBelow(cell));
			return true;
		}
		if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) {
			model.copyRows();
			return true;
		}
		return model.headerActive ? this.onHeaderKey(event) : this.onRowKey(event);
	}

	private onHeaderKey(event: KeyboardEvent): boolean {
		const { model, columns } = this.parts;
		const id = activeColumnIn(model.columns, model.state.activeColumn);
		const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
		if (steps !== undefined && event.shiftKey && (event.ctrlKey || event.metaKey)) columns.move(id, steps);
		else if (steps !== undefined && event.altKey) columns.resizeBy(id, steps * widthStep);
		else if (event.key === 'ArrowDown' && event.altKey) this.openFilter(id);
		else if (event.key === 'Enter' || event.key === ' ') model.sortBy(id, event.shiftKey);
		else return false;
		return true;
	}

	private onRowKey(event: KeyboardEvent): boolean {
		const { model } = this.parts;
		const row = model.activeRow();
		const command = event.ctrlKey || event.metaKey;
		if (row === undefined) return false;
		if (event.key.toLowerCase() === 'b' && !command) model.toggleBaseline(row);
		else if (event.key.toLowerCase() === 'c') this.compare();
		else if (event.key === ' ') model.toggleSelected(row);
		else if (event.key === 'Enter') model.run(command ? 'insertSnippet' : 'showDetails', row);
		else return foldByKey(model, event, row);
		return true;
	}

	private compare(): void {
		const { model, say } = this.parts;
		if (model.table.pinned >= fewestSideBySide) model.setUp({ sideBySide: true });
		else say('Pin two to six rows with Space to see them side by side.');
	}

	private openFilter(id: ColumnId): void {
		const { model, popup, focus } = this.parts;
		const cell = this.activeCell();
		if (!model.snapshot || !cell) return;
		if (filterKind(model.snapshot, id) === undefined) openHeaderMenu(this.parts, id, placeBelow(cell));
		else openFilterPanel({ model, popup, focus }, id, placeBelow(cell));
	}

	private openMenuAt(target: EventTarget | null, at: PopupPlace): void {
		const { model, popup, focus } = this.parts;
		const header = headerOf(target);
		if (header) {
			openHeaderMenu(this.parts, header.id, at);
			return;
		}
		const row = rowAt(model, target);
		if (row === undefined) return;
		model.activate(row, model.state.activeColumn);
		openRowMenu({ model, popup, focus }, row, at);
	}

	private activeCell(): HTMLElement | undefined {
		return this.parts.grid.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
	}
}

function opensMenu({ key, shiftKey }: KeyboardEvent): boolean {
	return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

function placeBelow(element: HTMLElement): PopupPlace {
	return element.getBoundingClientRect();
}
