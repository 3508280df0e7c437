import assert from 'node:assert/strict';
import { RowIds } from '../../../src/comparison/rowIds.ts';
import { TextLines } from '../../../src/comparison/textLines.ts';

describe('the row of an id', () => {
	it('is found by the first and by the hundredth question alike', () => {
		const ids = Array.from({ length: 200 }, (_, row) => `n/${String(row)}@224`);
		const rowIds = new RowIds(TextLines.of(ids));
		assert.deepEqual(
			ids.map(id => rowIds.rowOf(id)),
			Array.from(ids.keys()),
		);
	});

	it('is none for an id that no row has, before and after many questions', () => {
		const rowIds = new RowIds(TextLines.of(['a', 'b']));
		assert.deepEqual(
			[rowIds.rowOf(undefined), rowIds.rowOf(''), rowIds.rowOf('c')],
			[undefined, undefined, undefined],
		);
		for (let question = 0; question < 100; question++)
			assert.equal(rowIds.rowOf(`no ${String(question)}`), undefined);
		assert.equal(rowIds.rowOf('b'), 1);
	});
});
