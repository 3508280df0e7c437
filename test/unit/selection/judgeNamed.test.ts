import assert from 'node:assert/strict';
import { readBudgetRule } from '../../../src/selection/budgetFile.ts';
import { createNamedJudge, type NamedModel } from '../../../src/selection/judgeNamed.ts';
import { shippedData } from '../../support/shippedData.ts';

const catalog = shippedData();

/** Whether `resnet/50` as named exceeds limits. */
function exceeds(limits: string, named: Omit<NamedModel, 'model'> = {}): boolean {
	const read = readBudgetRule({ limits }, catalog);
	assert.ok(read.ok);
	return createNamedJudge(catalog, read.budgets)({ model: 'resnet/50', ...named }) !== undefined;
}

describe('a model named in code', () => {
	it('exceeds a budget only if each of its weights does', () => {
		assert.equal(exceeds('1M'), true);
		assert.equal(exceeds('900G'), false);
	});

	it('is judged at a size without figures by limits that hold for all sizes alone', () => {
		assert.equal(exceeds('1M', { input: [7, 9] }), false);
		assert.equal(exceeds('1M params', { input: [7, 9] }), true);
	});

	it('is judged by the weights that are named', () => {
		const checkpoint = 'timm:resnet50.a1_in1k';
		const own = catalog.candidatesOf('resnet/50').filter(each => each.checkpoint === checkpoint);
		assert.ok(own.length > 0);
		assert.equal(exceeds('1M', { checkpoint }), true);
		assert.equal(exceeds('1M', { checkpoint: 'timm:no.such' }), false);
	});
});
