import { steppedLimit, typedLimit } from '../comparison/movedLimit.ts';
import type { ComparisonSnapshot, SnapshotLimit } from '../comparison/comparisonSnapshot.ts';
import type { LimitLine, Plot, PlotArea } from '../comparison/plot.ts';
import { axisName } from '../comparison/plotAxes.ts';
import { valuesAt, type PlotWindow } from '../comparison/plotWindow.ts';
import type { PageModel } from './pageModel.ts';

/** A limit that the keyboard moves is asked about when it has stood still for so long, in ms. */
const keyPause = 300;
/** Width of the strip along a line that can be taken hold of, in px. */
const grip = 12;

export interface Drawn {
	readonly plot: Plot;
	readonly area: PlotArea;
}

/** The limits of the budget as sliders along their lines: dragged, moved by keys, or typed. */
export class PlotHandles {
	/** The window while a limit moves, so that the axes stand still. */
	held: PlotWindow | undefined;
	private readonly handles = new Map<number, HTMLElement>();
	private readonly field = document.createElement('input');
	private typed: number | undefined;
	private awaited: 'x' | 'y' | undefined;
	private keeping: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly model: PageModel,
		private readonly layer: HTMLElement,
		private readonly current: () => Drawn | undefined,
		private readonly say: (text: string) => void,
	) {
		this.field.className = 'limit-field';
		this.field.hidden = true;
		this.field.maxLength = 40;
		this.field.addEventListener('keydown', event => {
			this.onFieldKey(event);
		});
		this.field.addEventListener('blur', () => {
			this.closeField();
		});
		layer.append(this.field);
	}

	/** One handle for each line that is drawn; those that stay keep the keyboard. */
	draw(snapshot: ComparisonSnapshot, { plot, area }: Drawn): void {
		const lines = new Map(plot.limits.map(line => [line.limit, line]));
		for (const [index, handle] of this.handles) {
			if (lines.has(index)) continue;
			handle.remove();
			this.handles.delete(index);
		}
		for (const [index, line] of lines) {
			const handle = this.handleOf(index);
			this.place(handle, snapshot, line, { plot, area });
			if (this.awaited !== (line.direction === 'vertical' ? 'x' : 'y')) continue;
			this.awaited = undefined;
			handle.focus();
		}
	}

	/** Puts the keyboard on the limit of an axis, once it has one. */
	focusWhenDrawn(side: 'x' | 'y'): void {
		this.awaited = side;
	}

	private handleOf(index: number): HTMLElement {
		const known = this.handles.get(index);
		if (known) return known;
		const handle = document.createElement('div');
		handle.tabIndex = 0;
		handle.setAttribute('role', 'slider');
		handle.addEventListener('keydown', event => {
			this.onKey(event, index);
		});
		handle.addEventListener('pointerdown', event => {
			if (event.button === 0) this.onPress(event, handle, index);
		});
		handle.addEventListener('dblclick', () => {
			this.openField(index);
		});
		this.handles.set(index, handle);
		this.layer.append(handle);
		return handle;
	}

	private place(handle: HTMLElement, snapshot: ComparisonSnapshot, line: LimitLine, { plot, area }: Drawn): void {
		const isVertical = line.direction === 'vertical';
		const limit = snapshot.budget.limits[line.limit];
		const [from, to] = isVertical ? plot.window.x : plot.window.y;
		handle.className = `limit-handle ${line.direction}`;
		handle.title = 'Drag, or Enter to type a value';
		handle.setAttribute('aria-orientation', isVertical ? 'horizontal' : 'vertical');
		handle.setAttribute('aria-label', `Limit on ${axisName(snapshot, isVertical ? plot.x : plot.y)}`);
		handle.setAttribute('aria-valuemin', String(from));
		handle.setAttribute('aria-valuemax', String(to));
		handle.setAttribute('aria-valuenow', String(limit?.value ?? from));
		handle.setAttribute('aria-valuetext', valueText(snapshot, line));
		const { style } = handle;
		style.left = px(isVertical ? line.at - grip / 2 : area.left);
		style.top = px(isVertical ? area.top : line.at - grip / 2);
		style.width = px(isVertical ? grip : area.width);
		style.height = px(isVertical ? area.height : grip);
	}

	private onPress(event: PointerEvent, handle: HTMLElement, index: number): void {
		const at = this.current();
		if (!at) return;
		event.preventDefault();
		handle.focus();
		handle.setPointerCapture(event.pointerId);
		this.held = at.plot.window;
		let moved = false;
		const drag = (move: PointerEvent): void => {
			moved = true;
			this.dragTo(move, index);
		};
		const end = (): void => {
			handle.removeEventListener('pointermove', drag);
			this.held = undefined;
			if (moved) this.model.plot.keepLimits();
		};
		handle.addEventListener('pointermove', drag);
		handle.addEventListener('lostpointercapture', end, { once: true });
	}

	private dragTo(event: PointerEvent, index: number): void {
		const at = this.current();
		const side = this.sideOf(index);
		if (!at || !side) return;
		const box = this.layer.getBoundingClientRect();
		const value = valuesAt(at.plot.window, at.area, { x: event.clientX - box.left, y: event.clientY - box.top })[
			side
		];
		this.model.plot.previewLimit(
			index,
			steppedLimit(at.plot.window, side, positive(value, at.plot.window[side]), 0),
		);
	}

	private onKey(event: KeyboardEvent, index: number): void {
		const at = this.current();
		const side = this.sideOf(index);
		const value = this.limitAt(index)?.value;
		if (!at || !side || value === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
		const steps: Readonly<Record<string, number>> = {
			ArrowRight: 1,
			ArrowUp: 1,
			ArrowLeft: -1,
			ArrowDown: -1,
			PageUp: 10,
			PageDown: -10,
			Home: -100,
			End: 100,
		};
		const step = steps[event.key];
		if (step !== undefined) {
			this.held ??= at.plot.window;
			this.model.plot.previewLimit(index, steppedLimit(this.held, side, value, step));
			this.keepSoon();
		} else if (event.key === 'Enter') this.openField(index);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	private keepSoon(): void {
		clearTimeout(this.keeping);
		this.keeping = setTimeout(() => {
			this.held = undefined;
			this.model.plot.keepLimits();
		}, keyPause);
	}

	private openField(index: number): void {
		const { snapshot } = this.model;
		const handle = this.handles.get(index);
		const side = this.sideOf(index);
		const at = this.current();
		if (!snapshot || !handle || !side || !at) return;
		this.typed = index;
		this.field.setAttribute(
			'aria-label',
			`Limit on ${axisName(snapshot, at.plot[side])}, such as 300M, 20MB or 5ms`,
		);
		this.field.removeAttribute('aria-invalid');
		this.field.value = this.limitAt(index)?.text.replace(/^[≤≥]\s*/u, '') ?? '';
		const { left, top, width, height } = at.area;
		const line = at.plot.limits.find(({ limit }) => limit === index);
		const isVertical = side === 'x';
		this.field.style.left = px(Math.min(isVertical ? (line?.at ?? left) : left + 8, left + width - 120));
		this.field.style.top = px(Math.min(isVertical ? top + 20 : (line?.at ?? top) + 8, top + height - 26));
		this.field.hidden = false;
		this.field.select();
		this.field.focus();
	}

	private onFieldKey(event: KeyboardEvent): void {
		event.stopPropagation();
		if (event.key !== 'Enter' && event.key !== 'Escape') return;
		event.preventDefault();
		const index = this.typed;
		const limit = index === undefined ? undefined : this.limitAt(index);
		if (index === undefined || !limit) return;
		if (event.key === 'Enter') {
			const value = typedLimit(limit, this.field.value);
			if (value === undefined) {
				this.field.setAttribute('aria-invalid', 'true');
				this.say(`“${this.field.value}” is no value of this limit.`);
				return;
			}
			this.model.plot.moveLimit(index, value);
			this.model.plot.keepLimits();
		}
		this.closeField();
		this.handles.get(index)?.focus();
	}

	private closeField(): void {
		this.field.hidden = true;
		this.typed = undefined;
	}

	private limitAt(index: number): SnapshotLimit | undefined {
		return this.model.snapshot?.budget.limits[index];
	}

	private sideOf(index: number): 'x' | 'y' | undefined {
		const line = this.current()?.plot.limits.find(({ limit }) => limit === index);
		return line && (line.direction === 'vertical' ? 'x' : 'y');
	}
}

/** What a limit says, and how many candidates are within the whole budget. */
function valueText({ budget }: ComparisonSnapshot, { label }: LimitLine): string {
	return `${label}, ${String(budget.counts.meets)} within the budget`;
}

function positive(value: number, [from, to]: readonly [number, number]): number {
	return value > 0 ? value : from || to / 1000;
}

function px(size: number): string {
	return `${String(Math.round(size))}px`;
}
