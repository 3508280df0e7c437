import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ColumnId } from '../../../src/comparison/columns.ts';
import type { ComparisonSnapshot } from '../../../src/comparison/comparisonSnapshot.ts';
import { comparisonSnapshot, type SnapshotOptions } from '../../../src/comparison/snapshot.ts';
import { RowOrder } from '../../../src/comparison/rowOrder.ts';
import { bestValues, sortRows, tableRows, type TableQuery } from '../../../src/comparison/tableModel.ts';
import { aCatalog, aModel, type CandidateSpec } from '../../support/builders.ts';

function snapshotOf(candidates: readonly CandidateSpec[], options: SnapshotOptions = {}): ComparisonSnapshot {
	return comparisonSnapshot(aCatalog({ candidates }), options);
}

function sorted(snapshot: ComparisonSnapshot, column: ColumnId, descending: boolean): string[] {
	return idsOf(snapshot, sortRows(snapshot, [{ column, descending }]));
}

function idsOf(snapshot: ComparisonSnapshot, rows: Iterable<number>): string[] {
	return Array.from(rows, row => snapshot.ids.at(row) ?? '');
}

const everything: TableQuery = {
	sort: [{ column: 'top1', descending: true }],
	filterText: '',
	verdictFilter: [],
	pinned: new Set(),
};

function shown(snapshot: ComparisonSnapshot, query: Partial<TableQuery>): string[] {
	return idsOf(snapshot, tableRows(snapshot, { ...everything, ...query }).rows);
}

describe('the order of rows', () => {
	it('sorts negative numbers, both zeros and numbers that differ in their last bit as numbers', () => {
		const values = [3, -1, 0, -0, -2.5, NaN, 1 / 3, 1 / 3 + 2 ** -54, -Infinity, Infinity];
		const base = snapshotOf(values.map((_, index) => ({ id: `n/${String(index)}@224` })));
		const macs = { ...base.numbers.macs, values: Float64Array.from(values) };
		const snapshot = { ...base, numbers: { ...base.numbers, macs } };
		const order = (descending: boolean): number[] => [...sortRows(snapshot, [{ column: 'macs', descending }])];
		assert.deepEqual(order(false), [8, 4, 1, 2, 3, 6, 7, 0, 9, 5]);
		assert.deepEqual(order(true), [9, 0, 7, 6, 2, 3, 1, 4, 8, 5]);
	});

	it('is the same where an earlier order was kept, also after the data have changed', () => {
		const order = new RowOrder();
		const rowsOf = (macs: readonly number[], descending: boolean): string[] => {
			const snapshot = snapshotOf(macs.map((each, index) => ({ id: `n/${String(index)}@224`, macs: each })));
			const query = { ...everything, sort: [{ column: 'macs' as const, descending }] };
			assert.deepEqual(tableRows(snapshot, query, order), tableRows(snapshot, query));
			return idsOf(snapshot, tableRows(snapshot, query, order).rows);
		};
		assert.deepEqual(rowsOf([2, 1], false), ['n/1@224', 'n/0@224']);
		assert.deepEqual(rowsOf([2, 1], true), ['n/0@224', 'n/1@224']);
		assert.deepEqual(rowsOf([1, 2], false), ['n/0@224', 'n/1@224']);
	});
});

describe('sorting', () => {
	const some = [
		{ id: 'a/1@224', macs: 300 },
		{ id: 'b/1@224' },
		{ id: 'c/1@224', macs: 100 },
		{ id: 'd/1@224', macs: 200 },
	];

	it('puts unknown values last, ascending and descending', () => {
		assert.deepEqual(sorted(snapshotOf(some), 'macs', false), ['c/1@224', 'd/1@224', 'a/1@224', 'b/1@224']);
		assert.deepEqual(sorted(snapshotOf(some), 'macs', true), ['a/1@224', 'd/1@224', 'c/1@224', 'b/1@224']);
	});

	it('keeps the order of rows that are equal', () => {
		fc.assert(
			fc.property(
				fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), { maxLength: 40 }),
				fc.boolean(),
				(costs, descending) => {
					const snapshot = snapshotOf(
						costs.map((macs, index) => ({
							id: `n/${String(index)}@224`,
							...(macs === undefined ? {} : { macs }),
						})),
					);
					const rows = Array.from(sortRows(snapshot, [{ column: 'macs', descending }]));
					const keyed = rows.map(row => ({ row, key: costs[row] ?? (descending ? -1 : 9) }));
					const expected = keyed.toSorted(
						(a, b) => (descending ? b.key - a.key : a.key - b.key) || a.row - b.row,
					);
					assert.deepEqual(
						rows,
						expected.map(({ row }) => row),
					);
				},
			),
		);
	});

	it('reads digits inside names as numbers', () => {
		const models = ['ResNet-101', 'ResNet-50', 'DenseNet-121'].map(name =>
			aModel({ id: `x/${name.toLowerCase()}`, name }),
		);
		const candidates = models.map(({ id }) => ({ id: `${id}@224` }));
		const snapshot = comparisonSnapshot(aCatalog({ models, candidates }));
		assert.deepEqual(sorted(snapshot, 'name', false), [
			'x/densenet-121@224',
			'x/resnet-50@224',
			'x/resnet-101@224',
		]);
	});

	it('orders inputs by their area', () => {
		const snapshot = snapshotOf([{ id: 'a/1@331x100' }, { id: 'b/1@224' }, { id: 'c/1@192' }]);
		assert.deepEqual(sorted(snapshot, 'input', false), ['a/1@331x100', 'c/1@192', 'b/1@224']);
	});
});

describe('filtering', () => {
	const models = [
		aModel({ id: 'mobilenet-v3/large', name: 'MobileNetV3-Large', aliases: ['mbv3-large'] }),
		aModel({ id: 'resnet/50', name: 'ResNet-50' }),
	];
	const catalog = aCatalog({
		models,
		candidates: [
			{ id: 'mobilenet-v3/large@224', top1: 75 },
			{ id: 'resnet/50@224', top1: 76 },
		],
	});

	it('wants every word, in any order and case, in the names or aliases of a row', () => {
		const snapshot = comparisonSnapshot(catalog);
		assert.deepEqual(shown(snapshot, { filterText: 'LARGE mbv3' }), ['mobilenet-v3/large@224']);
		assert.deepEqual(shown(snapshot, { filterText: 'large resnet' }), []);
	});

	it('takes characters of patterns as they are', () => {
		assert.deepEqual(shown(comparisonSnapshot(catalog), { filterText: 'res.*' }), []);
	});

	it('keeps the chosen verdicts only', () => {
		const candidates = [
			{ id: 'a/1@224', top1: 70, macs: 1e6 },
			{ id: 'b/1@224', top1: 70, macs: 9e6 },
			{ id: 'c/1@224', top1: 70 },
		];
		const snapshot = snapshotOf(candidates, { budget: '5M' });
		assert.deepEqual(shown(snapshot, { verdictFilter: ['meets'] }), ['a/1@224']);
		assert.deepEqual(shown(snapshot, { verdictFilter: ['exceeds', 'unknown'] }), ['b/1@224', 'c/1@224']);
	});

	it('keeps the frontier of the plot only', () => {
		const candidates = [
			{ id: 'a/1@224', top1: 70, macs: 1 },
			{ id: 'b/1@224', top1: 69, macs: 2 },
			{ id: 'c/1@224', top1: 71, macs: 2 },
		];
		const snapshot = snapshotOf(candidates);
		assert.deepEqual(shown(snapshot, { frontier: snapshot.frontiers.macs }), ['c/1@224', 'a/1@224']);
	});
});

describe('sorting by several columns', () => {
	it('orders rows that are equal in a column by the next, unknown values last in each', () => {
		const snapshot = snapshotOf([
			{ id: 'a/1@224', top1: 70, macs: 300 },
			{ id: 'b/1@224', top1: 70 },
			{ id: 'c/1@224', top1: 80, macs: 900 },
			{ id: 'd/1@224', top1: 70, macs: 200 },
		]);
		const keys = [
			{ column: 'top1', descending: true },
			{ column: 'macs', descending: false },
		] as const;
		assert.deepEqual(idsOf(snapshot, sortRows(snapshot, keys)), ['c/1@224', 'd/1@224', 'a/1@224', 'b/1@224']);
	});
});

describe('pinned rows', () => {
	const candidates = [60, 70, 80].map(top1 => ({ id: `n/${String(top1)}@224`, top1 }));

	it('stand first in the order of the sort', () => {
		const table = tableRows(snapshotOf(candidates), { ...everything, pinned: new Set([0, 1]) });
		assert.deepEqual([...table.rows], [1, 0, 2]);
		assert.equal(table.pinned, 2);
	});

	it('stay whatever is filtered, and count as matching only when they match', () => {
		const table = tableRows(snapshotOf(candidates), { ...everything, filterText: 'n/80', pinned: new Set([0]) });
		assert.deepEqual([...table.rows], [0, 2]);
		assert.equal(table.matching, 1);
	});
});

describe('best values', () => {
	it('are the highest accuracy and the lowest cost of the rows, unknown ones apart', () => {
		const snapshot = snapshotOf([
			{ id: 'a/1@224', top1: 70, macs: 9 },
			{ id: 'b/1@224', top1: 75 },
			{ id: 'c/1@224', macs: 5 },
		]);
		const best = bestValues(snapshot, [0, 1, 2]);
		assert.deepEqual([best.top1, best.macs, best.params], [75, 5, NaN]);
	});

	it('leave out an accuracy that is not ranked', () => {
		const snapshot = snapshotOf([
			{ id: 'a/1@224', top1: 70 },
			{ id: 'b/1@224', top1: 99, doubt: 'unsourced' },
		]);
		assert.equal(bestValues(snapshot, [0, 1]).top1, 70);
	});
});
