import assert from 'node:assert/strict';
import { groupTies, tieHalfWidth } from '../../../src/selection/ties.ts';

it('is about 0.37 points at 76 % on 50,000 images', () => {
	assert.equal(tieHalfWidth(76, 50_000).toFixed(2), '0.37');
});

it('ties nothing where the evaluation set is not known', () => {
	assert.deepEqual(
		groupTies([76, 76, 75.9], 0).map(({ members }) => members),
		[[0, 1], [2]],
	);
});

it('is widest at 50 % and nothing at 100 %', () => {
	assert.ok(tieHalfWidth(50, 1000) > tieHalfWidth(90, 1000));
	assert.equal(tieHalfWidth(100, 1000), 0);
});
