import * as z from 'zod/mini';
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

const described = (description: string): { readonly description: string } => ({ description });

const ruleSchema = z.strictObject({
	task: z.exactOptional(
		z.enum(tasks).register(z.globalRegistry, described('Models of this task alone; of every task without it.')),
	),
	device: z.exactOptional(
		z.string().register(z.globalRegistry, described('Device of latencies that name none, such as pixel-1.')),
	),
	limits: z
		.string()
		.register(
			z.globalRegistry,
			described('Limits joined by commas: "300M", "0.6 GFLOPs, 5M params", "60ms@pixel-1".'),
		),
	severity: z.exactOptional(
		z
			.enum(budgetSeverities)
			.register(z.globalRegistry, described('Of a model that exceeds it; a warning without it.')),
	),
}) satisfies z.ZodMiniType<BudgetRule>;

export const budgetFileSchema = z.strictObject({
	$schema: z.exactOptional(z.string()),
	budgets: z.array(ruleSchema),
}) satisfies z.ZodMiniType<BudgetFile>;
