import fc from 'fast-check';
import { assertHarmless } from '../../support/assertHarmless.ts';
import { malformedCatalogs } from '../../support/malformedCatalogs.ts';

it('reads 20,000 malformed catalogs without a crash, a hang, a wrong accept or a good row lost', function () {
	this.timeout(120_000);
	fc.assert(fc.property(malformedCatalogs, assertHarmless), { numRuns: 20_000, seed: 3 });
});
