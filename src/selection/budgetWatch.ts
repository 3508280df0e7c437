import { taskOf } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { byMerit } from '../catalog/merit.ts';
import type { Candidate, Framework, Task } from '../catalog/records.ts';
import { frameworkOf } from '../catalog/shownFigure.ts';
import type { LicenseFilter } from '../catalog/weightsLicense.ts';
import type { Budget, Verdict } from './budget.ts';
import { createSelectionTable } from './engine.ts';
import { sentenceOf } from './explanation.ts';
import { judgeAll } from './judgeAll.ts';
import { rankModels } from './ranking.ts';
import { createJudge, type Judgement } from './verdict.ts';
import { distanceOf } from './whyNot.ts';

/** A model as code names it. */
export interface NamedModel {
	/** Model id. */
	readonly model: string;
	/** Checkpoint id, where the name means these weights alone. */
	readonly checkpoint?: string | undefined;
	/** Checkpoint ids of all weights that the name may load: a name of timm without a tag may load any of its tags. */
	readonly checkpoints?: readonly string[] | undefined;
	readonly framework?: Framework | undefined;
}

export interface WatchedVerdict {
	readonly budget: Budget;
	/** What was judged: the best candidate that meets the budget, else the nearest to it. */
	readonly candidate: Candidate;
	readonly verdict: Verdict;
	/** Of the first limit that decides: `Exceeds 300 M MACs: 390 M MACs, 30 % over`. Empty where nothing is limited. */
	readonly reason: string;
}

/** A budget that models named in code are held against. */
export interface BudgetWatch {
	/**
	 * Undefined where there is no budget for the task of the model, or no candidate of it.
	 * @param counted the catalog with its costs at the input size that the code sets
	 */
	judge(named: NamedModel, counted?: Catalog): WatchedVerdict | undefined;
	/** What the budget says of one candidate; undefined where there is no budget for its task. */
	verdictOf(candidate: Candidate): Verdict | undefined;
	/** Other models within the budget in the same framework, best ranked first, at most three, by weights that can be loaded. */
	alternativesTo(named: NamedModel): readonly Candidate[];
}

const mostAlternatives = 3;

/** @param budgetOf the budget in force for a task; undefined where there is none */
export function createBudgetWatch(
	catalog: Catalog,
	budgetOf: (task: Task) => Budget | undefined,
	filter: LicenseFilter = {},
): BudgetWatch {
	return new Watch(catalog, budgetOf, filter);
}

/**
 * The candidates that code means: those of the weights it names, else of those that its name may load, else of its
 * framework, else all of the model, best first.
 */
export function candidatesMeant(catalog: Catalog, named: NamedModel): readonly Candidate[] {
	const { model, checkpoint, checkpoints = [], framework } = named;
	const all = byMerit(catalog, catalog.candidatesOf(model));
	for (const weights of [checkpoint === undefined ? [] : [checkpoint], checkpoints]) {
		const exact = all.filter(each => each.checkpoint !== undefined && weights.includes(each.checkpoint));
		if (exact.length > 0) return exact;
	}
	const own = framework === undefined ? [] : all.filter(each => frameworkOf(catalog, each) === framework);
	return own.length > 0 ? own : all;
}

class Watch implements BudgetWatch {
	private readonly budgets = new Map<Task, Budget | undefined>();
	private readonly judges = new Map<Task, (candidate: Candidate) => Judgement>();
	private readonly ranked = new Map<string, readonly Candidate[]>();

	constructor(
		private readonly catalog: Catalog,
		private readonly budgetOf: (task: Task) => Budget | undefined,
		private readonly filter: LicenseFilter,
	) {}

	judge(named: NamedModel, counted = this.catalog): WatchedVerdict | undefined {
		const budget = this.budgetFor(taskOf(this.catalog, named));
		if (!budget) return undefined;
		const judge = createJudge(counted, budget);
		const judged = candidatesMeant(this.catalog, named).map(candidate => {
			const judgement = judge(candidate);
			return { candidate, judgement, distance: distanceOf(judgement) };
		});
		const nearest = judged.toSorted((a, b) => a.distance - b.distance)[0]; // stable: of several that meet, the best
		if (!nearest) return undefined;
		const { candidate, judgement } = nearest;
		return { budget, candidate, verdict: judgement.verdict, reason: reasonOf(counted, judgement) };
	}

	verdictOf(candidate: Candidate): Verdict | undefined {
		const task = taskOf(this.catalog, candidate);
		const budget = this.budgetFor(task);
		if (!budget) return undefined;
		const judge = this.judges.get(task) ?? createJudge(this.catalog, budget);
		this.judges.set(task, judge);
		return judge(candidate).verdict;
	}

	alternativesTo(named: NamedModel): readonly Candidate[] {
		const { model, framework } = named;
		const task = taskOf(this.catalog, named);
		const key = `${task} ${framework ?? ''}`;
		const ranked = this.ranked.get(key) ?? this.rank(task, framework);
		this.ranked.set(key, ranked);
		return ranked.filter(candidate => candidate.model !== model).slice(0, mostAlternatives);
	}

	private budgetFor(task: Task): Budget | undefined {
		if (!this.budgets.has(task)) this.budgets.set(task, this.budgetOf(task));
		return this.budgets.get(task);
	}

	private rank(task: Task, framework: Framework | undefined): readonly Candidate[] {
		const budget = this.budgetFor(task);
		if (!budget) return [];
		const table = createSelectionTable(this.catalog, { ...this.filter, task, framework });
		const groups = rankModels(table, judgeAll(table, budget), budget);
		return groups
			.flatMap(({ members }) => members.flatMap(index => table.candidates[index] ?? []))
			.filter(candidate => this.isNamedWell(candidate));
	}

	/** Weights whose name was not seen in a document, or was replaced by another, are not proposed. */
	private isNamedWell({ checkpoint: id }: Candidate): boolean {
		const checkpoint = id === undefined ? undefined : this.catalog.checkpointById.get(id);
		return (
			!!checkpoint && checkpoint.seen !== false && !checkpoint.deprecated && checkpoint.renamedTo === undefined
		);
	}
}

function reasonOf(catalog: Catalog, { verdict, limits }: Judgement): string {
	const deciding = limits.find(limit => limit.verdict === verdict);
	return deciding ? sentenceOf(catalog, deciding.limit, deciding.explanation, deciding.value) : '';
}
