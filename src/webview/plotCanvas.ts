import { hasMark, verdictAt, type ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import type { LimitLine, Plot, PlotArea, PlotPoint } from '../comparison/plot.ts';
import type { PlotLabel } from '../comparison/plotLabels.ts';

/** Colors of the plot as the style sheet maps them from the theme. */
export interface PlotColors {
	readonly text: string;
	readonly faint: string;
	readonly grid: string;
	readonly point: string;
	readonly frontier: string;
	readonly limit: string;
	readonly pinned: string;
	readonly background: string;
	readonly font: string;
}

/** How a point is drawn: shape before color, so that the plot reads without color. */
export type PointShape = 'frontier' | 'plain' | 'hollow' | 'unranked';

export function readPlotColors(element: Element): PlotColors {
	const style = getComputedStyle(element);
	const read = (name: string): string => style.getPropertyValue(`--plot-${name}`).trim() || style.color;
	return {
		text: style.color,
		faint: read('faint'),
		grid: read('grid'),
		point: read('point'),
		frontier: read('frontier'),
		limit: read('limit'),
		pinned: read('pinned'),
		background: read('background'),
		font: `11px ${style.fontFamily}`,
	};
}

export function shapeOf(snapshot: ComparisonSnapshot, row: number, onFrontier: boolean): PointShape {
	if (hasMark(snapshot, row, 'unranked')) return 'unranked';
	if (onFrontier) return 'frontier';
	const verdict = verdictAt(snapshot, row);
	return verdict === 'exceeds' || verdict === 'unknown' ? 'hollow' : 'plain';
}

export interface Drawing {
	readonly plot: Plot;
	readonly area: PlotArea;
	/** Name of the cost, below its axis. */
	readonly title: string;
	readonly labels: readonly PlotLabel[];
	readonly shapes: readonly PointShape[];
	/** Per point whether its row is pinned. */
	readonly pinned: readonly boolean[];
}

export function drawPlot(context: CanvasRenderingContext2D, drawing: Drawing, colors: PlotColors): void {
	const { plot, area, title } = drawing;
	context.font = colors.font;
	context.lineWidth = 1;
	drawAxes(context, plot, area, colors);
	context.textAlign = 'center';
	context.textBaseline = 'top';
	context.fillText(title, area.left + area.width / 2, area.top + area.height + 24);
	for (const limit of plot.limits) drawLimit(context, limit, area, colors);
	drawFrontier(context, plot.frontier, area, colors);
	drawPoints(context, drawing, colors);
	drawLabels(context, drawing.labels, colors);
}

function drawAxes(context: CanvasRenderingContext2D, plot: Plot, area: PlotArea, colors: PlotColors): void {
	const bottom = area.top + area.height;
	context.strokeStyle = colors.grid;
	context.fillStyle = colors.faint;
	context.textBaseline = 'top';
	context.textAlign = 'center';
	for (const { at: exact, label } of plot.xTicks) {
		const at = onPixel(exact);
		if (label === '') {
			line(context, { x: at, y: bottom }, { x: at, y: bottom + 3 });
			continue;
		}
		line(context, { x: at, y: area.top }, { x: at, y: bottom + 5 });
		context.fillText(label, at, bottom + 8);
	}
	context.textBaseline = 'middle';
	context.textAlign = 'right';
	for (const { at: exact, label } of plot.yTicks) {
		const at = onPixel(exact);
		line(context, { x: area.left, y: at }, { x: area.left + area.width, y: at });
		context.fillText(label, area.left - 8, at);
	}
}

/** Where a line of 1 px fills one row of pixels instead of half of two. */
function onPixel(at: number): number {
	return Math.round(at) + 0.5;
}

function drawLimit(context: CanvasRenderingContext2D, limit: LimitLine, area: PlotArea, colors: PlotColors): void {
	const { direction } = limit;
	const at = Math.round(limit.at);
	const right = area.left + area.width;
	context.strokeStyle = colors.limit;
	context.lineWidth = 2;
	context.setLineDash([6, 4]);
	if (direction === 'vertical') line(context, { x: at, y: area.top }, { x: at, y: area.top + area.height });
	else line(context, { x: area.left, y: at }, { x: right, y: at });
	context.setLineDash([]);
	context.lineWidth = 1;
}

/** The frontier is of all candidates, so that where a filter leaves some of them it runs on beyond the axes. */
function drawFrontier(
	context: CanvasRenderingContext2D,
	corners: readonly PlotPoint[],
	area: PlotArea,
	colors: PlotColors,
): void {
	const [start, ...rest] = corners;
	if (!start) return;
	context.save();
	context.beginPath();
	context.rect(area.left, area.top, area.width, area.height);
	context.clip();
	context.strokeStyle = colors.frontier;
	context.lineWidth = 1.5;
	context.setLineDash([2, 3]);
	context.beginPath();
	context.moveTo(start.x, start.y);
	for (const { x, y } of rest) context.lineTo(x, y);
	context.stroke();
	context.restore();
}

function drawPoints(context: CanvasRenderingContext2D, drawing: Drawing, colors: PlotColors): void {
	const { plot, shapes, pinned } = drawing;
	const all = Array.from(plot.rows.keys());
	const isFront = (index: number): boolean => shapes[index] === 'frontier';
	for (const index of [...all.filter(index => !isFront(index)), ...all.filter(isFront)]) {
		const place = { x: plot.xs[index] ?? NaN, y: plot.ys[index] ?? NaN };
		if (pinned[index]) drawRing(context, place, 9, colors.pinned);
		drawShape(context, place, shapes[index] ?? 'plain', colors);
	}
}

/** Rings the point that keyboard or pointer is on. */
export function drawCurrent(context: CanvasRenderingContext2D, place: PlotPoint, colors: PlotColors): void {
	drawRing(context, place, 12, colors.text);
}

function drawShape(
	context: CanvasRenderingContext2D,
	{ x, y }: PlotPoint,
	shape: PointShape,
	colors: PlotColors,
): void {
	context.beginPath();
	switch (shape) {
		case 'frontier':
			context.moveTo(x, y - 6);
			context.lineTo(x + 6, y);
			context.lineTo(x, y + 6);
			context.lineTo(x - 6, y);
			context.closePath();
			fillAndOutline(context, colors.frontier, colors.background);
			return;
		case 'plain':
			context.arc(x, y, 4, 0, 2 * Math.PI);
			fillAndOutline(context, colors.point, colors.background);
			return;
		case 'hollow':
			context.arc(x, y, 3.5, 0, 2 * Math.PI);
			fillAndOutline(context, colors.background, colors.point);
			return;
		case 'unranked':
			context.strokeStyle = colors.faint;
			line(context, { x: x - 3.5, y: y - 3.5 }, { x: x + 3.5, y: y + 3.5 });
			line(context, { x: x - 3.5, y: y + 3.5 }, { x: x + 3.5, y: y - 3.5 });
	}
}

function fillAndOutline(context: CanvasRenderingContext2D, fill: string, outline: string): void {
	context.fillStyle = fill;
	context.fill();
	context.strokeStyle = outline;
	context.stroke();
}

function drawRing(context: CanvasRenderingContext2D, { x, y }: PlotPoint, radius: number, color: string): void {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.strokeStyle = color;
	context.lineWidth = 2;
	context.stroke();
	context.lineWidth = 1;
}

function drawLabels(context: CanvasRenderingContext2D, labels: readonly PlotLabel[], colors: PlotColors): void {
	for (const label of labels) drawText(context, label, colors.text, colors);
}

/** Text with a rim of the background's color, readable over lines. */
function drawText(context: CanvasRenderingContext2D, label: PlotLabel, color: string, colors: PlotColors): void {
	context.textAlign = 'left';
	context.textBaseline = 'middle';
	context.strokeStyle = colors.background;
	context.lineWidth = 3;
	context.lineJoin = 'round';
	context.strokeText(label.text, label.x, label.y);
	context.lineWidth = 1;
	context.fillStyle = color;
	context.fillText(label.text, label.x, label.y);
}

function line(context: CanvasRenderingContext2D, from: PlotPoint, to: PlotPoint): void {
	context.beginPath();
	context.moveTo(from.x, from.y);
	context.lineTo(to.x, to.y);
	context.stroke();
}
