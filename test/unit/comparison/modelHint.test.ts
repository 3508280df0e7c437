import assert from 'node:assert/strict';
import type { NamedModel } from '../../../src/catalog/namedModel.ts';
import { costsAtInput } from '../../../src/comparison/costsAtInput.ts';
import type { HintMode } from '../../../src/comparison/hintMode.ts';
import { modelHint, modelHintTooltip, type HintQuestion } from '../../../src/comparison/modelHint.ts';
import { createBudgetWatch } from '../../../src/selection/budgetWatch.ts';
import { aCatalog, aCheckpoint, aModel } from '../../support/builders.ts';
import { codeBudgets } from '../../support/codeBudgets.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = aCatalog({
	models: [aModel({ id: 'a-net/big', name: 'Big\u202e <b>' })],
	checkpoints: [aCheckpoint({ id: 'timm:big.x', model: 'a-net/big' })],
	candidates: [
		{ id: 'timm:big.x@224', model: 'a-net/big', top1: 80, macs: 4e9, params: 20e6 },
		{ id: 'a-net/blank@224', model: 'a-net/blank', top1: 65, params: 1e6 },
	],
});

function question(limits: string, named: NamedModel): HintQuestion {
	const watch = createBudgetWatch(catalog, codeBudgets(limits, catalog));
	return { named, watch, countedAt: () => undefined };
}

function hint(limits: string, mode: HintMode, model = 'a-net/big'): string | undefined {
	return modelHint(catalog, question(limits, { model }), mode);
}

describe('a hint beside a name in code', () => {
	it('is the figure that is over the budget', () => {
		assert.equal(hint('300M', 'overBudget'), '4 G MACs · over budget');
		assert.equal(hint('900G, 5M params', 'overBudget'), '20 M params · over budget');
		assert.equal(hint('top1 ≥ 90', 'overBudget'), '80 % · over budget');
	});

	it('is silent within the budget, where that is unknown, and without any', () => {
		assert.equal(hint('900G', 'overBudget'), undefined);
		assert.equal(hint('1M', 'overBudget', 'a-net/blank'), undefined);
		assert.equal(hint('', 'overBudget'), undefined);
	});

	it('is the cost of every model where all are wanted, and none where that is off', () => {
		assert.equal(hint('', 'all'), '4 G MACs');
		assert.equal(hint('900G', 'all'), '4 G MACs · within budget');
		assert.equal(hint('1M', 'all', 'a-net/blank'), '1 M params · budget unknown');
		assert.equal(hint('300M', 'off'), undefined);
	});

	it('is the cost at the size in the code', () => {
		const shipped = shippedData();
		const named: NamedModel = { model: 'mobilenet-v2/1.0', framework: 'timm', input: [448, 448] };
		const watch = createBudgetWatch(shipped, []);
		const countedAt = (input: readonly [number, number]) => costsAtInput(shipped, input);
		assert.equal(modelHint(shipped, { named, watch, countedAt }, 'all'), '1.199 G MACs at 448 px');
	});

	it('has a tooltip of plain text with figures, reason and budget', () => {
		const text = modelHintTooltip(catalog, question('300M', { model: 'a-net/big' }), 'model-scout.json');
		assert.deepEqual(text.split('\n').slice(1), [
			'80 % · 4 G MACs · 20 M params',
			'Exceeds 300 M MACs: 4 G MACs, 13.3 × the limit',
			'Budget: ≤ 300 M MACs of model-scout.json',
		]);
		assert.doesNotMatch(text, /\u202e/);
	});
});
