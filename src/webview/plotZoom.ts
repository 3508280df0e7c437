import { isSameWindow, panWindow, zoomWindow } from '../comparison/plotWindow.ts';
import type { Plot, PlotArea, PlotPoint } from '../comparison/plot.ts';
import type { PageModel } from './pageModel.ts';

/** What one step of the keys zooms and, as a share of the plot, moves by. */
const keyFactor = 1.5;
const keyShare = 0.15;
/** What turns of a wheel become a factor by. */
const wheelSpeed = 0.002;
/** A press that moves less is a click, in px. */
const leastDrag = 4;

interface Drawn {
	readonly plot: Plot;
	readonly area: PlotArea;
}

/** Zooms the plot with Ctrl and the wheel, a pinch, or + and −, and moves it by dragging or with Shift and the arrows. */
export class PlotZoom {
	private dragFrom: PlotPoint | undefined;
	private dragged = false;

	constructor(
		private readonly model: PageModel,
		private readonly frame: HTMLElement,
		private readonly current: () => Drawn | undefined,
	) {
		frame.addEventListener('wheel', event => {
			if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
			event.preventDefault();
			this.zoom(this.placeOf(event), Math.exp(-event.deltaY * wheelSpeed));
		});
		frame.addEventListener('pointerdown', event => {
			this.dragged = false;
			this.dragFrom = event.button === 0 && model.plotWindow() ? this.placeOf(event) : undefined;
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
		else if (event.key === '0') this.model.showPlotWindow(undefined);
		else if (step) this.pan({ x: step.x * keyShare, y: step.y * keyShare });
		else return false;
		return true;
	}

	/** The point that the keyboard is on, else the middle. */
	private middle({ plot, area }: Drawn): PlotPoint {
		const { hoveredRow } = this.model;
		const index = hoveredRow === undefined ? -1 : plot.rows.indexOf(hoveredRow);
		const [x, y] = [plot.xs[index], plot.ys[index]];
		return x === undefined || y === undefined
			? { x: area.left + area.width / 2, y: area.top + area.height / 2 }
			: { x, y };
	}

	private drag(event: PointerEvent): void {
		const { dragFrom } = this;
		if (!dragFrom) return;
		const to = this.placeOf(event);
		const by = { x: to.x - dragFrom.x, y: to.y - dragFrom.y };
		if (!this.dragged && Math.hypot(by.x, by.y) < leastDrag) return;
		this.dragged = true;
		this.frame.classList.add('dragged');
		this.frame.setPointerCapture(event.pointerId);
		this.dragFrom = to;
		this.pan(by);
	}

	private zoom(place: PlotPoint, factor: number): void {
		const at = this.current();
		if (!at) return;
		const { whole, window } = at.plot;
		const next = zoomWindow(window, at.area, place, factor, whole);
		this.model.showPlotWindow(isSameWindow(next, whole) ? undefined : next);
	}

	private pan(by: PlotPoint): void {
		const at = this.current();
		if (!at || !this.model.plotWindow()) return;
		this.model.showPlotWindow(panWindow(at.plot.window, at.area, by, at.plot.whole));
	}

	private placeOf(event: MouseEvent): PlotPoint {
		const box = this.frame.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	}
}
