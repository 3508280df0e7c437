/** What the pages of the benchmark are asked from outside of them. */

export type GridStep = 'mount' | 'sort number' | 'sort text' | 'filter on' | 'filter off';

/** What the grid has to show when a step is done. */
export interface Expected {
	/** Names of the first rows. */
	readonly names: readonly string[];
	/** Rows that pass the filter. */
	readonly count: number;
}

export interface ScrollReport {
	/** 95th percentile of the times between frames, in ms. */
	readonly frame: number;
	/** Tasks of more than 50 ms. */
	readonly longTasks: number;
	/** Frames in which a part of the table showed no row. */
	readonly blankFrames: number;
}

export interface GridBench {
	prepare(rows: number): void;
	/** Ms until the answer is painted. */
	run(step: GridStep, expected: Expected): Promise<number>;
	scroll(): Promise<ScrollReport>;
}

/** `hover` goes to another point each time. */
export type PlotStep = 'mount' | 'zoom' | 'zoomBack' | 'pan' | 'panBack' | 'hover';

/** What is really on the canvas. */
export interface PlotCheck {
	/** Share of the points looked for that have ink where they belong. */
	readonly found: number;
	/** Whether each point of the frontier is dearer and more accurate than the one before; undefined where none is drawn. */
	readonly isFrontierRising?: boolean;
}

export interface PlotBench {
	prepare(points: number): void;
	/** Ms until the change is painted; NaN of a step that the plot does not know. */
	run(step: PlotStep): Promise<number>;
	check(): PlotCheck;
}

/** Rows of other families are filtered out. */
export const filteredFamily = 'mobilenet';

declare global {
	function gridBench(): GridBench;
	function plotBench(): PlotBench;
}
