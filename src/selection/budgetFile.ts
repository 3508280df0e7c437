import {
	parseBudgetRules,
	type BudgetFileFault,
	type BudgetRule,
	type BudgetSeverity,
} from '../catalog/budgetFile.schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { findJsonFault, findJsonSpans } from '../catalog/jsonPlaces.ts';
import { positionAt } from '../catalog/locateProblems.ts';
import { tasks, type Task } from '../catalog/records.ts';
import type { Budget } from './budget.ts';
import { formatBudget, parseBudget } from './parseBudget.ts';

/** A budget for the models of one task that code names. */
export interface CodeBudget {
	readonly task: Task;
	readonly budget: Budget;
	readonly severity: BudgetSeverity;
}

/** Name of the file, in a folder of code or above it. */
export const budgetFileName = 'model-scout.json';

/** A larger file is no list of limits. */
export const maxBudgetFileBytes = 1_000_000;

/** Why a `model-scout.json` cannot be used. */
export interface BudgetFileProblem {
	/** From 1. */
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

export type ParsedBudgetFile =
	| { readonly ok: true; readonly budgets: readonly CodeBudget[] }
	/** Never empty, in the order of the file. */
	| { readonly ok: false; readonly problems: readonly BudgetFileProblem[] };

/** Reads a `model-scout.json`. Anything in it that is not understood makes the whole of it unusable. */
export function parseBudgetFile(text: string, catalog: Catalog): ParsedBudgetFile {
	const fault = findJsonFault(text);
	if (fault !== undefined) return faulty([{ ...positionAt(text, fault), message: 'this is no JSON' }]);
	const parsed = parseBudgetRules(JSON.parse(text));
	if (!parsed.ok) return faultyAt(text, parsed.faults);
	const read = parsed.rules.map(rule => readBudgetRule(rule, catalog));
	const problems = read.flatMap((rule, index) =>
		rule.ok ? [] : [{ path: ['budgets', index, 'limits'], message: rule.problem }],
	);
	if (problems.length > 0) return faultyAt(text, problems);
	return { ok: true, budgets: read.flatMap(rule => (rule.ok ? rule.budgets : [])) };
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

/** All limits in one line, each with the tasks that it is for unless it is for all: `≤ 600 M MACs; detection ≤ 30 G MACs`. */
export function formatCodeBudgets(budgets: readonly CodeBudget[]): string {
	const tasksOf = new Map<string, Task[]>();
	for (const { task, budget } of budgets) {
		const text = formatBudget(budget);
		tasksOf.set(text, [...(tasksOf.get(text) ?? []), task]);
	}
	const texts = [...tasksOf].map(([text, of]) => (of.length === tasks.length ? text : `${of.join(' and ')} ${text}`));
	return texts.join('; ');
}

function faultyAt(text: string, problems: readonly BudgetFileFault[]): ParsedBudgetFile {
	const spans = findJsonSpans(
		text,
		problems.map(({ path }) => path),
	);
	const placed = problems.map(({ message }, index) => {
		const start = spans[index]?.start ?? 0;
		return { start, problem: { ...positionAt(text, start), message } };
	});
	return faulty(placed.sort((a, b) => a.start - b.start).map(({ problem }) => problem));
}

function faulty(problems: readonly BudgetFileProblem[]): ParsedBudgetFile {
	return { ok: false, problems };
}
