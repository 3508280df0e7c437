import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TextLines } from '../../../src/comparison/textLines.ts';

const letter = fc.constantFrom('a', 'B', 'b', '-', ' ', 'İ', 'Σ', 'é', '𝒳');
const text = fc.string({ unit: letter, maxLength: 6 });
const texts = fc.array(text, { maxLength: 30 });

describe('a list of texts in one text', () => {
	it('gives each text at its place, and none beyond the last', () => {
		fc.assert(
			fc.property(texts, all => {
				const lines = TextLines.of(all);
				assert.deepEqual(
					[[...lines], lines.length, lines.at(all.length), lines.at(-1)],
					[all, all.length, undefined, undefined],
				);
				assert.deepEqual(
					all.map((_, index) => lines.at(index)),
					all,
				);
			}),
			{ seed: 21 },
		);
	});

	it('finds the first text that is all of what is wanted', () => {
		fc.assert(
			fc.property(texts, text, (all, wanted) => {
				assert.equal(TextLines.of(all).indexOf(wanted), all.indexOf(wanted));
			}),
			{ seed: 22 },
		);
		assert.equal(TextLines.of(['a', 'b']).indexOf('a\nb'), -1);
	});

	it('finds the texts that hold a part, whatever the case of their letters, and none across two of them', () => {
		fc.assert(
			fc.property(texts, fc.string({ unit: letter, minLength: 1, maxLength: 3 }), (all, part) => {
				const wanted = part.toLowerCase();
				assert.deepEqual(
					[...TextLines.of(all).holding(wanted)],
					all.map(each => Number(each.toLowerCase().includes(wanted))),
				);
			}),
			{ seed: 23 },
		);
		assert.deepEqual([...TextLines.of(['ab', 'ba', 'aab']).holding('b\nb')], [0, 0, 0]);
	});
});

describe('a list of texts that was joined', () => {
	it('is the same once it is split', () => {
		fc.assert(
			fc.property(texts, all => {
				const lines = TextLines.of(all);
				assert.deepEqual(TextLines.split(lines.joined, all.length), lines);
			}),
			{ seed: 24 },
		);
	});

	it('is refused where there are more or fewer texts, or where the last has no end', () => {
		const refused = [
			TextLines.split('a\nb\n', 1),
			TextLines.split('a\nb\n', 3),
			TextLines.split('', 1),
			TextLines.split('a\nb', 1),
			TextLines.split('a', 0),
		];
		assert.deepEqual(
			refused,
			refused.map(() => undefined),
		);
	});
});
