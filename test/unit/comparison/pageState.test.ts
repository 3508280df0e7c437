import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { columnIds } from '../../../src/comparison/columns.ts';
import { pageMessageSchema } from '../../../src/comparison/pageMessage.schema.ts';
import {
	initialPageState,
	mostSortKeys,
	parsePageState,
	readPageState,
	sortedBy,
	type PageState,
	type SortKey,
} from '../../../src/comparison/pageState.ts';

const plain = { bestFirst: true, isFurther: false };
const further = { bestFirst: false, isFurther: true };

const state: PageState = {
	version: 1,
	sort: [
		{ column: 'macs', descending: false },
		{ column: 'top1', descending: true },
	],
	filterText: 'mbv3',
	verdictFilter: ['meets', 'unknown'],
	frontierOnly: true,
	xAxis: 'latencyMs',
	yAxis: 'top5',
	grouping: 'framework',
	topRow: 12,
	activeId: 'a/1@224',
	activeColumn: 'params',
	hiddenColumns: ['bytes'],
	columnOrder: ['name', 'params', 'top1'],
	columnWidths: { params: 120 },
	pinnedColumns: ['top1'],
	fold: 'family',
	unfolded: ['ResNet'],
	flops: true,
	sideBySide: true,
	baselineId: 'b/1@224',
	zoom: {
		x: 'latencyMs',
		y: 'top5',
		task: 'classification',
		window: { x: [1, 50], y: [80, 90], logX: true, logY: false },
	},
};

describe('what a table is sorted by', () => {
	it('is the column that is chosen, best first, and turned round where it is chosen again', () => {
		const first = sortedBy([{ column: 'name', descending: false }], 'top1', plain);
		assert.deepEqual(first, [{ column: 'top1', descending: true }]);
		assert.deepEqual(sortedBy(first, 'top1', plain), [{ column: 'top1', descending: false }]);
	});

	it('gets further columns behind the first, which turn round where they stand', () => {
		const two = sortedBy([{ column: 'top1', descending: true }], 'macs', further);
		assert.deepEqual(two, [
			{ column: 'top1', descending: true },
			{ column: 'macs', descending: false },
		]);
		const turned = sortedBy(two, 'top1', further);
		assert.deepEqual(turned, [
			{ column: 'top1', descending: false },
			{ column: 'macs', descending: false },
		]);
	});

	it('is one column again where one is chosen alone', () => {
		const two: readonly SortKey[] = [
			{ column: 'top1', descending: true },
			{ column: 'macs', descending: false },
		];
		assert.deepEqual(sortedBy(two, 'macs', { ...plain, bestFirst: false }), [
			{ column: 'macs', descending: false },
		]);
	});

	it('names no column twice, and never more than three', () => {
		const choices = fc.array(fc.record({ column: fc.constantFrom(...columnIds), isFurther: fc.boolean() }));
		fc.assert(
			fc.property(choices, chosen => {
				let keys: readonly SortKey[] = [{ column: 'top1', descending: true }];
				for (const { column, isFurther } of chosen) {
					keys = sortedBy(keys, column, { bestFirst: true, isFurther });
					assert.ok(keys.some(key => key.column === column));
				}
				assert.equal(new Set(keys.map(({ column }) => column)).size, keys.length);
				assert.ok(keys.length >= 1 && keys.length <= mostSortKeys);
			}),
		);
	});
});

describe('the stored state of the page', () => {
	it('is read back as it was stored', () => {
		assert.deepEqual(readPageState(JSON.stringify(state)), state);
		assert.deepEqual(readPageState('{'), initialPageState);
	});

	it('loses only the field that is damaged', () => {
		const damage = {
			sort: 'up',
			filterText: 5,
			verdictFilter: 'meets',
			xAxis: 'watts',
			grouping: 'color',
			topRow: -1,
			activeColumn: 'x',
			hiddenColumns: 'all',
		};
		for (const [field, value] of Object.entries(damage)) {
			const expected = { ...state, [field]: initialPageState[field as keyof typeof damage] };
			assert.deepEqual(parsePageState({ ...state, [field]: value }), expected);
		}
	});
});

describe('a stored state that nobody wrote', () => {
	it('is the initial one where another version or anything else was stored', () => {
		assert.deepEqual(parsePageState({ ...state, version: 2 }), initialPageState);
		fc.assert(
			fc.property(fc.anything(), stored => {
				assert.deepEqual(parsePageState(stored), initialPageState);
			}),
		);
	});

	it('is always one that the host accepts', () => {
		const anyState = fc.record({
			version: fc.constant(1),
			sort: fc.anything(),
			filterText: fc.anything(),
			verdictFilter: fc.array(fc.constantFrom('meets', 'meets', 5)),
			topRow: fc.oneof(fc.double(), fc.anything()),
			activeId: fc.anything(),
			hiddenColumns: fc.anything(),
			baselineId: fc.anything(),
		});
		fc.assert(
			fc.property(anyState, stored => {
				const message = { type: 'stateChanged', state: JSON.stringify(parsePageState(stored)) };
				assert.equal(pageMessageSchema.safeParse(message).success, true);
			}),
		);
	});
});
