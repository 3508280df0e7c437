import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { rowsPerPage, rowWindow, scrollTopFor, type RowView } from '../../../src/comparison/windowRows.ts';

const anyView: fc.Arbitrary<RowView> = fc.record({
	scrollTop: fc.integer({ min: 0, max: 3_000_000 }),
	height: fc.integer({ min: 1, max: 3000 }),
	rowHeight: fc.integer({ min: 10, max: 60 }),
	rowCount: fc.integer({ min: 0, max: 100_000 }),
});

function maxScroll({ rowCount, rowHeight, height }: RowView): number {
	return Math.max(0, rowCount * rowHeight - height);
}

it('draws every row that can be seen, and none that is not there', () => {
	fc.assert(
		fc.property(anyView, fc.integer({ min: 0, max: 20 }), (view, overscan) => {
			const { first, end } = rowWindow(view, overscan);
			const top = Math.min(view.scrollTop, maxScroll(view));
			for (let row = Math.floor(top / view.rowHeight); row * view.rowHeight < top + view.height; row++) {
				if (row < view.rowCount) assert.ok(row >= first && row < end, `row ${String(row)} is missing`);
			}
			assert.ok(first >= 0 && end <= view.rowCount);
		}),
	);
});

it('draws no more rows than fit, one cut at either end, and the overscan', () => {
	fc.assert(
		fc.property(anyView, fc.integer({ min: 0, max: 20 }), (view, overscan) => {
			const { first, end } = rowWindow(view, overscan);
			assert.ok(end - first <= Math.ceil(view.height / view.rowHeight) + 1 + 2 * overscan);
		}),
	);
});

it('scrolls just as far as a row needs to be wholly in view', () => {
	fc.assert(
		fc.property(anyView, fc.nat(), (drawn, seed) => {
			fc.pre(drawn.rowCount > 0 && drawn.height >= drawn.rowHeight);
			const view = { ...drawn, scrollTop: Math.min(drawn.scrollTop, maxScroll(drawn)) };
			const row = seed % view.rowCount;
			const top = scrollTopFor(view, row);
			assert.ok(top <= row * view.rowHeight && top + view.height >= (row + 1) * view.rowHeight);
			const wasInView =
				view.scrollTop <= row * view.rowHeight && view.scrollTop + view.height >= (row + 1) * view.rowHeight;
			if (wasInView) assert.equal(top, view.scrollTop);
		}),
	);
});

it('moves by at least one row per page', () => {
	assert.equal(rowsPerPage({ scrollTop: 0, height: 5, rowHeight: 26, rowCount: 3 }), 1);
	assert.equal(rowsPerPage({ scrollTop: 0, height: 260, rowHeight: 26, rowCount: 300 }), 9);
});
