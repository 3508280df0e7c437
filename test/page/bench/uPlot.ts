import uPlot from 'uplot';
import { alongLog, pointsOf, rangeSteps, type Point, type RangeStep } from './pointsOfPeers.ts';
import { offerPlot } from './plotUnderTest.ts';

const frame = document.createElement('div');
document.body.append(frame);

/** The kinds of scales have names in its types only. */
const logarithmic: uPlot.Scale = { time: false };
Object.assign(logarithmic, { distr: 3 });

let points: readonly Point[] = [];
let plot: uPlot | undefined;
let drawings = 0;

function change(x: RangeStep, y: RangeStep): void {
	const [across, up] = [plot?.scales['x'], plot?.scales['y']];
	if (!plot || !across || !up) return;
	const [minX, maxX] = alongLog(x, [across.min ?? 1, across.max ?? 1]);
	const [minY, maxY] = y([up.min ?? 0, up.max ?? 1]);
	plot.batch(() => {
		plot?.setScale('x', { min: minX, max: maxX });
		plot?.setScale('y', { min: minY, max: maxY });
	});
}

offerPlot({
	prepare: count => {
		points = pointsOf(count);
	},
	mount: () => {
		plot = new uPlot(
			{
				width: 480,
				height: 560,
				scales: {
					x: logarithmic,
					y: { auto: false, range: (_, min, max) => [min, max] },
				},
				series: [{}, { stroke: 'blue', paths: () => null, points: { show: true, size: 6 } }],
				legend: { show: false },
				hooks: { draw: [() => (drawings += 1)] },
			},
			[points.map(({ x }) => x), points.map(({ y }) => y)],
			frame,
		);
		plot.ctx.canvas.style.cssText = 'width: 480px; height: 560px'; // as its style sheet does
		plot.setScale('y', { min: 50, max: 87 });
	},
	...rangeSteps(change),
	canvas: () => plot?.ctx.canvas ?? document.createElement('canvas'),
	placeOf: ({ x, y }) => ({
		left: (plot?.valToPos(x, 'x', true) ?? NaN) / devicePixelRatio,
		top: (plot?.valToPos(y, 'y', true) ?? NaN) / devicePixelRatio,
	}),
	state: () => String(drawings),
});
