import { metricName } from '../comparison/columns.ts';
import { textAt, type ComparisonSnapshot, type CostMetric } from '../comparison/comparisonSnapshot.ts';
import { layOutPlot, limitLabels, type Plot, type PlotArea } from '../comparison/plot.ts';
import type { PlotWindow } from '../comparison/plotWindow.ts';
import { placeLabels, type PlotLabel } from '../comparison/plotLabels.ts';
import { drawCurrent, drawPlot, readPlotColors, shapeOf, type PlotColors } from './plotCanvas.ts';

const margins = { left: 52, right: 24, top: 14, bottom: 40 };

/** What the picture depends on; where all of it is the same it is not painted again. */
interface Subject {
	readonly snapshot: ComparisonSnapshot;
	/** Rows to draw; a new array where they are others. */
	readonly rows: Uint32Array;
	readonly axis: CostMetric;
	/** The part to draw; everything without it. */
	readonly zoom: PlotWindow | undefined;
}

/** The painted plot: one canvas with everything, one above it with the ring round the current point. */
export class PlotPicture {
	private readonly base = document.createElement('canvas');
	private readonly mark = document.createElement('canvas');
	private painted = '';
	private subject: Subject | undefined;
	private plot: Plot | undefined;

	constructor(private readonly frame: HTMLElement) {
		for (const canvas of [this.base, this.mark]) {
			canvas.setAttribute('aria-hidden', 'true');
			frame.append(canvas);
		}
	}

	/** Paints what has changed, and returns the layout. */
	paint(subject: Subject, current: number | undefined): Plot {
		const colors = readPlotColors(this.frame);
		const { clientWidth, clientHeight } = this.frame;
		const look = JSON.stringify([colors, clientWidth, clientHeight, window.devicePixelRatio]);
		const isSame =
			this.subject?.snapshot === subject.snapshot &&
			this.subject.rows === subject.rows &&
			this.subject.axis === subject.axis &&
			this.subject.zoom === subject.zoom &&
			this.painted === look;
		const plot = isSame && this.plot ? this.plot : this.paintBase(subject, colors);
		this.subject = subject;
		this.painted = look;
		this.paintMark(plot, current, colors);
		return plot;
	}

	private paintBase({ snapshot, rows, axis, zoom }: Subject, colors: PlotColors): Plot {
		const area = this.area();
		const plot = layOutPlot(snapshot, rows, axis, area, zoom);
		this.plot = plot;
		const context = this.clear(this.base);
		if (!context) return plot;
		const frontier = new Set(snapshot.frontiers[axis]);
		const pinned = new Set(snapshot.selection);
		context.font = colors.font;
		const drawing = {
			plot,
			area,
			title: capitalized(metricName(snapshot, axis)),
			labels: this.labels(context, snapshot, plot, area),
			shapes: Array.from(plot.rows, row => shapeOf(snapshot, row, frontier.has(row))),
			pinned: Array.from(plot.rows, row => pinned.has(row)),
		};
		drawPlot(context, drawing, colors);
		return plot;
	}

	/** Limits first, then pinned points, then the frontier from its accurate end. */
	private labels(
		context: CanvasRenderingContext2D,
		snapshot: ComparisonSnapshot,
		plot: Plot,
		area: PlotArea,
	): readonly PlotLabel[] {
		const measure = (text: string): number => context.measureText(text).width;
		const limits = limitLabels(plot, area, measure);
		const taken = limits.map(({ text, x, y }) => ({
			left: x,
			right: x + measure(text),
			top: y - 7,
			bottom: y + 7,
		}));
		const wanted = [...snapshot.selection, ...snapshot.frontiers[plot.axis].toReversed()];
		const nameOf = (row: number): string => textAt(snapshot.texts.name, row);
		return [...limits, ...placeLabels(plot, area, wanted, nameOf, measure, taken)];
	}

	private paintMark(plot: Plot, current: number | undefined, colors: PlotColors): void {
		const context = this.clear(this.mark);
		const index = current === undefined ? -1 : plot.rows.indexOf(current);
		if (index >= 0 && context) drawCurrent(context, { x: plot.xs[index] ?? NaN, y: plot.ys[index] ?? NaN }, colors);
	}

	private clear(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
		const density = window.devicePixelRatio;
		canvas.width = Math.round(this.frame.clientWidth * density);
		canvas.height = Math.round(this.frame.clientHeight * density);
		const context = canvas.getContext('2d');
		context?.scale(density, density);
		return context;
	}

	/** Where points are drawn, in px of the frame. */
	area(): PlotArea {
		const { clientWidth, clientHeight } = this.frame;
		return {
			left: margins.left,
			top: margins.top,
			width: Math.max(40, clientWidth - margins.left - margins.right),
			height: Math.max(40, clientHeight - margins.top - margins.bottom),
		};
	}
}

function capitalized(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
