import { html, render } from 'lit';
import type { PlotPoint } from '../comparison/plot.ts';
import { brushedRows, mostBrushed, narrowedFilter } from '../comparison/plotBrush.ts';
import { windowBetween, type PlotWindow } from '../comparison/plotWindow.ts';
import type { PageModel } from './pageModel.ts';
import type { Drawn } from './plotHandles.ts';
import { placeIn } from './plotZoom.ts';

/** A rectangle that is smaller is a slip of the hand, in px. */
const leastSide = 4;
/** Room around a point that a corner was put on by the keyboard, in px. */
const around = 6;

/** Draws a rectangle with Shift and the pointer, or from point to point by the keyboard, and offers what to do with what is in it. */
export class PlotBrushing {
	private readonly box = document.createElement('div');
	private readonly offer = document.createElement('div');
	private corner: PlotPoint | undefined;
	private opposite: PlotPoint | undefined;
	private byKeys = false;

	constructor(
		private readonly model: PageModel,
		private readonly frame: HTMLElement,
		layer: HTMLElement,
		private readonly current: () => Drawn | undefined,
		private readonly actions: {
			readonly say: (text: string) => void;
			readonly show: (window: PlotWindow) => void;
			readonly focus: () => void;
		},
	) {
		this.box.className = 'brush';
		this.offer.className = 'brush-offer';
		this.offer.setAttribute('role', 'group');
		this.offer.setAttribute('aria-label', 'What to do with the points in the rectangle');
		this.offer.addEventListener('keydown', event => {
			if (event.key !== 'Escape') return;
			event.stopPropagation();
			this.end();
			this.actions.focus();
		});
		this.box.hidden = this.offer.hidden = true;
		layer.append(this.box, this.offer);
		frame.addEventListener('pointerdown', event => {
			this.end();
			if (event.button === 0 && event.shiftKey) this.press(event);
		});
	}

	isOpen(): boolean {
		return this.corner !== undefined;
	}

	/** Puts the first corner on a point, or the second one, which asks what to do. */
	mark(place: PlotPoint): void {
		if (!this.corner || !this.byKeys) {
			this.corner = place;
			this.byKeys = true;
			this.moveTo(place);
			this.actions.say('First corner. Walk to the opposite one and press R again, or Escape.');
		} else {
			this.moveTo(place);
			this.ask();
		}
	}

	/** Takes the second corner along with the keyboard. */
	walkTo(place: PlotPoint): void {
		if (this.corner && this.byKeys && this.offer.hidden) this.moveTo(place);
	}

	end(): void {
		this.corner = this.opposite = undefined;
		this.byKeys = false;
		this.box.hidden = this.offer.hidden = true;
	}

	private press(event: PointerEvent): void {
		const { frame } = this;
		this.corner = placeIn(frame, event);
		frame.setPointerCapture(event.pointerId);
		const drag = (move: PointerEvent): void => {
			this.moveTo(placeIn(frame, move));
		};
		frame.addEventListener('pointermove', drag);
		frame.addEventListener(
			'lostpointercapture',
			() => {
				frame.removeEventListener('pointermove', drag);
				const { corner, opposite } = this;
				const isDrawn =
					corner && opposite && Math.hypot(opposite.x - corner.x, opposite.y - corner.y) > leastSide;
				if (isDrawn) this.ask();
				else this.end();
			},
			{ once: true },
		);
	}

	private moveTo(place: PlotPoint): void {
		this.opposite = place;
		const corners = this.corners();
		if (!corners) return;
		const [a, b] = corners;
		const { style } = this.box;
		style.left = px(Math.min(a.x, b.x));
		style.top = px(Math.min(a.y, b.y));
		style.width = px(Math.abs(a.x - b.x));
		style.height = px(Math.abs(a.y - b.y));
		this.box.hidden = false;
	}

	/** Corners on points are moved outwards, so that the points are inside. */
	private corners(): readonly [PlotPoint, PlotPoint] | undefined {
		const { corner, opposite, byKeys } = this;
		if (!corner || !opposite) return undefined;
		if (!byKeys) return [corner, opposite];
		const [left, right] = [Math.min(corner.x, opposite.x), Math.max(corner.x, opposite.x)];
		const [top, bottom] = [Math.min(corner.y, opposite.y), Math.max(corner.y, opposite.y)];
		return [
			{ x: left - around, y: top - around },
			{ x: right + around, y: bottom + around },
		];
	}

	private ask(): void {
		const at = this.current();
		const corners = this.corners();
		const { snapshot } = this.model;
		if (!at || !corners || !snapshot) return;
		const { rows, added } = brushedRows(at.plot, ...corners, snapshot.selection);
		const window = windowBetween(at.plot.window, at.area, ...corners);
		const act = (done: () => void) => () => {
			done();
			this.end();
			this.actions.focus();
		};
		const pin =
			added.length < rows.length
				? `Pin ${String(added.length)} of ${String(rows.length)}`
				: `Pin ${String(rows.length)}`;
		render(
			html`<button
					type="button"
					class="brush-pin"
					?disabled=${added.length === 0}
					@click=${act(() => {
						this.model.addSelected(added);
						this.actions.say(pinnedText(added.length, rows.length));
					})}
				>
					${pin}</button
				><button
					type="button"
					class="brush-filter"
					@click=${act(() => {
						const filterText = narrowedFilter(snapshot, this.model.state.filterText, at.plot, window);
						this.model.setUp({ filterText, topRow: 0 });
						this.actions.say(`Filter: ${filterText}`);
					})}
				>
					Filter to These</button
				><button
					type="button"
					class="brush-zoom"
					@click=${act(() => {
						this.actions.show(window);
					})}
				>
					Zoom
				</button>`,
			this.offer,
		);
		this.place(corners);
		this.offer.querySelector<HTMLButtonElement>('button:not([disabled])')?.focus();
		this.actions.say(rows.length === 1 ? '1 point' : `${String(rows.length)} points`);
	}

	private place([a, b]: readonly [PlotPoint, PlotPoint]): void {
		const { offer, frame } = this;
		offer.hidden = false;
		const left = Math.min(Math.min(a.x, b.x), frame.clientWidth - offer.offsetWidth - 4);
		const below = Math.max(a.y, b.y) + 4;
		const fits = below + offer.offsetHeight <= frame.clientHeight;
		offer.style.left = px(Math.max(4, left));
		offer.style.top = px(fits ? below : Math.max(4, Math.min(a.y, b.y) - offer.offsetHeight - 4));
	}
}

function pinnedText(added: number, all: number): string {
	const rest =
		added < all && added === mostBrushed ? `, the frontier first; at most ${String(mostBrushed)} at once` : '';
	return `${added === 1 ? '1 point' : `${String(added)} points`} pinned${rest}.`;
}

function px(size: number): string {
	return `${String(Math.round(size))}px`;
}
