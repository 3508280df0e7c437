import type { LimitLine, PlacedRow, Plot, PlotArea, PlotPoint, Tick } from '../comparison/plot.ts';
import type { PlotLabel } from '../comparison/plotLabels.ts';
import { shapeCorners, shapeOfGroup, type MarkShape } from '../comparison/plotMark.ts';
import { lookOf } from '../comparison/pointLooks.ts';
import { colorOf, type PlotColors } from './plotColors.ts';

export interface AxisTitle {
	readonly long: string;
	/** Where there is no room for the other. */
	readonly short: string;
}

export interface Drawing {
	readonly plot: Plot;
	readonly area: PlotArea;
	readonly titles: { readonly x: AxisTitle; readonly y: AxisTitle };
	readonly labels: readonly PlotLabel[];
	/** Per row of the snapshot. */
	readonly looks: Uint8Array;
	/** Number of groups that points are told apart by. */
	readonly groups: number;
	/** The points on the frontier, and those that are pinned. */
	readonly frontier: readonly PlacedRow[];
	readonly pinned: readonly PlotPoint[];
}

/** Room left of the area for the title of the vertical axis and its ticks, in px. */
const titlePlace = 11;

/** Grid, ticks and titles. */
export function drawAxes(context: CanvasRenderingContext2D, { plot, area, titles }: Drawing, colors: PlotColors): void {
	const bottom = area.top + area.height;
	context.font = colors.font;
	context.lineWidth = 1;
	context.strokeStyle = colors.grid;
	context.fillStyle = colors.faint;
	context.textBaseline = 'top';
	context.textAlign = 'center';
	for (const tick of plot.xTicks) {
		const at = onPixel(tick.at);
		line(
			context,
			{ x: at, y: tick.label === '' ? bottom : area.top },
			{ x: at, y: bottom + (tick.label === '' ? 3 : 5) },
		);
		context.fillText(tick.label, at, bottom + 8);
	}
	drawTitle(context, titles.x, { x: area.left + area.width / 2, y: bottom + 24 }, area.width);
	context.textBaseline = 'middle';
	context.textAlign = 'right';
	for (const tick of plot.yTicks) drawRowTick(context, tick, area);
	context.save();
	context.translate(titlePlace, area.top + area.height / 2);
	context.rotate(-Math.PI / 2);
	context.textAlign = 'center';
	drawTitle(context, titles.y, { x: 0, y: 0 }, area.height);
	context.restore();
}

function drawRowTick(context: CanvasRenderingContext2D, { at: exact, label }: Tick, area: PlotArea): void {
	const at = onPixel(exact);
	const right = label === '' ? area.left : area.left + area.width;
	line(context, { x: area.left - (label === '' ? 3 : 0), y: at }, { x: right, y: at });
	context.fillText(label, area.left - 8, at);
}

function drawTitle(context: CanvasRenderingContext2D, { long, short }: AxisTitle, at: PlotPoint, room: number): void {
	context.fillText(context.measureText(long).width <= room ? long : short, at.x, at.y, room);
}

/** Where a line of 1 px fills one row of pixels instead of half of two. */
function onPixel(at: number): number {
	return Math.round(at) + 0.5;
}

/** Limits, the frontier, what is pinned, and names. */
export function drawForeground(context: CanvasRenderingContext2D, drawing: Drawing, colors: PlotColors): void {
	const { plot, area } = drawing;
	for (const limit of plot.limits) drawLimit(context, limit, area, colors);
	drawFrontier(context, plot.frontier, area, colors);
	for (const place of drawing.pinned) drawRing(context, place, 9, colors.pinned);
	const outline = drawing.groups === 0 ? colors.background : colors.frontier;
	for (const { row, ...place } of drawing.frontier) {
		const { group, isHollow } = lookOf(drawing.looks[row] ?? 0);
		const shape = drawing.groups === 0 ? 'diamond' : shapeOfGroup(group);
		const fill = drawing.groups === 0 ? colors.frontier : colorOf(colors, group, drawing.groups);
		tracePath(context, shape, place, 5);
		if (isHollow) paint(context, colors.background, colors.frontier, 2);
		else paint(context, fill, outline, drawing.groups === 0 ? 1 : 2);
	}
	for (const label of drawing.labels) drawText(context, label, colors);
}

function drawLimit(context: CanvasRenderingContext2D, limit: LimitLine, area: PlotArea, colors: PlotColors): void {
	const at = Math.round(limit.at);
	context.strokeStyle = colors.limit;
	context.lineWidth = 2;
	context.setLineDash([6, 4]);
	if (limit.direction === 'vertical') line(context, { x: at, y: area.top }, { x: at, y: area.top + area.height });
	else line(context, { x: area.left, y: at }, { x: area.left + area.width, y: at });
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

/** Every point that is not on the frontier, as a shape with a rim; hollow ones first, so that those within the budget lie above. */
export function drawPoints(context: CanvasRenderingContext2D, drawing: Drawing, colors: PlotColors): void {
	const { plot, looks, groups } = drawing;
	const onFrontier = new Set(drawing.frontier.map(({ row }) => row));
	context.lineWidth = 1;
	for (const above of [false, true]) {
		for (let index = 0; index < plot.rows.length; index++) {
			const row = plot.rows[index] ?? 0;
			const look = lookOf(looks[row] ?? 0);
			if (above === (look.isHollow || look.isUnranked) || onFrontier.has(row)) continue;
			const place = { x: plot.xs[index] ?? NaN, y: plot.ys[index] ?? NaN };
			const color = colorOf(colors, look.group, groups);
			if (look.isUnranked) drawCross(context, place, colors.faint);
			else {
				tracePath(context, groups === 0 ? 'circle' : shapeOfGroup(look.group), place, look.isHollow ? 3.5 : 4);
				paint(context, look.isHollow ? colors.background : color, look.isHollow ? color : colors.background, 1);
			}
		}
	}
}

function tracePath(context: CanvasRenderingContext2D, shape: MarkShape, place: PlotPoint, radius: number): void {
	context.beginPath();
	const corners = shapeCorners(shape, place, radius);
	if (!corners) {
		context.arc(place.x, place.y, radius, 0, 2 * Math.PI);
		return;
	}
	for (const { x, y } of corners) context.lineTo(x, y);
	context.closePath();
}

function drawCross(context: CanvasRenderingContext2D, { x, y }: PlotPoint, color: string): void {
	context.strokeStyle = color;
	line(context, { x: x - 3.5, y: y - 3.5 }, { x: x + 3.5, y: y + 3.5 });
	line(context, { x: x - 3.5, y: y + 3.5 }, { x: x + 3.5, y: y - 3.5 });
}

function paint(context: CanvasRenderingContext2D, fill: string, outline: string, width: number): void {
	context.fillStyle = fill;
	context.fill();
	context.strokeStyle = outline;
	context.lineWidth = width;
	context.stroke();
	context.lineWidth = 1;
}

/** Rings the point that keyboard or pointer is on. */
export function drawCurrent(context: CanvasRenderingContext2D, place: PlotPoint, colors: PlotColors): void {
	drawRing(context, place, 12, colors.text);
}

function drawRing(context: CanvasRenderingContext2D, { x, y }: PlotPoint, radius: number, color: string): void {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.strokeStyle = color;
	context.lineWidth = 2;
	context.stroke();
	context.lineWidth = 1;
}

/** Text with a rim of the background's color, readable over lines. */
function drawText(context: CanvasRenderingContext2D, label: PlotLabel, colors: PlotColors): void {
	context.textAlign = 'left';
	context.textBaseline = 'middle';
	context.strokeStyle = colors.background;
	context.lineWidth = 3;
	context.lineJoin = 'round';
	context.strokeText(label.text, label.x, label.y);
	context.lineWidth = 1;
	context.fillStyle = colors.text;
	context.fillText(label.text, label.x, label.y);
}

function line(context: CanvasRenderingContext2D, from: PlotPoint, to: PlotPoint): void {
	context.beginPath();
	context.moveTo(from.x, from.y);
	context.lineTo(to.x, to.y);
	context.stroke();
}
