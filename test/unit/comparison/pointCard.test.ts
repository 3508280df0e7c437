import assert from 'node:assert/strict';
import { pointCard } from '../../../src/comparison/pointCard.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog } from '../../support/builders.ts';

describe('the card of a point', () => {
	const candidates = [
		{ id: 'a/1@224', top1: 70, macs: 300e6 },
		{ id: 'b/1@224', top1: 72, macs: 600e6, params: 5e6 },
	];
	const snapshot = comparisonSnapshot(aCatalog({ candidates }), { budget: '300M' });
	const card = (row: number) => pointCard(snapshot, { x: 'macs', y: 'top1', frontierRows: Uint32Array.of(0) }, row);

	it('says what stands on the axes first, and leaves out what is unknown', () => {
		const [cheap, dear] = [card(0), card(1)].map(({ figures }) => figures.map(({ text }) => text).join(', '));
		assert.equal(cheap, '70 %, 300 M, 224 px');
		assert.equal(dear, '72 %, 600 M, 5 M, 224 px');
	});

	it('says whether the point is within the budget and on the frontier', () => {
		assert.deepEqual([card(0).verdict, card(0).marks], ['meets', ['on the frontier']]);
		assert.deepEqual([card(1).verdict, card(1).marks], ['exceeds', []]);
	});
});
