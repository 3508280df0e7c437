import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bareName, matchesPattern } from '../../../src/catalog/namePattern.ts';

it('compares names without case, spaces and punctuation, but for stars and question marks', () => {
	assert.equal(bareName('MobileNet V3-Large_1.0*?'), 'mobilenetv3large10*?');
});

/** The same by definition: a star is nothing, or one letter and a star. */
function matchesByDefinition(text: string, pattern: string): boolean {
	const [first] = pattern;
	if (first === undefined) return text === '';
	if (first === '*') {
		return (
			matchesByDefinition(text, pattern.slice(1)) || (text !== '' && matchesByDefinition(text.slice(1), pattern))
		);
	}
	return text !== '' && (first === '?' || first === text[0]) && matchesByDefinition(text.slice(1), pattern.slice(1));
}

it('means by a star any run of letters and by a question mark one', () => {
	const letters = fc.stringMatching(/^[ab]{0,8}$/);
	const pattern = fc.stringMatching(/^[ab*?]{0,8}$/);
	fc.assert(
		fc.property(letters, pattern, (text, wanted) => {
			assert.equal(matchesPattern(text, wanted), matchesByDefinition(text, wanted), `${text} ${wanted}`);
		}),
		{ numRuns: 3000 },
	);
});

it('stays quick for a pattern that makes a regular expression try for hours', () => {
	const started = performance.now();
	assert.equal(matchesPattern('a'.repeat(5000), `${'*a'.repeat(500)}b`), false);
	assert.ok(performance.now() - started < 1000);
});
