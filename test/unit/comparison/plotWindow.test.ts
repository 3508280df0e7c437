import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { PlotArea } from '../../../src/comparison/plot.ts';
import { isSameWindow, panWindow, valuesAt, zoomWindow, type PlotWindow } from '../../../src/comparison/plotWindow.ts';
import { plotSummary } from '../../../src/comparison/plotText.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog } from '../../support/builders.ts';
import { plotOfAll } from '../../support/plots.ts';

const area: PlotArea = { left: 50, top: 10, width: 400, height: 200 };
const whole: PlotWindow = { x: [1e6, 1e10], y: [40, 90], logX: true, logY: false };
const inArea = fc.record({ x: fc.integer({ min: 50, max: 450 }), y: fc.integer({ min: 10, max: 210 }) });
const factors = fc.double({ min: 0.2, max: 5, noNaN: true });

function valuesOf(window: PlotWindow, x: number, y: number): readonly [number, number] {
	const values = valuesAt(window, area, { x, y });
	return [values.x, values.y];
}

function assertNear(a: readonly number[], b: readonly number[]): void {
	a.forEach((value, place) => {
		assert.ok(Math.abs(value - (b[place] ?? NaN)) <= 1e-6 * Math.abs(value) + 1e-9, `${String(a)} ${String(b)}`);
	});
}

describe('a window of the plot', () => {
	it('keeps what lies under the pointer where it is while it zooms in', () => {
		fc.assert(
			fc.property(inArea, fc.double({ min: 1, max: 5, noNaN: true }), ({ x, y }, factor) => {
				assertNear(valuesOf(zoomWindow(whole, area, { x, y }, factor, whole), x, y), valuesOf(whole, x, y));
			}),
		);
	});

	it('never shows more than there is, and never nothing', () => {
		const steps = fc.array(fc.record({ at: inArea, factor: factors, by: inArea }), { maxLength: 30 });
		fc.assert(
			fc.property(steps, fc.boolean(), (taken, logX) => {
				const all = { ...whole, logX, logY: logX };
				let window: PlotWindow = all;
				for (const { at, factor, by } of taken) {
					window = zoomWindow(window, area, at, factor, all);
					window = panWindow(window, area, { x: by.x - 250, y: by.y - 110 }, all);
					const slack = 1 + 1e-9;
					assert.ok(window.x[0] * slack >= all.x[0] && window.x[1] <= all.x[1] * slack);
					assert.ok(window.y[0] * slack >= all.y[0] && window.y[1] <= all.y[1] * slack);
					assert.ok(window.x[0] < window.x[1] && window.y[0] < window.y[1]);
				}
			}),
		);
	});

	it('is all again after zooming out as far as in', () => {
		const near = zoomWindow(whole, area, { x: 100, y: 100 }, 2, whole);
		assert.equal(isSameWindow(near, whole), false);
		assert.ok(isSameWindow(zoomWindow(near, area, { x: 400, y: 30 }, 0.1, whole), whole));
	});

	it('moves with the pointer', () => {
		const near = zoomWindow(whole, area, { x: 250, y: 110 }, 4, whole);
		assertNear(valuesOf(panWindow(near, area, { x: 20, y: -10 }, whole), 270, 100), valuesOf(near, 250, 110));
	});
});

describe('a plot of which a part is shown', () => {
	const snapshot = comparisonSnapshot(
		aCatalog({
			candidates: [
				{ id: 'a/1@224', top1: 70, macs: 100e6 },
				{ id: 'b/1@224', top1: 75, macs: 300e6 },
				{ id: 'c/1@224', top1: 80, macs: 4e9 },
				{ id: 'd/1@224', top1: 60 },
			],
		}),
		{ budget: '1G' },
	);
	const part: PlotWindow = { x: [200e6, 500e6], y: [70, 78], logX: true, logY: false };

	it('has the points and limits inside of it, and counts the others', () => {
		const plot = plotOfAll(snapshot, { area, zoom: part });
		assert.deepEqual([...plot.rows], [1]);
		assert.deepEqual([plot.missing, plot.outside, plot.limits.length], [1, 2, 0]);
		assert.ok(plot.xTicks.every(({ at }) => at >= area.left && at <= area.left + area.width));
		assert.match(plotSummary(snapshot, plot), /2 candidates outside of the part that is shown\.$/);
	});

	it('is whole where the part is of another scale', () => {
		const plot = plotOfAll(snapshot, { area, zoom: { ...part, logX: false } });
		assert.deepEqual(plot.window, plot.whole);
		assert.equal(plot.outside, 0);
	});
});
