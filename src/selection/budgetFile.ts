import { budgetFileSchema, type BudgetRule, type BudgetSeverity } from '../catalog/budgetFile.schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { findJsonFault, findJsonSpans, type JsonPath } from '../catalog/jsonPlaces.ts';
import { positionAt } from '../catalog/locateProblems.ts';
import { tasks, type Task } from '../catalog/records.ts';
import type { Budget } from './budget.ts';
import { parseBudget } from './parseBudget.ts';

/** A budget for the models of one task that code names. */
export interface CodeBudget {
	readonly task: Task;
	readonly budget: Budget;
	readonly severity: BudgetSeverity;
}

/** Why a `model-scout.json` cannot be used. */
export interface BudgetFileProblem {
	/** From 1. */
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

export type ParsedBudgetFile =
	| { readonly ok: true; readonly budgets: readonly CodeBudget[] }
	| { readonly ok: false; readonly problem: BudgetFileProblem };

/** Reads a `model-scout.json`. The first thing in it that is not understood makes the whole of it unusable. */
export function parseBudgetFile(text: string, catalog: Catalog): ParsedBudgetFile {
	const fault = findJsonFault(text);
	if (fault !== undefined) return problemAt(text, fault, 'this is no JSON');
	const parsed = budgetFileSchema.safeParse(JSON.parse(text));
	const [issue] = parsed.error?.issues ?? [];
	if (!parsed.success) {
		const path = issue?.path.filter(step => typeof step !== 'symbol') ?? [];
		return problemOf(text, path, [path.join('.'), issue?.message ?? ''].filter(part => part !== '').join(': '));
	}
	const budgets: CodeBudget[] = [];
	for (const [index, rule] of parsed.data.budgets.entries()) {
		const read = readBudgetRule(rule, catalog);
		if (!read.ok) return problemOf(text, ['budgets', index, 'limits'], read.problem);
		budgets.push(...read.budgets);
	}
	return { ok: true, budgets };
}

/** A rule for each task that it is about: without a task all those whose figures its limits are of. */
export function readBudgetRule(
	{ task, device, limits, severity = 'warning' }: BudgetRule,
	catalog: Catalog,
): { readonly ok: true; readonly budgets: readonly CodeBudget[] } | { readonly ok: false; readonly problem: string } {
	const read = (task === undefined ? tasks : [task]).map(each => ({
		task: each,
		parsed: parseBudget(limits, { catalog, latencyDevice: device, task: each }),
	}));
	const budgets = read.flatMap(({ task: each, parsed }) =>
		parsed.ok ? [{ task: each, budget: parsed.budget, severity }] : [],
	);
	const first = read[0]?.parsed;
	return budgets.length === 0 && first && !first.ok
		? { ok: false, problem: first.problem.text }
		: { ok: true, budgets };
}

function problemOf(text: string, path: JsonPath, message: string): ParsedBudgetFile {
	return problemAt(text, findJsonSpans(text, [path])[0]?.start ?? 0, message);
}

function problemAt(text: string, offset: number, message: string): ParsedBudgetFile {
	return { ok: false, problem: { ...positionAt(text, offset), message } };
}
