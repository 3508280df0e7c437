import assert from 'node:assert/strict';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { MadeSnapshots } from '../../../src/host/comparison/madeSnapshots.ts';
import { aCatalog } from '../../support/builders.ts';

describe('what the comparison showed last', () => {
	const catalog = aCatalog({ candidates: [{ id: 'a/1@224', top1: 70 }] });
	const changed = aCatalog({ candidates: [{ id: 'a/1@224', top1: 71 }] });
	const choices = { budget: '300M', selection: ['a/1@224'], filter: { task: undefined } };

	it('is shown again while the catalog and what was chosen are the same', () => {
		const made = new MadeSnapshots();
		const first = made.of(catalog, choices, () => comparisonSnapshot(catalog, choices));
		const again = made.of(catalog, structuredClone(choices), () => comparisonSnapshot(catalog, choices));
		assert.equal(again, first);
	});

	it('is made anew for another catalog, and for any other choice', () => {
		const made = new MadeSnapshots();
		const others = [
			{ ...choices, budget: '5M' },
			{ ...choices, selection: [] },
			{ ...choices, filter: { task: 'detection' as const } },
		];
		const first = made.of(catalog, choices, () => comparisonSnapshot(catalog, choices));
		for (const other of others) {
			const next = made.of(catalog, other, () => comparisonSnapshot(catalog, other));
			assert.notEqual(next, first);
		}
		const ofChanged = made.of(changed, choices, () => comparisonSnapshot(changed, choices));
		assert.equal(ofChanged.numbers.top1.values[0], 71);
	});
});
