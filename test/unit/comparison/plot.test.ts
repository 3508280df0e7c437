import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ComparisonSnapshot } from '../../../src/comparison/comparisonSnapshot.ts';
import {
	layOutPlot,
	limitLabels,
	nearestPoint,
	placeOfRow,
	placesOfRows,
	walkingOrder,
	type Plot,
} from '../../../src/comparison/plot.ts';
import { placeLabels } from '../../../src/comparison/plotLabels.ts';
import { plotPoints } from '../../../src/comparison/plotPoints.ts';
import { plotSummary, pointLabel } from '../../../src/comparison/plotText.ts';
import { comparisonSnapshot, type SnapshotOptions } from '../../../src/comparison/snapshot.ts';
import { aCatalog, type CandidateSpec } from '../../support/builders.ts';
import { plotArea, plotOfAll } from '../../support/plots.ts';

const area = plotArea;

function plotOf(
	candidates: readonly CandidateSpec[],
	options: SnapshotOptions = {},
): { snapshot: ComparisonSnapshot; plot: Plot } {
	const snapshot = comparisonSnapshot(aCatalog({ candidates }), options);
	return { snapshot, plot: plotOfAll(snapshot) };
}

const three: readonly CandidateSpec[] = [
	{ id: 'a/1@224', top1: 70, macs: 50e6 },
	{ id: 'b/1@224', top1: 65, macs: 500e6 },
	{ id: 'c/1@224', top1: 80, macs: 5000e6 },
];

describe('the layout of the plot', () => {
	it('places cheap left of dear and accurate above inaccurate, all inside the area', () => {
		const { plot } = plotOf(three);
		const [a = NaN, b = NaN, c = NaN] = plot.xs;
		assert.ok(area.left < a && a < b && b < c && c < area.left + area.width);
		const [lowA = NaN, lowB = NaN, lowC = NaN] = plot.ys;
		assert.ok(area.top < lowC && lowC < lowA && lowA < lowB && lowB < area.top + area.height);
	});

	it('is logarithmic from a ratio of costs of 20 on', () => {
		const twoOf = (dear: number): Plot =>
			plotOf([
				{ id: 'a/1@224', top1: 70, macs: 10 },
				{ id: 'b/1@224', top1: 70, macs: dear },
			]).plot;
		assert.equal(twoOf(199).whole.logX, false);
		assert.equal(twoOf(200).whole.logX, true);
	});

	it('draws no point whose cost or accuracy is unknown, and counts it', () => {
		const { plot } = plotOf([...three, { id: 'd/1@224', top1: 70 }, { id: 'e/1@224', macs: 5 }]);
		assert.deepEqual([...plot.rows], [0, 1, 2]);
		assert.equal(plot.missing, 2);
	});

	it('has a line for each limit of its axis and for a floor, and none for other costs', () => {
		const { plot } = plotOf(three, { budget: '500M, 5M params, top1 ≥ 65' });
		const [b = NaN] = [plot.xs[1]];
		assert.deepEqual(
			plot.limits.map(({ direction, at }) => [direction, Math.round(at)]),
			[
				['vertical', Math.round(b)],
				['horizontal', Math.round(plot.ys[1] ?? NaN)],
			],
		);
	});

	it('climbs the frontier in steps that end at the right edge', () => {
		const { plot } = plotOf(three);
		const corners = plot.frontier.map(({ x, y }) => [Math.round(x), Math.round(y)]);
		const [a, c] = [0, 2].map(index => [Math.round(plot.xs[index] ?? NaN), Math.round(plot.ys[index] ?? NaN)]);
		assert.deepEqual(corners, [a, [c?.[0], a?.[1]], c, [area.left + area.width, c?.[1]]]);
	});

	it('stands for no candidate at all', () => {
		const { plot, snapshot } = plotOf([]);
		assert.equal(plot.rows.length, 0);
		assert.ok([...plot.xTicks, ...plot.yTicks].every(({ at }) => Number.isFinite(at)));
		assert.equal(plotSummary(snapshot, plot), '0 candidates: top-1 accuracy against MACs.');
	});
});

describe('finding points', () => {
	it('takes the nearest within reach, at the reach exactly, and none beyond', () => {
		const { plot } = plotOf(three);
		const at = (dx: number) => nearestPoint(plot, { x: (plot.xs[1] ?? NaN) + dx, y: plot.ys[1] ?? NaN }, 10);
		assert.deepEqual([at(0), at(9.99), at(10.01)], [1, 1, undefined]);
	});

	it('looks up where a row is drawn, and finds none that has no place, is filtered out or lies outside', () => {
		const snapshot = comparisonSnapshot(aCatalog({ candidates: [...three, { id: 'd/1@224', top1: 70 }] }));
		const points = plotPoints(snapshot, Uint32Array.of(3, 2, 0), { x: 'macs', y: 'top1' });
		const whole = layOutPlot(snapshot, points, new Uint32Array(), area);
		assert.deepEqual([...whole.rows], [2, 0]);
		const places = placesOfRows(whole, [0, 1, 2, 3, 0, 99]);
		assert.deepEqual(
			places.map(({ row, x, y }) => [row, Math.fround(x), Math.fround(y)]),
			[
				[0, whole.xs[1], whole.ys[1]],
				[2, whole.xs[0], whole.ys[0]],
			],
		);
		const near = layOutPlot(snapshot, points, new Uint32Array(), area, { ...whole.window, y: [75, 85] });
		assert.deepEqual([...near.rows], [2]);
		assert.deepEqual([placeOfRow(near, 0), placeOfRow(near, 2)?.x], [undefined, places[1]?.x]);
	});

	it('walks the frontier from cheap to dear, then the others', () => {
		const { plot } = plotOf(three);
		assert.deepEqual([...walkingOrder(plot)], [0, 2, 1]);
	});
});

describe('the plot in words', () => {
	it('says name, accuracy, cost, frontier, verdict and pin of a point', () => {
		const { snapshot, plot } = plotOf(three, { budget: '100M', selection: ['a/1@224'] });
		assert.equal(
			pointLabel(snapshot, plot, 0),
			'a/1 at 224 px, 70 %, 50 M MACs, on frontier, meets budget, pinned',
		);
		assert.equal(pointLabel(snapshot, plot, 1), 'b/1 at 224 px, 65 %, 500 M MACs, exceeds budget');
	});

	it('sums up count, axis, frontier, budget and what is missing', () => {
		const { snapshot, plot } = plotOf([...three, { id: 'd/1@224', top1: 70 }], { budget: '100M' });
		assert.equal(
			plotSummary(snapshot, plot),
			'3 candidates: top-1 accuracy against MACs, logarithmic. 2 on the frontier, from a/1 at 224 px with 70 % at ' +
				'50 M MACs, to c/1 at 224 px with 80 % at 5 G MACs. Budget lines: ≤ 100 M MACs. ' +
				'1 candidate not drawn: top-1 accuracy or MACs unknown.',
		);
	});
});

describe('labels of the plot', () => {
	it('never touch one another or a point, and stay inside', () => {
		const anyPoints = fc.array(
			fc.record({ top1: fc.integer({ min: 1, max: 99 }), macs: fc.integer({ min: 1, max: 1e9 }) }),
			{
				minLength: 1,
				maxLength: 30,
			},
		);
		fc.assert(
			fc.property(anyPoints, points => {
				const { snapshot, plot } = plotOf(
					points.map((point, index) => ({ id: `n/${String(index)}@224`, ...point })),
				);
				const labels = placeLabels(
					plot,
					area,
					plot.rows,
					row => snapshot.ids.at(row) ?? '',
					text => text.length * 6,
				);
				const boxes = labels.map(({ text, x, y }) => ({
					left: x,
					right: x + text.length * 6,
					top: y - 7,
					bottom: y + 7,
				}));
				boxes.forEach((box, index) => {
					assert.ok(box.left >= area.left && box.right <= area.left + area.width);
					plot.xs.forEach((x, point) => {
						const y = plot.ys[point] ?? NaN;
						assert.equal(box.left <= x && x <= box.right && box.top <= y && y <= box.bottom, false);
					});
					for (const other of boxes.slice(0, index)) {
						const overlap =
							box.left <= other.right &&
							other.left <= box.right &&
							box.top <= other.bottom &&
							other.top <= box.bottom;
						assert.equal(overlap, false);
					}
				});
			}),
			{ numRuns: 50 },
		);
	});

	it('put the label of a limit left of its line, or right where there is no room', () => {
		const { plot } = plotOf(three, { budget: '500M' });
		const [line = NaN] = plot.limits.map(({ at }) => at);
		assert.ok((limitLabels(plot, area, () => 60)[0]?.x ?? NaN) + 60 < line);
		assert.ok((limitLabels(plot, area, () => 700)[0]?.x ?? NaN) > line);
	});
});
