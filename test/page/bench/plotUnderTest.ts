import type { PlotBench } from '../../bench/benchSteps.ts';
import { timeToPaint } from './paintTimer.ts';

/** A plot of accuracy against MACs as the benchmark drives it. */
export interface Plot {
	/** Makes what `mount` gives the plot; not measured. */
	readonly prepare: (points: number) => void;
	readonly mount: () => void;
	/** Shows less of both axes, about their middle. */
	readonly zoom: () => void;
	readonly zoomBack: () => void;
	/** Moves along the first axis. */
	readonly pan: () => void;
	readonly panBack: () => void;
	/** Differs after each change that has been drawn. */
	readonly state: () => string;
}

export function offerPlot(plot: Plot): void {
	const bench: PlotBench = {
		prepare: plot.prepare,
		run: step => {
			const before = plot.state();
			return timeToPaint(plot[step], () => plot.state() !== before);
		},
	};
	Object.assign(window, { plotBench: () => bench });
}
