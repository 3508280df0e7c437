import assert from 'node:assert/strict';
import { rankNames } from '../../../src/comparison/rankNames.ts';
import { createBudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { aCatalog, aCheckpoint } from '../../support/builders.ts';
import { codeBudgets } from '../../support/codeBudgets.ts';

const ids = ['big', 'mid', 'blank', 'small'] as const;
const catalog = aCatalog({
	checkpoints: ids.map(id => aCheckpoint({ id: `timm:${id}.x`, model: `a-net/${id}` })),
	candidates: [
		{ id: 'timm:big.x@224', model: 'a-net/big', top1: 80, macs: 4e9 },
		{ id: 'timm:mid.x@224', model: 'a-net/mid', top1: 75, macs: 300e6 },
		{ id: 'timm:blank.x@224', model: 'a-net/blank', top1: 78 },
		{ id: 'timm:small.x@224', model: 'a-net/small', top1: 70, macs: 100e6 },
	],
});
const names = [
	{ name: 'zero', checkpoints: [] },
	{ name: 'none', checkpoints: [] },
	...catalog.checkpoints.map(checkpoint => ({ name: checkpoint.name, checkpoints: [checkpoint] })),
];

describe('names in code are ranked', () => {
	it('by accuracy, and those without figures at last by name', () => {
		assert.deepEqual(
			rankNames(catalog, names).map(({ name }) => name),
			['big.x', 'blank.x', 'mid.x', 'small.x', 'none', 'zero'],
		);
	});

	it('within the budget first, over it after what is unknown', () => {
		const watch = createBudgetWatch(catalog, codeBudgets('300M', catalog));
		assert.deepEqual(
			rankNames(catalog, names, watch).map(({ name }) => name),
			['mid.x', 'small.x', 'blank.x', 'big.x', 'none', 'zero'],
		);
	});

	it('with their key figures', () => {
		assert.deepEqual(
			rankNames(catalog, names)
				.map(({ figures }) => figures)
				.slice(2, 5),
			['75 % · 300 M MACs', '70 % · 100 M MACs', ''],
		);
	});
});
