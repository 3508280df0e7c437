import assert from 'node:assert/strict';
import { parseBudgetFile } from '../../../src/selection/budgetFile.ts';
import { formatBudget } from '../../../src/selection/parseBudget.ts';
import { catalog } from './readBudget.ts';

/** Task and limits of each budget, else each problem as `line:column message`. */
function read(text: string): readonly string[] {
	const parsed = parseBudgetFile(text, catalog);
	return parsed.ok
		? parsed.budgets.map(({ task, budget, severity }) => `${task} ${formatBudget(budget)} ${severity}`)
		: parsed.problems.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
}

describe('a model-scout.json', () => {
	it('limits the models of a task, with latencies on a device of its own', () => {
		const rules = [
			{ task: 'classification', limits: '300M', severity: 'error' },
			{ task: 'classification', device: 'P1', limits: '60ms' },
		];
		assert.deepEqual(read(JSON.stringify({ budgets: rules })), [
			'classification ≤ 300 M MACs error',
			'classification ≤ 60 ms@pixel-1 warning',
		]);
	});

	it('without a task limits those whose figures its limits are of', () => {
		const tasks = ['classification', 'detection', 'segmentation'];
		assert.deepEqual(
			read('{ "budgets": [{ "limits": "300M" }] }'),
			tasks.map(task => `${task} ≤ 300 M MACs warning`),
		);
		assert.deepEqual(read('{ "budgets": [{ "limits": "AP >= 40" }] }'), ['detection AP ≥ 40 warning']);
	});

	it('says each fault at its place, in the order of the file', () => {
		assert.deepEqual(
			read('{\n"budgets": [\n{ "limits": "300 parrots" },\n{ "limits": "1M" },\n{ "limits": "" }\n]}').map(
				each => each.split(' ')[0],
			),
			['3:13', '5:13'],
		);
		assert.deepEqual(read('{\n"budgets": [{ "limits": "1M", "taks": "detection" }]\n}'), [
			'2:39 budgets.0: unknown key "taks"',
		]);
		assert.deepEqual(read('{\n"budgets": [{ "limits": 1 }]\n}'), [
			'2:25 budgets.0.limits: expected string, received number',
		]);
		assert.deepEqual(read('{\n"budgets": [,\n'), ['2:13 this is no JSON']);
	});
});
