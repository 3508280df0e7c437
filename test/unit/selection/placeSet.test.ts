import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PlaceSet } from '../../../src/selection/placeSet.ts';

const size = 200;
const places = fc.array(fc.nat(size - 1), { maxLength: 300 });

function setOf(flipped: readonly number[]): PlaceSet {
	const set = PlaceSet.empty(size);
	for (const place of flipped) set.flip(place);
	return set;
}

function walk(set: PlaceSet): readonly number[] {
	const found: number[] = [];
	for (let place = set.next(0); place >= 0; place = set.next(place + 1)) found.push(place);
	return found;
}

it('is walked from the first place to the last, each that was flipped an odd number of times once', () => {
	fc.assert(
		fc.property(places, flipped => {
			const odd = [...Array(size).keys()].filter(
				place => flipped.filter(each => each === place).length % 2 === 1,
			);
			assert.deepEqual(walk(setOf(flipped)), odd);
		}),
		{ seed: 11 },
	);
});

it('finds the first and the last bit of a word, and nothing behind the last place', () => {
	assert.deepEqual(walk(setOf([0, 31, 32, 63, 199])), [0, 31, 32, 63, 199]);
	assert.deepEqual([PlaceSet.empty(0).next(0), setOf([199]).next(200), setOf([]).next(0)], [-1, -1, -1]);
});

it('leaves the set that it was copied from as it is', () => {
	const set = setOf([1, 2]);
	set.copy().flip(1);
	assert.deepEqual(walk(set), [1, 2]);
});
