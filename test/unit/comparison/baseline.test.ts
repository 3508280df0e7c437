import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { deltaText, deltaWords } from '../../../src/comparison/baseline.ts';
import { cellNote } from '../../../src/comparison/rowText.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog } from '../../support/builders.ts';

describe('a value beside the baseline', () => {
	it('is so many points away as an accuracy', () => {
		assert.equal(deltaText('top1', 76.13, 74.61), '+1.52');
		assert.equal(deltaText('ap', 21.3, 22), '−0.70');
		assert.equal(deltaText('top1', 76.1301, 76.13), '=');
	});

	it('is so many percent or times as much as a cost', () => {
		assert.equal(deltaText('macs', 300e6, 500e6), '−40 %');
		assert.equal(deltaText('params', 5.1e6, 5e6), '+2 %');
		assert.equal(deltaText('params', 5.07e6, 5e6), '+1.4 %');
		assert.equal(deltaText('latencyMs', 61.3, 61.3), '=');
		assert.equal(deltaText('macs', 6e9, 500e6), '×12');
	});

	it('is nothing where one of them is unknown', () => {
		assert.equal(deltaText('macs', NaN, 1), '');
		assert.equal(deltaText('top1', 1, NaN), '');
	});

	it('is said in words', () => {
		assert.equal(deltaWords('top1', 76.13, 74.61), '1.52 points above the baseline');
		assert.equal(deltaWords('macs', 300e6, 500e6), '40 % below the baseline');
		assert.equal(deltaWords('macs', 6e9, 500e6), '12 times the baseline');
		assert.equal(deltaWords('bytes', 14, 14), 'equal to the baseline');
	});

	it('has the sign of the difference, or says that none shows', () => {
		const sizes = fc.double({ min: 1e-3, max: 1e12, noNaN: true });
		fc.assert(
			fc.property(fc.constantFrom('top1', 'macs'), sizes, sizes, (metric, value, baseline) => {
				const text = deltaText(metric, value, baseline);
				const signs = value > baseline ? ['+', '×', '='] : value < baseline ? ['−', '='] : ['='];
				assert.ok(signs.includes(text.charAt(0)), text);
			}),
		);
	});

	it('stands in the note of a cell, but not in that of the baseline itself', () => {
		const candidates = [
			{ id: 'a/1@224', top1: 70, macs: 300e6 },
			{ id: 'b/1@224', top1: 72, macs: 600e6 },
		];
		const snapshot = comparisonSnapshot(aCatalog({ candidates }));
		assert.match(cellNote(snapshot, 'macs', 1, 0), /^MACs 600 M, 100 % above the baseline, /);
		assert.equal(cellNote(snapshot, 'macs', 0, 0), cellNote(snapshot, 'macs', 0));
	});
});
