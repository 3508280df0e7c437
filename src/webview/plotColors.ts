import { densityLevels, type PixelColors } from '../comparison/pixelPoints.ts';
import { mostGroups } from '../comparison/plotGroups.ts';
import { lookCount, lookOf } from '../comparison/pointLooks.ts';

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
	/** Of the groups in their order, then of all other points. */
	readonly groups: readonly string[];
	readonly font: string;
}

export function readPlotColors(element: Element): PlotColors {
	const style = getComputedStyle(element);
	const read = (name: string): string => style.getPropertyValue(`--plot-${name}`).trim() || style.color;
	const faint = read('faint');
	return {
		text: style.color,
		faint,
		grid: read('grid'),
		point: read('point'),
		frontier: read('frontier'),
		limit: read('limit'),
		pinned: read('pinned'),
		background: read('background'),
		groups: [...Array.from({ length: mostGroups }, (_, group) => read(`group-${String(group)}`)), faint],
		font: `11px ${style.fontFamily}`,
	};
}

/** Color of a group of points; where they are not told apart there is one of all. */
export function colorOf({ groups, point }: PlotColors, group: number, groupCount: number): string {
	if (groupCount === 0) return point;
	return groups[group < groupCount ? group : mostGroups] ?? point;
}

/** What a pixel becomes under points of each look: one of them can be told from the background, many from one. */
export function pixelColors(colors: PlotColors, groupCount: number): PixelColors {
	const rgb = colorReader();
	return Array.from({ length: lookCount }, (_, code) => {
		const { group, isHollow, isUnranked } = lookOf(code);
		const [red, green, blue] = rgb(isUnranked ? colors.faint : colorOf(colors, group, groupCount));
		const least = isHollow || isUnranked ? 0.25 : 0.4;
		const most = isHollow || isUnranked ? 0.75 : 1;
		return Uint32Array.from({ length: densityLevels }, (_, level) => {
			const share = Math.log2(level + 1) / Math.log2(densityLevels);
			const alpha = Math.round(255 * (least + (most - least) * share));
			return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
		});
	});
}

type Rgb = readonly [red: number, green: number, blue: number];

/** The bytes of a color in any form that a style sheet has it. */
function colorReader(): (color: string) => Rgb {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 1;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	return color => {
		if (!context) return [128, 128, 128];
		context.clearRect(0, 0, 1, 1);
		context.fillStyle = color;
		context.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
		return [red, green, blue];
	};
}
