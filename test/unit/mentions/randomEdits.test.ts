import fc from 'fast-check';
import { assertSameAsFresh, randomEdits } from '../../support/randomEdits.ts';

it('has the mentions and findings of a fresh document after each of 20,000 random edits, and never throws', function () {
	this.timeout(240_000);
	fc.assert(fc.property(randomEdits, assertSameAsFresh), { numRuns: 7000, seed: 6 });
});
