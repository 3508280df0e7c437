import { columnIds, type ColumnId } from '../comparison/columns.ts';
import type { ColumnActions } from './columnActions.ts';
import type { PageModel } from './pageModel.ts';

/** A pointer that moves less than this, in px, meant a click. */
const threshold = 5;

interface Drag {
	readonly id: ColumnId;
	readonly pointer: number;
	readonly fromX: number;
	/** Width at the start of a drag of an edge; undefined where the column itself is dragged. */
	readonly width: number | undefined;
	isMoving: boolean;
}

/** Widens columns by dragging their edges, and moves them by dragging their headers. */
export class HeaderDrag {
	private drag: Drag | undefined;
	private readonly marker = document.createElement('div');

	constructor(
		private readonly model: PageModel,
		private readonly grid: HTMLElement,
		private readonly columns: ColumnActions,
	) {
		this.marker.className = 'drop-marker';
		this.marker.hidden = true;
		grid.parentElement?.append(this.marker);
		grid.addEventListener('pointerdown', event => {
			this.onDown(event);
		});
		grid.addEventListener('pointermove', event => {
			this.onMove(event);
		});
		grid.addEventListener('pointerup', event => {
			this.onUp(event);
		});
		grid.addEventListener('pointercancel', () => {
			this.end();
		});
		grid.addEventListener('dblclick', event => {
			const header = headerOf(event.target);
			if (header && isEdge(event.target)) columns.fit(header.id);
		});
	}

	private onDown(event: PointerEvent): void {
		const header = headerOf(event.target);
		if (!header || event.button !== 0) return;
		const column = this.model.columns.find(({ id }) => id === header.id);
		const width = isEdge(event.target) ? column?.width : undefined;
		this.drag = { id: header.id, pointer: event.pointerId, fromX: event.clientX, width, isMoving: false };
	}

	private onMove(event: PointerEvent): void {
		const { drag } = this;
		if (drag?.pointer !== event.pointerId) return;
		const distance = event.clientX - drag.fromX;
		if (!drag.isMoving && Math.abs(distance) < threshold) return;
		if (!drag.isMoving) this.grid.setPointerCapture(event.pointerId);
		drag.isMoving = true;
		if (drag.width !== undefined) this.columns.resizeTo(drag.id, drag.width + distance);
		else this.showMarker(event.clientX, drag.id);
	}

	private onUp(event: PointerEvent): void {
		const { drag } = this;
		this.end();
		if (drag?.isMoving !== true) return;
		this.suppressClick();
		if (drag.width === undefined) this.columns.moveTo(drag.id, this.placeAt(event.clientX, drag.id));
	}

	private end(): void {
		this.drag = undefined;
		this.marker.hidden = true;
	}

	/** The click that follows a drag sorts nothing. */
	private suppressClick(): void {
		const swallow = (event: MouseEvent): void => {
			event.stopPropagation();
		};
		this.grid.addEventListener('click', swallow, { capture: true, once: true });
		setTimeout(() => {
			this.grid.removeEventListener('click', swallow, { capture: true });
		});
	}

	/** Place among the columns that a dragged one would have, dropped at `x` px of the window. */
	private placeAt(x: number, dragged: ColumnId): number {
		const others = this.headers().filter(({ id }) => id !== dragged);
		return others.filter(({ box }) => box.left + box.width / 2 < x).length;
	}

	private showMarker(x: number, dragged: ColumnId): void {
		const headers = this.headers();
		const place = this.placeAt(x, dragged);
		const others = headers.filter(({ id }) => id !== dragged);
		const edge = others[place]?.box.left ?? others.at(-1)?.box.right ?? x;
		const frame = this.grid.getBoundingClientRect();
		this.marker.hidden = false;
		const inside = Math.min(Math.max(edge - frame.left, 0), frame.width - 2);
		this.marker.style.setProperty('transform', `translateX(${String(inside)}px)`);
	}

	private headers(): readonly { readonly id: ColumnId; readonly box: DOMRect }[] {
		return [...this.grid.querySelectorAll('[role=columnheader]')].flatMap(element => {
			const header = headerOf(element);
			return header ? [{ id: header.id, box: element.getBoundingClientRect() }] : [];
		});
	}
}

/** The header that an element is in. */
export function headerOf(
	target: EventTarget | null,
): { readonly id: ColumnId; readonly element: HTMLElement } | undefined {
	const element = target instanceof Element ? target.closest<HTMLElement>('[role=columnheader]') : null;
	const id = columnIds.find(each => each === element?.dataset['column']);
	return element && id ? { id, element } : undefined;
}

function isEdge(target: EventTarget | null): boolean {
	return target instanceof Element && target.classList.contains('edge');
}
