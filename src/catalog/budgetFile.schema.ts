import * as z from 'zod/mini';
import { englishIssues } from './englishIssues.ts';
import type { JsonPath } from './jsonPlaces.ts';
import { tasks, type Task } from './records.ts';

export const budgetSeverities = ['hint', 'information', 'warning', 'error'] as const;
export type BudgetSeverity = (typeof budgetSeverities)[number];

/** One budget of a `model-scout.json`, for the models that code names. */
export interface BudgetRule {
	/** Models of this task alone; of every task without it. */
	readonly task?: Task;
	/** Device of latencies that name none: id, name or alias. */
	readonly device?: string;
	/** In the words of any budget: `600M, 10M params`. */
	readonly limits: string;
	/** Of what exceeds it; a warning without it. */
	readonly severity?: BudgetSeverity;
}

export interface BudgetFile {
	readonly $schema?: string;
	readonly budgets: readonly BudgetRule[];
}

const ruleSchema = z.strictObject({
	task: z.exactOptional(z.enum(tasks)),
	device: z.exactOptional(z.string()),
	limits: z.string(),
	severity: z.exactOptional(z.enum(budgetSeverities)),
}) satisfies z.ZodMiniType<BudgetRule>;

export const budgetFileSchema = z.strictObject({
	$schema: z.exactOptional(z.string()),
	budgets: z.array(ruleSchema),
}) satisfies z.ZodMiniType<BudgetFile>;

/** What is wrong in a file of budgets, and of which of its values. */
export interface BudgetFileFault {
	readonly path: JsonPath;
	readonly message: string;
}

export type ParsedBudgetRules =
	| { readonly ok: true; readonly rules: readonly BudgetRule[] }
	| { readonly ok: false; readonly faults: readonly BudgetFileFault[] };

/** The rules of a file of budgets, whose limits are still to be read. */
export function parseBudgetRules(file: unknown): ParsedBudgetRules {
	const parsed = budgetFileSchema.safeParse(file, englishIssues);
	return parsed.success
		? { ok: true, rules: parsed.data.budgets }
		: { ok: false, faults: parsed.error.issues.map(faultOf) };
}

function faultOf(issue: z.core.$ZodIssue): BudgetFileFault {
	const steps = issue.path.filter(step => typeof step !== 'symbol');
	const message = [steps.join('.'), issue.message].filter(part => part !== '').join(': ');
	return { path: issue.code === 'unrecognized_keys' ? [...steps, ...issue.keys.slice(0, 1)] : steps, message };
}
