import assert from 'node:assert/strict';
import { sideBySide, sideBySideMarkdown } from '../../../src/comparison/sideBySide.ts';
import { comparisonSnapshot } from '../../../src/comparison/snapshot.ts';
import { aCatalog, aDataset, type CandidateSpec } from '../../support/builders.ts';

const candidates: readonly CandidateSpec[] = [
	{ id: 'a/1@224', top1: 76, macs: 300e6, params: 5e6 },
	{ id: 'b/1@224', top1: 75.8, macs: 150e6 },
	{ id: 'c/1@224', top1: 70, macs: 150e6 },
	{ id: 'd/1@224', top1: 90, macs: 900e6, doubt: 'unsourced' },
];
const datasets = [aDataset({ id: 'imagenet-1k', evaluationImages: 50_000 })];
const snapshot = comparisonSnapshot(aCatalog({ candidates, datasets }));
const columns = ['name', 'top1', 'macs', 'params', 'latencyMs', 'family', 'input'] as const;

/** How each cell of a figure stands. */
function standings(column: string, rows: readonly number[]): (string | undefined)[] {
	const { figures } = sideBySide(snapshot, rows, columns, undefined);
	return figures.find(figure => figure.column === column)?.cells.map(({ standing }) => standing) ?? [];
}

describe('models side by side', () => {
	it('have a row for each figure that one of them has, in the order of the columns', () => {
		const { models, figures } = sideBySide(snapshot, [1, 0], columns, undefined);
		assert.deepEqual(
			models.map(({ name }) => name),
			['b/1', 'a/1'],
		);
		assert.deepEqual(
			figures.map(({ title }) => title),
			['Top-1', 'MACs', 'Params', 'Family'],
		);
		assert.deepEqual(
			figures[2]?.cells.map(({ text }) => text),
			['', '5 M'],
		);
	});

	it('mark the best of a row, all that are equal to it, and what the evaluation does not tell apart', () => {
		assert.deepEqual(standings('top1', [0, 1, 2]), ['best', 'tied', undefined]);
		assert.deepEqual(standings('macs', [0, 1, 2]), [undefined, 'best', 'best']);
	});

	it('have no best where one value alone is known, nor one that is not ranked', () => {
		assert.deepEqual(standings('params', [0, 1]), [undefined, undefined]);
		assert.deepEqual(standings('top1', [0, 2, 3]), ['best', undefined, undefined]);
	});

	it('say how each stands to the baseline, else to the first', () => {
		const deltas = (baseline: number | undefined) =>
			sideBySide(snapshot, [0, 2], columns, baseline).figures[0]?.cells.map(({ delta }) => delta);
		assert.deepEqual(deltas(2), ['+6.00', '']);
		assert.deepEqual(deltas(undefined), ['', '−6.00']);
		assert.deepEqual(deltas(1), ['', '−6.00']);
	});

	it('are six at most', () => {
		assert.equal(sideBySide(snapshot, [0, 1, 2, 3, 0, 1, 2], columns, undefined).models.length, 6);
	});

	it('are copied with their marks, deltas and sources', () => {
		const text = sideBySideMarkdown(sideBySide(snapshot, [0, 1], ['top1', 'params'], undefined));
		assert.deepEqual(text.replace(/ +/g, ' ').replace(/-+/g, '-').split('\n'), [
			'| Figure | a/1, 224 px | b/1, 224 px |',
			'| :- | -: | -: |',
			'| Top-1 | 76 % ★ | 75.8 % \\(−0.20\\) \\(tied\\) |',
			'| Params | 5 M | – |',
			'',
			'| Source of | a/1, 224 px | b/1, 224 px |',
			'| :- | :- | :- |',
			'| Top-1 | paper | paper |',
			'| Params | paper | |',
			'',
		]);
	});
});
