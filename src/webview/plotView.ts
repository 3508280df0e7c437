import { html, nothing, render, type TemplateResult } from 'lit';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { nearestPoint, walkingOrder, type Plot } from '../comparison/plot.ts';
import { plotSummary, pointLabel } from '../comparison/plotText.ts';
import type { PageModel } from './pageModel.ts';
import { shapeOf } from './plotCanvas.ts';
import { PlotPicture } from './plotPicture.ts';
import { PlotZoom } from './plotZoom.ts';

/** How near the pointer has to be to a point, in px. */
const reach = 14;

/** The plot: accuracy against one cost. The picture says nothing to a screen reader; summary, live text and the table say the same in words. */
export class PlotView {
	private readonly frame = document.createElement('div');
	private readonly picture: PlotPicture;
	private readonly hoverLabel = document.createElement('div');
	private readonly caption = document.createElement('div');
	private readonly zoom: PlotZoom;
	private plot: Plot | undefined;
	/** Row that the keyboard is on while the plot has it. */
	private walkedRow: number | undefined;

	constructor(
		private readonly model: PageModel,
		container: HTMLElement,
		private readonly say: (text: string) => void,
		private readonly leave: () => void,
	) {
		this.frame.className = 'plot-frame';
		this.frame.tabIndex = 0;
		this.frame.setAttribute('role', 'application');
		this.frame.setAttribute('aria-roledescription', 'plot');
		this.frame.setAttribute(
			'aria-label',
			'Accuracy against cost. Arrow keys walk the points, plus and minus zoom, Shift with arrows moves, 0 shows all.',
		);
		this.frame.setAttribute('aria-describedby', 'plot-summary');
		this.picture = new PlotPicture(this.frame);
		this.hoverLabel.className = 'hover-label';
		this.hoverLabel.setAttribute('aria-hidden', 'true');
		this.caption.className = 'caption';
		this.frame.append(this.hoverLabel);
		container.append(this.frame, this.caption);
		this.zoom = new PlotZoom(model, this.frame, () => {
			const { plot } = this;
			return plot && { plot, area: this.picture.area() };
		});
		this.listen();
		new ResizeObserver(() => {
			this.draw();
		}).observe(this.frame);
	}

	draw(): void {
		const { snapshot } = this.model;
		if (!snapshot) return;
		const { model } = this;
		const subject = { snapshot, rows: model.table.rows, axis: model.axis(), zoom: model.plotWindow() };
		this.plot = this.picture.paint(subject, this.model.hoveredRow);
		this.showHoverLabel(snapshot, this.plot);
		render(this.captionTemplate(snapshot, this.plot), this.caption);
	}

	focus(): void {
		this.frame.focus();
	}

	hasFocus(): boolean {
		return this.frame === document.activeElement;
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
			const row = this.zoom.wasDragged() ? undefined : this.rowAt(event);
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
		const { model, plot } = this;
		if (!model.snapshot || !plot || event.altKey) return;
		if (this.zoom.onKey(event)) {
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		const order = walkingOrder(model.snapshot, plot);
		const place = this.walkedRow === undefined ? -1 : order.indexOf(this.walkedRow);
		const command = event.ctrlKey || event.metaKey;
		const row = place < 0 ? undefined : order[place];
		const targets: Readonly<Record<string, number>> = {
			ArrowRight: place + 1,
			ArrowDown: place + 1,
			ArrowLeft: place - 1,
			ArrowUp: place - 1,
			Home: 0,
			End: order.length - 1,
		};
		const target = targets[event.key];
		if (target !== undefined) {
			const next = order[Math.min(Math.max(0, target), order.length - 1)];
			if (next !== undefined) this.goTo(next);
		} else if (event.key === ' ' && row !== undefined) {
			model.toggleSelected(row);
			this.say(pointLabel(model.snapshot, plot, row));
		} else if (event.key === 'Enter' && row !== undefined) {
			if (command) model.insertSnippet(row);
			else model.showDetails(row);
		} else if (event.key === 'Escape') this.leave();
		else if (command && event.key.toLowerCase() === 'c') model.copyRows();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	private goTo(row: number): void {
		const { model, plot } = this;
		if (!model.snapshot || !plot) return;
		this.walkedRow = row;
		model.activate(row, model.state.activeColumn);
		model.hover(row);
		this.say(pointLabel(model.snapshot, plot, row));
	}

	private rowAt(event: MouseEvent): number | undefined {
		if (!this.plot) return undefined;
		const box = this.frame.getBoundingClientRect();
		const index = nearestPoint(this.plot, { x: event.clientX - box.left, y: event.clientY - box.top }, reach);
		return index === undefined ? undefined : this.plot.rows[index];
	}

	private showHoverLabel(snapshot: ComparisonSnapshot, plot: Plot): void {
		const { hoverLabel, frame } = this;
		const row = this.model.hoveredRow;
		const index = row === undefined ? -1 : plot.rows.indexOf(row);
		const wanted = this.hasFocus() || frame.matches(':hover'); // the table marks the point and says the rest itself
		hoverLabel.hidden = index < 0 || !wanted;
		if (row === undefined || hoverLabel.hidden) return;
		hoverLabel.textContent = pointLabel(snapshot, plot, row);
		const [x, y] = [plot.xs[index] ?? 0, plot.ys[index] ?? 0];
		const width = Math.min(320, frame.clientWidth - 16);
		const left = Math.min(Math.max(8, x - width / 2), Math.max(8, frame.clientWidth - hoverLabel.offsetWidth - 8));
		const above = y - hoverLabel.offsetHeight - 16;
		hoverLabel.style.left = `${String(Math.round(left))}px`;
		hoverLabel.style.top = `${String(Math.round(above >= 0 ? above : y + 16))}px`;
	}

	private captionTemplate(snapshot: ComparisonSnapshot, plot: Plot): TemplateResult {
		const hasLimits = plot.limits.length > 0;
		const hasVerdicts = snapshot.verdicts.some(code => code !== 0);
		const hasUnranked = plot.rows.some(row => shapeOf(snapshot, row, false) === 'unranked');
		return html`<ul class="legend" aria-label="Legend">
				<li><span class="key frontier" aria-hidden="true">◆</span>on the frontier</li>
				<li>
					<span class="key plain" aria-hidden="true">●</span>${hasVerdicts ? 'meets the budget' : 'candidate'}
				</li>
				${
					hasVerdicts
						? html`<li><span class="key hollow" aria-hidden="true">○</span>exceeds it or unknown</li>`
						: nothing
				}
				${hasUnranked ? html`<li><span class="key unranked" aria-hidden="true">✕</span>not ranked</li>` : nothing}
				${hasLimits ? html`<li><span class="key limit" aria-hidden="true">╌╌</span>budget</li>` : nothing}
			</ul>
			${
				this.model.plotWindow()
					? html`<button
							type="button"
							class="show-all"
							title="0"
							@click=${() => {
								this.model.showPlotWindow(undefined);
							}}
						>
							Show All
						</button>`
					: nothing
			}
			<p id="plot-summary">${plotSummary(snapshot, plot)}</p>`;
	}
}
