import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { createSelectionTable } from '../../../src/selection/engine.ts';
import { parseBudget } from '../../../src/selection/parseBudget.ts';
import { pickUnderBudget } from '../../../src/selection/pick.ts';
import { shippedData } from '../../support/shippedData.ts';

/** What `test/python/brute_force_budgets.py` reads in the public files of timm. */
const answerSchema = z.strictObject({
	budget: z.string(),
	meets: z.number(),
	exceeds: z.number(),
	unknown: z.number(),
	weights: z.string(),
	size: z.number(),
	top1: z.number(),
	ms: z.number(),
});
const answers = z.array(answerSchema).parse(JSON.parse(readFileSync('test/fixtures/deviceBudgets.json', 'utf8')));
const catalog = shippedData();
const table = createSelectionTable(catalog, { framework: 'timm' });

describe('a budget in milliseconds, among the weights of timm', () => {
	it('is asked more than twenty times', () => {
		assert.ok(answers.length > 20);
	});

	for (const { budget, weights, size, top1, ms, ...counts } of answers) {
		it(`${budget} finds what the raw files say: ${weights} at ${String(size)} px`, () => {
			const parsed = parseBudget(budget, { catalog });
			assert.ok(parsed.ok);
			const { matches, counts: found } = pickUnderBudget(table, parsed.budget);
			const best = matches.find(({ isMostAccurate }) => isMostAccurate);
			assert.ok(best);
			assert.deepEqual([best.figures.top1?.value, best.candidate.input], [top1, [size, size]]);
			assert.equal(best.checkpoint?.name, weights);
			assert.equal(best.figures.latencies[0]?.value, ms);
			assert.deepEqual({ ...found }, { ...counts, unranked: 0 });
		});
	}
});
