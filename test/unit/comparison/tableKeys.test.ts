import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { moveFor, type KeyStroke } from '../../../src/comparison/tableKeys.ts';

const shape = { rowCount: 30, columnCount: 5, rowsPerPage: 10 };
const plain: Omit<KeyStroke, 'key'> = { ctrlKey: false, metaKey: false, altKey: false };

it('never leaves the table, whose header is row -1', () => {
	const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
	fc.assert(
		fc.property(
			fc.constantFrom(...keys),
			fc.boolean(),
			fc.integer({ min: -1, max: 29 }),
			fc.integer({ min: 0, max: 4 }),
			(key, ctrlKey, position, column) => {
				const to = moveFor({ ...plain, key, ctrlKey }, { position, column }, shape);
				assert.ok(to && to.position >= -1 && to.position < 30 && to.column >= 0 && to.column < 5);
			},
		),
	);
});

it('goes to the ends of a row with Home and End, to the ends of the table with Ctrl', () => {
	const from = { position: 7, column: 2 };
	assert.deepEqual(moveFor({ ...plain, key: 'Home' }, from, shape), { position: 7, column: 0 });
	assert.deepEqual(moveFor({ ...plain, key: 'End' }, from, shape), { position: 7, column: 4 });
	assert.deepEqual(moveFor({ ...plain, key: 'Home', ctrlKey: true }, from, shape), { position: 0, column: 0 });
	assert.deepEqual(moveFor({ ...plain, key: 'End', metaKey: true }, from, shape), { position: 29, column: 4 });
});

it('stays in the header of a table without rows', () => {
	const empty = { ...shape, rowCount: 0 };
	assert.deepEqual(moveFor({ ...plain, key: 'ArrowDown' }, { position: -1, column: 0 }, empty), {
		position: -1,
		column: 0,
	});
});

it('leaves other keys and those with Alt to the editor', () => {
	assert.equal(moveFor({ ...plain, key: 'a' }, { position: 0, column: 0 }, shape), undefined);
	assert.equal(moveFor({ ...plain, key: 'ArrowDown', altKey: true }, { position: 0, column: 0 }, shape), undefined);
});
