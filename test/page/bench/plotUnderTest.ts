import type { PlotBench } from '../../bench/benchSteps.ts';
import { timeToPaint } from './paintTimer.ts';

/** A plot of accuracy against MACs as the benchmark drives it. */
export interface Plot {
	/** Makes what `mount` gives the plot; not measured. */
	readonly prepare: (points: number) => void;
	readonly mount: () => void;
	/** Shows less of both axes, about their middle. */
	readonly zoomIn: () => void;
	/** Moves along the first axis. */
	readonly pan: () => void;
	/** Differs after each change that has been drawn. */
	readonly state: () => string;
}

export function offerPlot(plot: Plot): void {
	const actions = { mount: plot.mount, zoom: plot.zoomIn, pan: plot.pan };
	const bench: PlotBench = {
		prepare: plot.prepare,
		run: step => {
			const before = plot.state();
			return timeToPaint(actions[step], () => plot.state() !== before);
		},
	};
	Object.assign(window, { plotBench: () => bench });
}
