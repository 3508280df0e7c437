import { Chart, LinearScale, LogarithmicScale, PointElement, ScatterController } from 'chart.js';
import { alongLog, pointsOf, rangeSteps, type Point, type RangeStep } from './pointsOfPeers.ts';
import { offerPlot } from './plotUnderTest.ts';

Chart.register(LinearScale, LogarithmicScale, PointElement, ScatterController);
const frame = document.createElement('div');
frame.style.cssText = 'width: 480px; height: 560px; position: relative';
const canvas = document.createElement('canvas');
frame.append(canvas);
document.body.append(frame);

let points: readonly Point[] = [];
let chart: Chart | undefined;
let changes = 0;

function change(x: RangeStep, y: RangeStep): void {
	const scales = chart?.options.scales;
	const [across, up] = [chart?.scales['x'], chart?.scales['y']];
	if (!chart || !scales?.['x'] || !scales['y'] || !across || !up) return;
	[scales['x'].min, scales['x'].max] = alongLog(x, [across.min, across.max]);
	[scales['y'].min, scales['y'].max] = y([up.min, up.max]);
	chart.update('none');
	changes += 1;
}

offerPlot({
	prepare: count => {
		points = pointsOf(count);
	},
	mount: () => {
		chart = new Chart(canvas, {
			type: 'scatter',
			data: { datasets: [{ data: [...points], pointRadius: 3, normalized: true, parsing: false }] },
			options: {
				animation: false,
				maintainAspectRatio: false,
				scales: { x: { type: 'logarithmic' }, y: { type: 'linear' } },
			},
		});
		changes += 1;
	},
	...rangeSteps(change),
	hover: {
		goTo: ({ left, top }) => {
			const box = canvas.getBoundingClientRect();
			const at = { clientX: box.left + left, clientY: box.top + top, bubbles: true };
			canvas.dispatchEvent(new MouseEvent('mousemove', at));
		},
		current: () => (chart?.getActiveElements() ?? []).map(({ index }) => index).join(),
	},
	canvas: () => canvas,
	placeOf: ({ x, y }) => ({
		left: chart?.scales['x']?.getPixelForValue(x) ?? NaN,
		top: chart?.scales['y']?.getPixelForValue(y) ?? NaN,
	}),
	state: () => String(changes),
});
