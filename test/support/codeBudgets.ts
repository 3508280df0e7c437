import assert from 'node:assert/strict';
import type { BudgetRule } from '../../src/catalog/budgetFile.schema.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readBudgetRule, type CodeBudget } from '../../src/selection/budgetFile.ts';

/** The budgets of rules, or of limits alone; none where these are empty. */
export function codeBudgets(rules: string | readonly BudgetRule[], catalog: Catalog): readonly CodeBudget[] {
	const all = typeof rules === 'string' ? (rules === '' ? [] : [{ limits: rules }]) : rules;
	return all.flatMap(rule => {
		const read = readBudgetRule(rule, catalog);
		assert.ok(read.ok, rule.limits);
		return read.budgets;
	});
}
