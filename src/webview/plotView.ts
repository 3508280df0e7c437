import { render } from 'lit';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { limitMetric, limitOn } from '../comparison/movedLimit.ts';
import { nearestPoint, placeOfRow, walkingOrder, type Plot, type PlotPoint } from '../comparison/plot.ts';
import { axisValueAt } from '../comparison/plotAxes.ts';
import { pointLabel } from '../comparison/plotText.ts';
import type { PlotWindow } from '../comparison/plotWindow.ts';
import { pointCard } from '../comparison/pointCard.ts';
import type { PageModel } from './pageModel.ts';
import { PlotBrushing } from './plotBrushing.ts';
import { plotCaption } from './plotCaption.ts';
import { plotChoices } from './plotChoices.ts';
import { PlotCard } from './plotCard.ts';
import { PlotHandles, type Drawn } from './plotHandles.ts';
import { PlotPicture } from './plotPicture.ts';
import { placeIn, PlotZoom } from './plotZoom.ts';

/** How near the pointer has to be to a point, in px. */
const reach = 14;

const instructions =
	'Arrow keys walk the points, plus and minus zoom, Shift with arrows moves, 0 shows all. ' +
	'R marks two corners of a rectangle. L sets a limit at the point, Shift and L one on the other axis.';

/** The plot of one number against another. The picture says nothing to a screen reader; summary, live text and the table say the same in words. */
export class PlotView {
	private readonly head = document.createElement('div');
	private readonly layer = document.createElement('div');
	private readonly frame = document.createElement('div');
	private readonly caption = document.createElement('div');
	private readonly picture: PlotPicture;
	private readonly card: PlotCard;
	private readonly zoom: PlotZoom;
	private readonly handles: PlotHandles;
	private readonly brushing: PlotBrushing;
	private plot: Plot | undefined;
	private drawnWidth = 0;
	private order: { readonly of: Plot; readonly rows: Uint32Array } | undefined;
	/** Row that the keyboard is on while the plot has it. */
	private walkedRow: number | undefined;
	/** Until the next frame: whether there is something to draw in it. */
	private drawnBefore: { isOutdated: boolean } | undefined;

	constructor(
		private readonly model: PageModel,
		private readonly container: HTMLElement,
		private readonly say: (text: string) => void,
		private readonly leave: () => void,
	) {
		const { frame, layer } = this;
		layer.className = 'plot-layer';
		frame.className = 'plot-frame';
		frame.tabIndex = 0;
		frame.setAttribute('role', 'application');
		frame.setAttribute('aria-roledescription', 'plot');
		frame.setAttribute('aria-describedby', 'plot-summary');
		this.picture = new PlotPicture(frame);
		this.caption.className = 'caption';
		layer.append(frame);
		this.head.className = 'plot-head';
		container.append(this.head, layer, this.caption);
		const current = (): Drawn | undefined => this.plot && { plot: this.plot, area: this.picture.area() };
		const show = (window: PlotWindow | undefined): void => {
			this.showWindow(window);
		};
		const focus = (): void => {
			this.focus();
		};
		this.zoom = new PlotZoom(model, frame, current, show);
		this.handles = new PlotHandles(model, layer, current, say);
		this.brushing = new PlotBrushing(model, frame, layer, current, { say, show, focus });
		this.card = new PlotCard(layer);
		this.listen();
		new ResizeObserver(() => {
			this.onResize();
		}).observe(frame);
	}

	draw(): void {
		const { model } = this;
		const { snapshot } = model;
		if (!snapshot) return;
		const { x, y } = model.plot.axes();
		const captionHeight = this.caption.getBoundingClientRect().height;
		this.drawnWidth = this.frame.clientWidth;
		this.plot = this.picture.paint(
			{
				snapshot,
				rows: model.table.rows,
				x,
				y,
				frontier: model.plot.frontier(),
				groups: model.plot.groups(),
				zoom: this.handles.held ?? model.plot.window(),
			},
			model.hoveredRow,
		);
		this.frame.setAttribute('aria-label', `Plot. ${instructions}`);
		this.handles.draw(snapshot, { plot: this.plot, area: this.picture.area() });
		this.showCard(snapshot, this.plot);
		render(plotChoices(snapshot, model), this.head);
		render(this.captionOf(snapshot, this.plot), this.caption);
		// the words about a part of the plot take no less room than those before: it keeps its size under the pointer
		this.caption.style.minHeight = model.plot.window() ? `${String(captionHeight)}px` : '';
	}

	/** Moves the ring and the card to the hovered row. */
	drawHovered(): void {
		const { snapshot } = this.model;
		if (!snapshot || !this.plot) return;
		this.picture.markRow(this.model.hoveredRow);
		this.showCard(snapshot, this.plot);
	}

	focus(): void {
		this.frame.focus();
	}

	hasFocus(): boolean {
		return this.container.contains(document.activeElement);
	}

	private onResize(): void {
		if (!this.plot) return; // not before its turn
		if (this.frame.clientWidth !== this.drawnWidth) this.caption.style.minHeight = '';
		this.draw();
	}

	private captionOf(snapshot: ComparisonSnapshot, plot: Plot) {
		return plotCaption(snapshot, plot, {
			groups: this.model.plot.groups(),
			isZoomed: this.model.plot.window() !== undefined,
			showAll: () => {
				this.showWindow(undefined);
				this.focus(); // the button is gone when all is shown
			},
			addLimit: side => {
				this.handles.focusWhenDrawn(side); // the button is gone once the axis has a limit
				this.limitAt(side, undefined);
			},
		});
	}

	private showWindow(window: PlotWindow | undefined): void {
		this.model.keepZoom(this.model.plot.zoomed(window, this.plot?.whole));
		this.drawSoon();
	}

	/** At once, so that the next frame shows it, but once per frame however many steps a wheel or a drag makes in it. */
	private drawSoon(): void {
		if (this.drawnBefore) {
			this.drawnBefore.isOutdated = true;
			return;
		}
		const drawn = { isOutdated: false };
		this.drawnBefore = drawn;
		requestAnimationFrame(() => {
			this.drawnBefore = undefined;
			if (drawn.isOutdated) this.drawSoon();
		});
		this.draw();
	}

	private listen(): void {
		const { frame, model } = this;
		frame.addEventListener('keydown', event => {
			this.onKey(event);
		});
		frame.addEventListener('pointermove', event => {
			model.hover(this.rowAt(event));
		});
		frame.addEventListener('pointerleave', () => {
			model.hover(undefined);
		});
		frame.addEventListener('click', event => {
			const row = this.zoom.wasDragged() || event.shiftKey ? undefined : this.rowAt(event);
			if (row !== undefined) this.goTo(row);
		});
		frame.addEventListener('dblclick', event => {
			const row = this.rowAt(event);
			if (row !== undefined) model.toggleSelected(row);
		});
		frame.addEventListener('blur', () => {
			model.hover(undefined);
		});
	}

	private onKey(event: KeyboardEvent): void {
		if (!this.model.snapshot || !this.plot || event.altKey) return;
		if (!this.zoom.onKey(event) && !this.walk(event.key) && !this.act(event, this.model.snapshot, this.plot))
			return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** Whether the key goes to another point. */
	private walk(key: string): boolean {
		const order = this.walkingOrder();
		const place = this.walkedRow === undefined ? -1 : order.indexOf(this.walkedRow);
		const targets: Readonly<Record<string, number>> = {
			ArrowRight: place + 1,
			ArrowDown: place + 1,
			ArrowLeft: place - 1,
			ArrowUp: place - 1,
			Home: 0,
			End: order.length - 1,
		};
		const target = targets[key];
		if (target === undefined) return false;
		const next = order[Math.min(Math.max(0, target), order.length - 1)];
		if (next !== undefined) this.goTo(next);
		return true;
	}

	/** Whether the key does something with the point that the keyboard is on. */
	private act(event: KeyboardEvent, snapshot: ComparisonSnapshot, plot: Plot): boolean {
		const { model, walkedRow: row } = this;
		const key = event.key.toLowerCase();
		const command = event.ctrlKey || event.metaKey;
		if (event.key === 'Escape') {
			if (this.brushing.isOpen()) this.brushing.end();
			else this.leave();
			return true;
		}
		if (command && key === 'c') {
			model.copyRows();
			return true;
		}
		if (row === undefined || (command && key !== 'enter')) return false;
		if (key === ' ') {
			model.toggleSelected(row);
			this.say(pointLabel(model.snapshot ?? snapshot, plot, row));
		} else if (key === 'enter' && command) model.run('insertSnippet', row);
		else if (key === 'enter') model.run('showDetails', row);
		else if (key === 'l') this.limitAt(event.shiftKey ? 'y' : 'x', row);
		else if (key === 'r') this.markCorner(row);
		else return false;
		return true;
	}

	private markCorner(row: number): void {
		const place = this.placeOf(row);
		if (place) this.brushing.mark(place);
	}

	/** Puts the limit on an axis at a point, or in the middle of what is shown. */
	private limitAt(side: 'x' | 'y', row: number | undefined): void {
		const { snapshot } = this.model;
		const { plot } = this;
		const axis = plot?.[side];
		const metric = snapshot && axis && limitMetric(snapshot, axis);
		if (!plot || !axis || !metric) return;
		const [from, to] = plot.window[side];
		const middle = (side === 'x' ? plot.window.logX : plot.window.logY) ? Math.sqrt(from * to) : (from + to) / 2;
		const value = row === undefined ? Number(middle.toPrecision(2)) : axisValueAt(snapshot, axis, row);
		const index = limitOn(snapshot, axis);
		if (index === undefined) this.model.plot.addLimit(metric, value);
		else {
			this.model.plot.previewLimit(index, value);
			this.model.plot.keepLimits();
		}
		this.say(`Limit on ${metric} set.`);
	}

	private goTo(row: number): void {
		const { model, plot } = this;
		if (!model.snapshot || !plot) return;
		this.walkedRow = row;
		model.activate(row, model.state.activeColumn);
		model.hover(row);
		const place = this.placeOf(row);
		if (place) this.brushing.walkTo(place);
		this.say(pointLabel(model.snapshot, plot, row));
	}

	private walkingOrder(): Uint32Array {
		const { plot } = this;
		if (!plot) return new Uint32Array();
		if (this.order?.of !== plot) this.order = { of: plot, rows: walkingOrder(plot) };
		return this.order.rows;
	}

	private rowAt(event: MouseEvent): number | undefined {
		if (!this.plot) return undefined;
		const index = nearestPoint(this.plot, placeIn(this.frame, event), reach);
		return index === undefined ? undefined : this.plot.rows[index];
	}

	private placeOf(row: number): PlotPoint | undefined {
		return this.plot && placeOfRow(this.plot, row);
	}

	private showCard(snapshot: ComparisonSnapshot, plot: Plot): void {
		const row = this.model.hoveredRow;
		const place = row === undefined ? undefined : this.placeOf(row);
		const wanted = this.frame === document.activeElement || this.frame.matches(':hover'); // the table marks the point and says the rest itself
		if (row === undefined || !place || !wanted) this.card.hide();
		else this.card.show(pointCard(snapshot, plot, row), place);
	}
}
