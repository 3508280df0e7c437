import { filteredFamily, type Expected, type GridBench, type GridStep } from '../../bench/benchSteps.ts';
import { scrollSmoothly, timeToPaint } from './paintTimer.ts';

/** A grid as the benchmark drives it. */
export interface Grid {
	/** Makes what `mount` gives the grid; not measured. */
	readonly prepare: (rows: number) => void;
	readonly mount: () => void;
	/** Sorts by one column, ascending. */
	readonly sort: (column: 'macs' | 'name') => void;
	/** Keeps the rows whose name holds `text`; all with an empty one. */
	readonly filter: (text: string) => void;
	/** Names of the first rows on the screen, from the top. */
	readonly names: () => readonly string[];
	/** Rows that pass the filter. */
	readonly count: () => number;
	readonly scroller: () => HTMLElement;
	/** The boxes of the rows drawn. */
	readonly rows: () => Iterable<Element>;
}

/** Lets the benchmark reach a grid from outside of the page. */
export function offerGrid(grid: Grid): void {
	const actions: Readonly<Record<GridStep, () => void>> = {
		mount: grid.mount,
		'sort number': () => {
			grid.sort('macs');
		},
		'sort text': () => {
			grid.sort('name');
		},
		'filter on': () => {
			grid.filter(filteredFamily);
		},
		'filter off': () => {
			grid.filter('');
		},
	};
	const shows = ({ names, count }: Expected): boolean => {
		const shown = grid.names();
		return names.every((name, place) => shown[place] === name) && grid.count() === count;
	};
	const bench: GridBench = {
		prepare: grid.prepare,
		run: (step, expected) => timeToPaint(actions[step], () => shows(expected)),
		scroll: () => scrollSmoothly(grid.scroller(), 90, 137, () => isFilled(grid)),
	};
	Object.assign(window, { gridBench: () => bench });
}

/** Whether rows cover all of the scrolled part, but for a header above and a scroll bar below. */
function isFilled(grid: Grid): boolean {
	const { top, bottom } = grid.scroller().getBoundingClientRect();
	const boxes = Array.from(grid.rows(), row => row.getBoundingClientRect());
	const first = Math.min(...boxes.map(box => box.top));
	const last = Math.max(...boxes.map(box => box.bottom));
	const header = 60;
	return boxes.length > 0 && first <= top + header && last >= bottom - 20;
}
