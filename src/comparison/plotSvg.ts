import { plainText } from '../catalog/plainText.ts';
import { hasVerdicts, textAt, type ComparisonSnapshot } from './comparisonSnapshot.ts';
import type { PageState } from './pageState.ts';
import { layOutPlot, limitLabels, placesOfRows, type Plot, type PlotArea, type PlotPoint } from './plot.ts';
import { axisName, axisTitle, shownPair } from './plotAxes.ts';
import { pairFrontier } from './plotFrontier.ts';
import { plotGroups, type PlotGroups } from './plotGroups.ts';
import { placeLabels, type PlotLabel } from './plotLabels.ts';
import { shapeCorners, shapeOfGroup, type MarkShape } from './plotMark.ts';
import { plotPoints } from './plotPoints.ts';
import { plotSummary, pointLabel } from './plotText.ts';
import { lookCount, lookOf, pointLooks } from './pointLooks.ts';

export type PlotSetup = Pick<PageState, 'xAxis' | 'yAxis' | 'grouping' | 'zoom'>;

const size = { width: 960, height: 600 };
const area: PlotArea = { left: 76, top: 48, width: 856, height: 452 };
/** Width of a letter and half the height of a line at 11 px in a common sans-serif, in px. */
const letter = 6.1;
const halfLine = 7;

/** Told apart by all common kinds of color vision, on paper as on a screen: Okabe and Ito's colors on white. */
const ink = {
	text: '#1f1f1f',
	faint: '#595959',
	grid: '#e3e3e3',
	point: '#0072b2',
	frontier: '#b34700',
	limit: '#c00000',
	pinned: '#00674f',
	groups: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#000000'],
};

/**
 * The plot as an SVG image that needs nothing else: no script, no style sheet, no font, no reference. A title and a
 * description say in words what it shows. Texts of the data are escaped.
 * @param rows the rows that the table shows.
 */
export function plotSvg(snapshot: ComparisonSnapshot, rows: Uint32Array, setup: PlotSetup): string {
	const axes = shownPair(snapshot, { x: setup.xAxis, y: setup.yAxis });
	const { zoom } = setup;
	const isZoomed = zoom?.x === axes.x && zoom.y === axes.y && zoom.task === snapshot.task;
	const points = plotPoints(snapshot, rows, axes);
	const plot = layOutPlot(snapshot, points, pairFrontier(snapshot, axes), area, isZoomed ? zoom.window : undefined);
	const groups = plotGroups(snapshot, setup.grouping);
	const title = `${capitalized(axisName(snapshot, axes.y))} against ${axisName(snapshot, axes.x)}`;
	return `${[
		`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc" font-family="Helvetica, Arial, sans-serif" font-size="11">`,
		`<title id="title">${escapeXml(title)}</title>`,
		`<desc id="desc">${escapeXml(plotSummary(snapshot, plot))}</desc>`,
		`<rect width="100%" height="100%" fill="#ffffff"/>`,
		text({ x: area.left, y: 26 }, title, { fill: ink.text, size: 15 }),
		...axisParts(snapshot, plot),
		`<clipPath id="area"><rect x="${area.left}" y="${area.top}" width="${area.width}" height="${area.height}"/></clipPath>`,
		`<g clip-path="url(#area)">${polyline(plot.frontier)}</g>`,
		...pointParts(snapshot, plot, groups),
		...limitParts(plot),
		...markedParts(snapshot, plot, groups),
		...labelsOf(snapshot, plot).map(label => haloed(label)),
		...legendParts(snapshot, groups),
		'</svg>',
	].join('\n')}\n`;
}

function axisParts(snapshot: ComparisonSnapshot, plot: Plot): string[] {
	const bottom = area.top + area.height;
	const right = area.left + area.width;
	const middle = { x: area.left + area.width / 2, y: bottom + 38 };
	const ticks = [
		...plot.xTicks.map(({ at, label }) => {
			const from = label === '' ? bottom : area.top;
			return (
				line({ x: at, y: from }, { x: at, y: bottom + 4 }, ink.grid) +
				tickText({ x: at, y: bottom + 18 }, label, 'middle')
			);
		}),
		...plot.yTicks.map(({ at, label }) => {
			const to = label === '' ? area.left : right;
			return (
				line({ x: area.left - 4, y: at }, { x: to, y: at }, ink.grid) +
				tickText({ x: area.left - 8, y: at + 4 }, label, 'end')
			);
		}),
	];
	const turned = `rotate(-90 16 ${fixed(area.top + area.height / 2)})`;
	return [
		...ticks,
		text(middle, axisTitle(snapshot, plot.x), { fill: ink.faint, anchor: 'middle' }),
		`<g transform="${turned}">${text({ x: 16, y: area.top + area.height / 2 }, axisTitle(snapshot, plot.y), { fill: ink.faint, anchor: 'middle' })}</g>`,
	];
}

/** One path per look, so that a hundred thousand points stay a file that opens. */
function pointParts(snapshot: ComparisonSnapshot, plot: Plot, groups: PlotGroups): string[] {
	const looks = pointLooks(snapshot, groups);
	const onFrontier = new Set(plot.frontierRows);
	const paths = Array.from({ length: lookCount }, (): string[] => []);
	plot.rows.forEach((row, index) => {
		if (onFrontier.has(row)) return;
		const look = looks[row] ?? 0;
		const { group, isUnranked } = lookOf(look);
		const shape = groups.names.length === 0 ? 'circle' : shapeOfGroup(group);
		paths[look]?.push(isUnranked ? crossPath(placeOf(plot, index)) : shapePath(shape, placeOf(plot, index), 3.5));
	});
	return paths.flatMap((parts, code) => {
		if (parts.length === 0) return [];
		const { group, isHollow, isUnranked } = lookOf(code);
		const color = isUnranked ? ink.faint : colorOf(group, groups);
		const fill = isHollow || isUnranked ? 'none' : color;
		return [`<path d="${parts.join('')}" fill="${fill}" stroke="${color}" fill-opacity="0.75"/>`];
	});
}

/** The frontier with a name on each point, and rings round what is pinned. */
function markedParts(snapshot: ComparisonSnapshot, plot: Plot, groups: PlotGroups): string[] {
	const looks = pointLooks(snapshot, groups);
	const rings = placesOfRows(plot, snapshot.selection).map(({ x, y }) => {
		return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="9" fill="none" stroke="${ink.pinned}" stroke-width="2"/>`;
	});
	const frontier = placesOfRows(plot, plot.frontierRows).map(({ row, ...place }) => {
		const { group, isHollow } = lookOf(looks[row] ?? 0);
		const isTold = groups.names.length > 0;
		const fill = isHollow ? '#ffffff' : isTold ? colorOf(group, groups) : ink.frontier;
		const path = shapePath(isTold ? shapeOfGroup(group) : 'diamond', place, 5);
		const name = escapeXml(pointLabel(snapshot, plot, row));
		return `<path d="${path}" fill="${fill}" stroke="${ink.frontier}" stroke-width="1.5"><title>${name}</title></path>`;
	});
	return [...rings, ...frontier];
}

function limitParts(plot: Plot): string[] {
	return plot.limits.map(({ direction, at }) => {
		const [from, to] =
			direction === 'vertical'
				? [
						{ x: at, y: area.top },
						{ x: at, y: area.top + area.height },
					]
				: [
						{ x: area.left, y: at },
						{ x: area.left + area.width, y: at },
					];
		return line(from, to, ink.limit, ' stroke-width="2" stroke-dasharray="6 4"');
	});
}

function labelsOf(snapshot: ComparisonSnapshot, plot: Plot): readonly PlotLabel[] {
	const measure = (shown: string): number => shown.length * letter;
	const limits = limitLabels(plot, area, measure);
	const taken = limits.map(({ text: shown, x, y }) => ({
		left: x,
		right: x + measure(shown),
		top: y - halfLine,
		bottom: y + halfLine,
	}));
	const wanted = [...snapshot.selection, ...plot.frontierRows.toReversed()];
	return [...limits, ...placeLabels(plot, area, wanted, row => textAt(snapshot.texts.name, row), measure, taken)];
}

function legendParts(snapshot: ComparisonSnapshot, groups: PlotGroups): string[] {
	const isJudged = hasVerdicts(snapshot);
	const isTold = groups.names.length > 0;
	const groupEntries = groups.names.map((name, group) => ({
		name,
		shape: shapeOfGroup(group),
		color: colorOf(group, groups),
	}));
	const entries = [
		{ name: 'on the frontier', shape: isTold ? 'circle' : 'diamond', color: ink.frontier } as const,
		...(isTold
			? groupEntries
			: [{ name: isJudged ? 'meets the budget' : 'candidate', shape: 'circle', color: ink.point } as const]),
		...(isTold && groups.hasOthers ? [{ name: 'others', shape: 'circle', color: ink.faint } as const] : []),
	];
	let x = area.left;
	const parts = entries.map(({ name, shape, color }) => {
		const part = `<path d="${shapePath(shape, { x: x + 4, y: 560 }, 4)}" fill="${color}"/>${text({ x: x + 14, y: 564 }, name, { fill: ink.text })}`;
		x += 30 + plainText(name, 60).length * letter;
		return part;
	});
	const notes = [
		isJudged ? 'Hollow: exceeds the budget or unknown.' : '',
		`Catalog ${snapshot.catalog.version}, ${snapshot.catalog.date}.`,
	];
	return [...parts, text({ x: area.left, y: 584 }, notes.join(' ').trim(), { fill: ink.faint })];
}

function colorOf(group: number, { names }: PlotGroups): string {
	if (names.length === 0) return ink.point;
	return (group < names.length ? ink.groups[group] : undefined) ?? ink.faint;
}

function shapePath(shape: MarkShape, place: PlotPoint, radius: number): string {
	const corners = shapeCorners(shape, place, radius);
	if (corners) return `M${corners.map(({ x, y }) => `${fixed(x)} ${fixed(y)}`).join('L')}Z`;
	const across = fixed(2 * radius);
	const half = `a${radius} ${radius} 0 1 0`;
	return `M${fixed(place.x - radius)} ${fixed(place.y)}${half} ${across} 0${half} -${across} 0Z`;
}

function crossPath({ x, y }: PlotPoint): string {
	return `M${fixed(x - 3.5)} ${fixed(y - 3.5)}l7 7m0 -7l-7 7`;
}

function polyline(corners: readonly PlotPoint[]): string {
	const points = corners.map(({ x, y }) => `${fixed(x)},${fixed(y)}`).join(' ');
	return `<polyline points="${points}" fill="none" stroke="${ink.frontier}" stroke-width="1.5" stroke-dasharray="2 3"/>`;
}

function line(from: PlotPoint, to: PlotPoint, color: string, more = ''): string {
	return `<line x1="${fixed(from.x)}" y1="${fixed(from.y)}" x2="${fixed(to.x)}" y2="${fixed(to.y)}" stroke="${color}"${more}/>`;
}

function tickText(at: PlotPoint, label: string, anchor: 'middle' | 'end'): string {
	return label === '' ? '' : text(at, label, { fill: ink.faint, anchor });
}

interface TextStyle {
	readonly fill: string;
	readonly anchor?: 'middle' | 'end';
	readonly size?: number;
}

function text({ x, y }: PlotPoint, shown: string, { fill, anchor, size: height }: TextStyle): string {
	const anchored = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
	const sized = height === undefined ? '' : ` font-size="${height}"`;
	return `<text x="${fixed(x)}" y="${fixed(y)}" fill="${fill}"${anchored}${sized}>${escapeXml(shown)}</text>`;
}

/** Readable over lines and points. */
function haloed({ text: shown, x, y }: PlotLabel): string {
	return `<text x="${fixed(x)}" y="${fixed(y + 4)}" fill="${ink.text}" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escapeXml(shown)}</text>`;
}

function placeOf({ xs, ys }: Plot, index: number): PlotPoint {
	return { x: xs[index] ?? 0, y: ys[index] ?? 0 };
}

function capitalized(shown: string): string {
	return shown.charAt(0).toUpperCase() + shown.slice(1);
}

/** A tenth of a px is finer than any eye; a comma of some locale never gets in. */
function fixed(length: number): string {
	return String(Number(length.toFixed(1)));
}

const references: ReadonlyMap<string, string> = new Map([
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	["'", '&apos;'],
]);

/** Text in an element or an attribute, whatever it means to XML; what XML has no place for is left out. */
export function escapeXml(shown: string): string {
	return plainText(shown, 2000)
		.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[&<>"']/g, sign => references.get(sign) ?? sign);
}
