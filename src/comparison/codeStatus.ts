import { formatCodeBudgets, type CodeBudget } from '../selection/budgetFile.ts';
import type { Verdict } from '../selection/budget.ts';

/** What a line about a file of code is made of. */
export interface CodeStatusQuestion {
	/** One per place that names a model; undefined where no budget is for its task. */
	readonly verdicts: readonly (Verdict | undefined)[];
	readonly budgets: readonly CodeBudget[];
	/** The file that says the limits; undefined where the setting does. */
	readonly budgetFile?: string | undefined;
	/** Whether that file is at fault as it is now. */
	readonly isOfBefore?: boolean | undefined;
}

export interface CodeStatus {
	/** `3 models, 1 over budget` */
	readonly text: string;
	/** `Budget ≤ 600 M MACs of model-scout.json` */
	readonly detail: string;
	readonly isOver: boolean;
}

export function codeStatus({ verdicts, budgets, budgetFile, isOfBefore }: CodeStatusQuestion): CodeStatus {
	const over = verdicts.filter(verdict => verdict === 'exceeds').length;
	const count = `${String(verdicts.length)} ${verdicts.length === 1 ? 'model' : 'models'}`;
	const limits = budgets.length === 0 ? 'No budget' : `Budget ${formatCodeBudgets(budgets)}`;
	const from = budgetFile === undefined ? (budgets.length === 0 ? '' : ' of the settings') : ` of ${budgetFile}`;
	return {
		text: over === 0 ? count : `${count}, ${String(over)} over budget`,
		detail: `${limits}${from}${isOfBefore ? ', as it was before its fault' : ''}`,
		isOver: over > 0,
	};
}
