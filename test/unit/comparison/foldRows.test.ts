import assert from 'node:assert/strict';
import { foldTable } from '../../../src/comparison/foldRows.ts';
import type { RowFold } from '../../../src/comparison/pageState.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { tableRows } from '../../../src/comparison/tableModel.ts';
import { aCatalog, type CandidateSpec } from '../../support/builders.ts';

const candidates: readonly CandidateSpec[] = [
	{ id: 'a/1@224', top1: 70, macs: 300e6 },
	{ id: 'a/1@288', top1: 75, macs: 500e6 },
	{ id: 'a/2@224', top1: 72, macs: 400e6 },
	{ id: 'b/1@224', top1: 71, macs: 100e6 },
	{ id: 'b/1@256', top1: 90, macs: 200e6, doubt: 'unsourced' },
];

interface Folding {
	readonly by: RowFold;
	readonly budget?: string;
	readonly unfolded?: readonly string[];
	readonly pinned?: readonly number[];
	readonly filterText?: string;
}

function folded({ by, budget, unfolded = [], pinned = [], filterText = '' }: Folding) {
	const snapshot = comparisonSnapshot(aCatalog({ candidates }), { budget });
	const sort = [{ column: 'macs', descending: false }] as const;
	const table = tableRows(snapshot, { sort, filterText, verdictFilter: [], pinned: new Set(pinned) });
	const shown = foldTable(snapshot, table, by, unfolded);
	return { ids: Array.from(shown.rows, row => snapshot.ids.at(row)), ...shown };
}

describe('rows that are folded', () => {
	it('show each model through its best candidate, where that stands', () => {
		assert.deepEqual(folded({ by: 'model' }).ids, ['b/1@224', 'a/2@224', 'a/1@288']);
	});

	it('show each family through its best candidate, with the number of all', () => {
		const { ids, groups } = folded({ by: 'family' });
		assert.deepEqual(ids, ['b/1@224', 'a/1@288']);
		assert.deepEqual(
			[...groups.values()],
			[
				{ id: 'b', size: 2, isUnfolded: false },
				{ id: 'a', size: 3, isUnfolded: false },
			],
		);
	});

	it('take the best that is within the budget before one that is not', () => {
		assert.deepEqual(folded({ by: 'model', budget: '350M' }).ids, ['b/1@224', 'a/1@224', 'a/2@224']);
	});

	it('count and choose among the rows that pass the filters alone', () => {
		const { ids, groups } = folded({ by: 'family', filterText: 'macs<=400M' });
		assert.deepEqual(ids, ['b/1@224', 'a/2@224']);
		assert.equal(groups.get(2)?.size, 2);
	});

	it('show the others below where they are unfolded, in their order', () => {
		const { ids, parents } = folded({ by: 'family', unfolded: ['a'] });
		assert.deepEqual(ids, ['b/1@224', 'a/1@288', 'a/1@224', 'a/2@224']);
		assert.deepEqual(
			[...parents],
			[
				[0, 1],
				[2, 1],
			],
		);
	});

	it('stay below the pinned ones, which are not folded', () => {
		assert.deepEqual(folded({ by: 'model', pinned: [0] }).ids, ['a/1@224', 'b/1@224', 'a/2@224', 'a/1@288']);
	});

	it('are all shown where nothing is folded', () => {
		assert.equal(folded({ by: 'none' }).ids.length, 5);
	});
});
