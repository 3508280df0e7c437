import assert from 'node:assert/strict';
import {
	activeColumnIn,
	keptWidth,
	movedColumn,
	movedColumnTo,
	placedColumns,
	type ColumnSetup,
} from '../../../src/comparison/columnLayout.ts';
import { shownColumns } from '../../../src/comparison/shownColumns.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog } from '../../support/builders.ts';

const columns = shownColumns(
	comparisonSnapshot(aCatalog({ candidates: [{ id: 'a/1@224', top1: 70, macs: 5, params: 6 }] })),
).slice(0, 5);
const plain: ColumnSetup = { hiddenColumns: [], columnOrder: [], columnWidths: {}, pinnedColumns: [] };

function placed(setup: Partial<ColumnSetup>, withDeltas = false) {
	return placedColumns(columns, { ...plain, ...setup }, withDeltas);
}

function order(setup: Partial<ColumnSetup>): string {
	return placed(setup)
		.map(({ id }) => id)
		.join(' ');
}

describe('the columns of a table', () => {
	it('stand in their own order, the name first', () => {
		assert.equal(order({}), 'name top1 macs params input');
	});

	it('stand as a person put them; what they did not move follows its neighbor', () => {
		assert.equal(order({ columnOrder: ['params', 'name', 'top1'] }), 'name params input top1 macs');
	});

	it('stay beside the name where they are pinned', () => {
		assert.equal(order({ pinnedColumns: ['params'] }), 'name params top1 macs input');
		assert.deepEqual(
			placed({ pinnedColumns: ['params'] }).map(({ isPinned }) => isPinned),
			[true, true, false, false, false],
		);
	});

	it('are not shown where they are hidden, but the name always is', () => {
		assert.equal(order({ hiddenColumns: ['name', 'macs'] }), 'name top1 params input');
	});

	it('keep the width that a person gave them, with room for deltas beside it', () => {
		const widths = placed({ columnWidths: { macs: 150, name: 200 } }, true).map(({ width }) => width);
		assert.deepEqual(widths.slice(0, 3), [200, 172, 218]);
		assert.equal(keptWidth('macs', 218, true), 150);
		assert.deepEqual([keptWidth('macs', 3, false), keptWidth('macs', 3000, false)], [48, 640]);
	});
});

describe('the column that the keyboard is in', () => {
	it('is the first one where the one that it was in is not shown', () => {
		assert.equal(activeColumnIn(placed({}), 'params'), 'params');
		assert.equal(activeColumnIn(placed({ hiddenColumns: ['params'] }), 'params'), 'name');
		assert.equal(activeColumnIn([], 'params'), 'name');
	});
});

describe('a column that is moved', () => {
	it('goes past its neighbors, but neither past the last nor before the name', () => {
		const moved = (id: 'top1' | 'params' | 'input' | 'name', steps: number): string | undefined =>
			movedColumn(placed({}), id, steps)?.join(' ');
		assert.equal(moved('top1', 1), 'name macs top1 params input');
		assert.equal(moved('params', -2), 'name params top1 macs input');
		assert.equal(moved('params', 9), 'name top1 macs input params');
		assert.equal(moved('top1', -1), undefined);
		assert.equal(moved('input', 1), undefined);
		assert.equal(moved('name', 1), undefined);
	});

	it('stays among the pinned ones where it is one of them', () => {
		const shown = placed({ pinnedColumns: ['params', 'macs'] });
		assert.equal(movedColumnTo(shown, 'macs', 4)?.join(' '), 'name params macs top1 input');
		assert.equal(movedColumnTo(shown, 'input', 0)?.join(' '), 'name macs params input top1');
	});
});
