import { isSameNumbers, textAt, type ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { mostDrawnPoints, pixelRim, writePoints, type PixelColors } from '../comparison/pixelPoints.ts';
import { layOutPlot, limitLabels, placeOfRow, placesOfRows, type Plot, type PlotArea } from '../comparison/plot.ts';
import { axisName, axisTitle, type AxisPair, type PlotAxis } from '../comparison/plotAxes.ts';
import type { PlotGroups } from '../comparison/plotGroups.ts';
import { placeLabels, type PlotLabel } from '../comparison/plotLabels.ts';
import { plotPoints, type PlotPoints } from '../comparison/plotPoints.ts';
import type { PlotWindow } from '../comparison/plotWindow.ts';
import { pointLooks } from '../comparison/pointLooks.ts';
import { drawAxes, drawCurrent, drawForeground, drawPoints, type AxisTitle, type Drawing } from './plotCanvas.ts';
import { pixelColors, readPlotColors, type PlotColors } from './plotColors.ts';

/** Room round the plotting area for titles and ticks, in px. */
export const plotMargins = { left: 70, right: 24, top: 14, bottom: 40 };

/** What the picture depends on; where all of it is the same it is not painted again. */
export interface Subject extends AxisPair {
	readonly snapshot: ComparisonSnapshot;
	/** Rows to draw; a new array where they are others. */
	readonly rows: Uint32Array;
	readonly frontier: Uint32Array;
	readonly groups: PlotGroups;
	/** The part to draw; everything without it. */
	readonly zoom: PlotWindow | undefined;
}

/** The painted plot: one canvas with everything, one above it with the ring round the current point. */
export class PlotPicture {
	private readonly base = document.createElement('canvas');
	private readonly mark = document.createElement('canvas');
	private painted = '';
	private colors: PlotColors | undefined;
	private subject: Subject | undefined;
	private plot: Plot | undefined;
	private points: PlotPoints | undefined;
	private looks: Uint8Array = new Uint8Array();
	private pixelColors: PixelColors = [];

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
		const { groups } = subject;
		const look = JSON.stringify([colors, groups.names.length, clientWidth, clientHeight, window.devicePixelRatio]);
		if (look !== this.painted) this.pixelColors = pixelColors(colors, groups.names.length);
		if (look !== this.painted || !this.plot || !isSame(this.subject, subject)) {
			this.prepare(subject);
			this.plot = this.paintBase(subject, colors);
		}
		this.subject = subject;
		this.painted = look;
		this.colors = colors;
		this.paintMark(current, colors);
		return this.plot;
	}

	/** Moves the ring to another row. */
	markRow(current: number | undefined): void {
		if (this.colors) this.paintMark(current, this.colors);
	}

	/** Where points are drawn, in px of the frame. */
	area(): PlotArea {
		const { clientWidth, clientHeight } = this.frame;
		return {
			left: plotMargins.left,
			top: plotMargins.top,
			width: Math.max(40, clientWidth - plotMargins.left - plotMargins.right),
			height: Math.max(40, clientHeight - plotMargins.top - plotMargins.bottom),
		};
	}

	/** Finds out what does not change with a zoom. */
	private prepare(subject: Subject): void {
		const { snapshot, rows, groups, x, y } = subject;
		const before = this.subject;
		const isSameData = isSameNumbers(before?.snapshot, snapshot) && before?.rows === rows;
		if (!this.points || !isSameData || before.x !== x || before.y !== y) {
			this.points = plotPoints(snapshot, rows, { x, y });
		}
		const isSameLook = before?.snapshot.verdicts === snapshot.verdicts && before.snapshot.marks === snapshot.marks;
		if (!isSameLook || before.groups !== groups) this.looks = pointLooks(snapshot, groups);
	}

	private paintBase({ snapshot, rows, x, y, frontier, groups, zoom }: Subject, colors: PlotColors): Plot {
		const area = this.area();
		const points = this.points ?? plotPoints(snapshot, rows, { x, y });
		const plot = layOutPlot(snapshot, points, frontier, area, zoom);
		const context = this.clear(this.base);
		if (!context) return plot;
		context.font = colors.font;
		const drawing: Drawing = {
			plot,
			area,
			titles: { x: titleOf(snapshot, x), y: titleOf(snapshot, y) },
			labels: this.labels(context, snapshot, plot, area),
			looks: this.looks,
			groups: groups.names.length,
			frontier: placesOfRows(plot, frontier),
			pinned: placesOfRows(plot, snapshot.selection),
		};
		if (plot.rows.length > mostDrawnPoints) {
			this.writePixels(context, plot, area);
			context.globalCompositeOperation = 'destination-over'; // the grid lies below the points
			drawAxes(context, drawing, colors);
			context.globalCompositeOperation = 'source-over';
		} else {
			drawAxes(context, drawing, colors);
			drawPoints(context, drawing, colors);
		}
		drawForeground(context, drawing, colors);
		return plot;
	}

	private writePixels(context: CanvasRenderingContext2D, plot: Plot, area: PlotArea): void {
		const density = window.devicePixelRatio;
		const [left, top] = [area.left, area.top].map(edge => Math.floor((edge - pixelRim) * density));
		const [width, height] = [area.width, area.height].map(size => Math.ceil((size + 2 * pixelRim) * density) + 1);
		if (left === undefined || top === undefined || width === undefined || height === undefined) return;
		const image = context.createImageData(width, height);
		const grid = { width, height, density, left: left / density, top: top / density };
		writePoints(new Uint32Array(image.data.buffer), grid, plot, this.looks, this.pixelColors);
		context.putImageData(image, left, top);
	}

	/** Limits first, then pinned points, then the frontier from its right end. */
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
		const wanted = [...snapshot.selection, ...plot.frontierRows.toReversed()];
		const nameOf = (row: number): string => textAt(snapshot.texts.name, row);
		return [...limits, ...placeLabels(plot, area, wanted, nameOf, measure, taken)];
	}

	private paintMark(current: number | undefined, colors: PlotColors): void {
		const context = this.clear(this.mark);
		const place = current === undefined || !this.plot ? undefined : placeOfRow(this.plot, current);
		if (context && place) drawCurrent(context, place, colors);
	}

	private clear(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
		const density = window.devicePixelRatio;
		const [width, height] = [this.frame.clientWidth, this.frame.clientHeight].map(side =>
			Math.round(side * density),
		);
		if (width !== undefined && canvas.width !== width) canvas.width = width;
		if (height !== undefined && canvas.height !== height) canvas.height = height;
		const context = canvas.getContext('2d');
		context?.setTransform(1, 0, 0, 1, 0, 0);
		context?.clearRect(0, 0, canvas.width, canvas.height);
		context?.scale(density, density);
		return context;
	}
}

function isSame(a: Subject | undefined, b: Subject): boolean {
	return (
		a?.snapshot === b.snapshot &&
		a.rows === b.rows &&
		a.x === b.x &&
		a.y === b.y &&
		a.groups === b.groups &&
		a.zoom === b.zoom
	);
}

function titleOf(snapshot: ComparisonSnapshot, axis: PlotAxis): AxisTitle {
	const short = axisName(snapshot, axis);
	return { long: axisTitle(snapshot, axis), short: short.charAt(0).toUpperCase() + short.slice(1) };
}
