import type { PlotBench, PlotCheck } from '../../bench/benchSteps.ts';
import { pointsOf, type Point } from './pointsOfPeers.ts';
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
	/** Left out where it does not look for the point nearest on both axes. */
	readonly hover?: Hover;
	readonly canvas: () => HTMLCanvasElement;
	/** Where a point belongs, in px of the canvas. */
	readonly placeOf: (point: Point) => Place;
	/** Points of the frontier that it draws, from left to right. */
	readonly frontier?: () => readonly Point[];
}

export interface Hover {
	/** Goes to a place as a pointer does. */
	readonly goTo: (place: Place) => void;
	/** Differs after each point that was gone to. */
	readonly current: () => string;
}

/** In px from the left and the top of a canvas. */
export interface Place {
	readonly left: number;
	readonly top: number;
}

export function offerPlot(plot: Plot): void {
	let points: readonly Point[] = [];
	let next = 0;
	const hover = ({ goTo, current }: Hover): Promise<number> => {
		const place = plot.placeOf(points[next++ % points.length] ?? { x: NaN, y: NaN });
		const before = current();
		return timeToPaint(
			() => {
				goTo(place);
			},
			() => current() !== before,
		);
	};
	const bench: PlotBench = {
		prepare: count => {
			plot.prepare(count);
			points = samplePoints(pointsOf(count));
		},
		run: step => {
			if (step === 'hover') return plot.hover ? hover(plot.hover) : Promise.resolve(NaN);
			const before = plot.state();
			return timeToPaint(plot[step], () => plot.state() !== before);
		},
		check: () => checkOf(plot, points),
	};
	Object.assign(window, { plotBench: () => bench });
}

/** Some of all points, from cheap to dear, and none at an edge, which a zoom there and back may leave a hair outside. */
function samplePoints(points: readonly Point[]): readonly Point[] {
	const step = Math.ceil(points.length / 100);
	return points.filter((_, index) => index % step === Math.floor(step / 2));
}

function checkOf({ canvas, placeOf, frontier }: Plot, points: readonly Point[]): PlotCheck {
	const drawn = canvas();
	const density = drawn.width / drawn.clientWidth;
	const { data } = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height) ?? { data: [] };
	const hasInk = ({ left, top }: Place): boolean => {
		const at = Math.round(top * density) * drawn.width + Math.round(left * density);
		return (data[4 * at + 3] ?? 0) > 0;
	};
	const rising = frontier?.();
	const places = [...points, ...(rising ?? [])].map(placeOf);
	return {
		found: places.filter(hasInk).length / places.length,
		...(rising && { isFrontierRising: isRising(rising) }),
	};
}

function isRising(points: readonly Point[]): boolean {
	return (
		points.length > 1 &&
		points.every(({ x, y }, index) => {
			const before = points[index - 1];
			return !before || (x > before.x && y > before.y);
		})
	);
}
