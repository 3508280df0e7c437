import { panWindow, zoomWindow, type PlotWindow } from '../comparison/plotWindow.ts';
import { placeOfRow, type PlotPoint } from '../comparison/plot.ts';
import type { PageModel } from './pageModel.ts';
import type { Drawn } from './plotHandles.ts';

/** What one step of the keys zooms and, as a share of the plot, moves by. */
const keyFactor = 1.5;
const keyShare = 0.15;
/** What turns of a wheel become a factor by. */
const wheelSpeed = 0.002;
/** A press that moves less is a click, in px. */
const leastDrag = 4;

/** Zooms the plot with Ctrl and the wheel, a pinch, or + and −, and moves it by dragging or with Shift and the arrows. */
export class PlotZoom {
	private dragFrom: PlotPoint | undefined;
	private dragged = false;

	constructor(
		private readonly model: PageModel,
		private readonly frame: HTMLElement,
		private readonly current: () => Drawn | undefined,
		private readonly show: (window: PlotWindow | undefined) => void,
	) {
		frame.addEventListener('wheel', event => {
			if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
			event.preventDefault();
			this.zoom(placeIn(frame, event), Math.exp(-event.deltaY * wheelSpeed));
		});
		frame.addEventListener('pointerdown', event => {
			this.dragged = false;
			const canPan = event.button === 0 && !event.shiftKey && model.plot.window() !== undefined;
			this.dragFrom = canPan ? placeIn(frame, event) : undefined;
		});
		frame.addEventListener('pointermove', event => {
			this.drag(event);
		});
		for (const end of ['pointerup', 'pointercancel'])
			frame.addEventListener(end, () => {
				this.dragFrom = undefined;
				frame.classList.remove('dragged');
			});
	}

	/** Whether the last press moved the plot, so that it is no click on a point. */
	wasDragged(): boolean {
		return this.dragged;
	}

	/** Whether the key was one of them. */
	onKey(event: KeyboardEvent): boolean {
		const at = this.current();
		if (!at || event.ctrlKey || event.metaKey || event.altKey) return false;
		const { width, height } = at.area;
		const steps: Readonly<Record<string, PlotPoint>> = {
			ArrowLeft: { x: width, y: 0 },
			ArrowRight: { x: -width, y: 0 },
			ArrowUp: { x: 0, y: height },
			ArrowDown: { x: 0, y: -height },
		};
		const step = event.shiftKey ? steps[event.key] : undefined;
		if (event.key === '+' || event.key === '=') this.zoom(this.middle(at), keyFactor);
		else if (event.key === '-') this.zoom(this.middle(at), 1 / keyFactor);
		else if (event.key === '0') this.show(undefined);
		else if (step) this.pan({ x: step.x * keyShare, y: step.y * keyShare });
		else return false;
		return true;
	}

	/** The point that the keyboard is on, else the middle. */
	private middle({ plot, area }: Drawn): PlotPoint {
		const { hoveredRow } = this.model;
		const place = hoveredRow === undefined ? undefined : placeOfRow(plot, hoveredRow);
		return place ?? { x: area.left + area.width / 2, y: area.top + area.height / 2 };
	}

	private drag(event: PointerEvent): void {
		const { dragFrom } = this;
		if (!dragFrom) return;
		const to = placeIn(this.frame, event);
		const by = { x: to.x - dragFrom.x, y: to.y - dragFrom.y };
		if (!this.dragged && Math.hypot(by.x, by.y) < leastDrag) return;
		this.dragged = true;
		this.frame.classList.add('dragged');
		this.frame.setPointerCapture(event.pointerId);
		this.dragFrom = to;
		this.pan(by);
	}

	/** Steps between two frames add up: what was drawn last may not be what is asked for by now. */
	private zoom(place: PlotPoint, factor: number): void {
		const at = this.current();
		if (at) this.show(zoomWindow(this.model.plot.window() ?? at.plot.whole, at.area, place, factor, at.plot.whole));
	}

	private pan(by: PlotPoint): void {
		const at = this.current();
		const window = this.model.plot.window();
		if (at && window) this.show(panWindow(window, at.area, by, at.plot.whole));
	}
}

/** Where a pointer is, in px of an element. */
export function placeIn(element: Element, event: MouseEvent): PlotPoint {
	const box = element.getBoundingClientRect();
	return { x: event.clientX - box.left, y: event.clientY - box.top };
}
