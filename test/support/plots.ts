import type { ComparisonSnapshot } from '../../src/comparison/comparisonSnapshot.ts';
import { layOutPlot, type Plot, type PlotArea } from '../../src/comparison/plot.ts';
import type { AxisPair } from '../../src/comparison/plotAxes.ts';
import { pairFrontier } from '../../src/comparison/plotFrontier.ts';
import { plotPoints } from '../../src/comparison/plotPoints.ts';
import type { PlotWindow } from '../../src/comparison/plotWindow.ts';

export const plotArea: PlotArea = { left: 50, top: 10, width: 800, height: 400 };

export interface PlotChoice extends Partial<AxisPair> {
	readonly area?: PlotArea;
	readonly zoom?: PlotWindow;
}

/** The plot of all rows: top-1 against MACs where nothing else is said. */
export function plotOfAll(snapshot: ComparisonSnapshot, choice: PlotChoice = {}): Plot {
	const { x = 'macs', y = 'top1', area = plotArea, zoom } = choice;
	const rows = Uint32Array.from({ length: snapshot.rows }, (_, row) => row);
	return layOutPlot(snapshot, plotPoints(snapshot, rows, { x, y }), pairFrontier(snapshot, { x, y }), area, zoom);
}
