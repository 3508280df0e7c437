import type { BudgetSeverity } from '../catalog/budgetFile.schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate, Task } from '../catalog/records.ts';
import { formatInput } from '../catalog/units.ts';
import { isFloor, type Constraint } from './budget.ts';
import type { CodeBudget } from './budgetFile.ts';
import { createSelectionTable, type SelectionTable } from './engine.ts';
import { sentenceOf } from './explanation.ts';
import { createTableJudge, type Judgement, type LimitJudgement } from './verdict.ts';

/** What code names. */
export interface NamedModel {
	/** Id of the model. */
	readonly model: string;
	/** Id of the weights, where they are named. */
	readonly checkpoint?: string | undefined;
	/** Size in px that the code sets, height first. */
	readonly input?: readonly [number, number] | undefined;
}

export interface Overshoot {
	/** One sentence without its full stop. */
	readonly text: string;
	readonly severity: BudgetSeverity;
}

/**
 * Whether what code names exceeds a budget: the named weights at the size set in the code. Where the code leaves either open,
 * only if every choice exceeds it. At a size that has no figures only limits that hold for all sizes count.
 */
export function createNamedJudge(
	catalog: Catalog,
	budgets: readonly CodeBudget[],
): (named: NamedModel) => Overshoot | undefined {
	const tables = new Map<Task, SelectionTable>();
	const tableOf = (task: Task): SelectionTable => {
		const table = tables.get(task) ?? createSelectionTable(catalog, { task });
		tables.set(task, table);
		return table;
	};
	return named => {
		const model = catalog.modelById.get(named.model);
		if (!model) return undefined;
		const task = catalog.familyById.get(model.family)?.task ?? 'classification';
		for (const each of budgets) {
			if (each.task !== task) continue;
			const text = overshootText(catalog, named, createTableJudge(tableOf(task), each.budget));
			if (text !== undefined) return { text: `${model.name} ${text}`, severity: each.severity };
		}
		return undefined;
	};
}

function overshootText(
	catalog: Catalog,
	{ model, checkpoint, input }: NamedModel,
	judge: (candidate: Candidate) => Judgement,
): string | undefined {
	const named = catalog
		.candidatesOf(model)
		.filter(candidate => checkpoint === undefined || candidate.checkpoint === checkpoint);
	const size = String(input);
	const atSize = input === undefined ? named : named.filter(candidate => String(candidate.input) === size);
	const isKnown = atSize.length > 0;
	const exceeded = (isKnown ? atSize : named).map(candidate =>
		judge(candidate).limits.find(
			({ verdict, limit }) => verdict === 'exceeds' && (isKnown || holdsForAllSizes(limit)),
		),
	);
	if (exceeded.length === 0 || exceeded.includes(undefined)) return undefined;
	const least = exceeded.reduce((a, b) => ((b?.ratio ?? 0) < (a?.ratio ?? 0) ? b : a));
	const where = input !== undefined && isKnown ? `at ${formatInput(input)} ` : '';
	return least && where + sentence(catalog, least);
}

function holdsForAllSizes(limit: Constraint): boolean {
	return !isFloor(limit) && (limit.metric === 'params' || limit.metric === 'bytes');
}

function sentence(catalog: Catalog, { limit, explanation, value }: LimitJudgement): string {
	const text = sentenceOf(catalog, limit, explanation, value);
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}
