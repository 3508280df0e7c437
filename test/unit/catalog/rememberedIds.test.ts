import assert from 'node:assert/strict';
import { idsIn, knownOf, mostRecents, toggled, withRecent } from '../../../src/catalog/rememberedIds.ts';

it('takes from a store the texts alone, each once, whatever stands there', () => {
	assert.deepEqual(idsIn(['a', 1, null, 'b', 'a', {}]), ['a', 'b']);
	for (const stored of [undefined, null, 'a', 7, { 0: 'a' }]) assert.deepEqual(idsIn(stored), []);
});

it('puts what is used before what was used, once, and forgets the eldest', () => {
	assert.deepEqual(withRecent(['a', 'b', 'c'], 'b'), ['b', 'a', 'c']);
	const many = Array.from({ length: mostRecents }, (_, place) => `m${place}`);
	assert.deepEqual(withRecent(many, 'new'), ['new', ...many.slice(0, -1)]);
});

it('adds those that are missing, and takes all away where none is', () => {
	assert.deepEqual(toggled(['a'], ['a', 'b']), ['a', 'b']);
	assert.deepEqual(toggled(['a', 'b', 'c'], ['c', 'a']), ['b']);
});

it('passes over ids that the catalog does not have', () => {
	assert.deepEqual(
		knownOf(
			['b', 'gone', 'a'],
			new Map([
				['a', 1],
				['b', 2],
			]),
		),
		[2, 1],
	);
});
