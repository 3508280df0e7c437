import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { naturalOrder } from '../../../src/comparison/naturalOrder.ts';

const { compare } = new Intl.Collator('en', { numeric: true });

function byCollator(texts: readonly string[]): number[] {
	return Array.from(texts.keys()).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
}

describe('the order of texts', () => {
	it('is that of a collator which reads digits as numbers, for every text in ASCII', () => {
		const unit = fc.constantFrom(...Array.from('aAbBzZ0019-_./ @:+()~$"'));
		const texts = fc.array(fc.oneof(fc.string({ unit, maxLength: 7 }), fc.string()), { maxLength: 12 });
		fc.assert(
			fc.property(texts, all => {
				assert.deepEqual([...naturalOrder(all)], byCollator(all));
			}),
			{ numRuns: 2000 },
		);
	});

	it('is that of a collator for letters of other alphabets and for numbers of hundreds of digits', () => {
		const all = [
			'zebra',
			'Ärger',
			'арка',
			'Arger',
			'e\u0301t',
			'ét',
			'eu',
			`n${'1'.repeat(300)}`,
			`n${'2'.repeat(260)}`,
		];
		assert.deepEqual([...naturalOrder(all)], byCollator(all));
	});
});
