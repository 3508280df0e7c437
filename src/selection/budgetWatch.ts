import { taskOf } from '../catalog/accuracy.ts';
import { budgetSeverities, type BudgetSeverity } from '../catalog/budgetFile.schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { NamedModel } from '../catalog/namedModel.ts';
import type { Candidate, Framework, Task } from '../catalog/records.ts';
import { sameInput } from '../catalog/shownFigure.ts';
import { formatInput } from '../catalog/units.ts';
import type { LicenseFilter } from '../catalog/weightsLicense.ts';
import { constraintsOf, isFloor, type Budget, type Constraint, type Verdict } from './budget.ts';
import type { CodeBudget } from './budgetFile.ts';
import { candidatesMeant } from './candidatesMeant.ts';
import { createSelectionTable } from './engine.ts';
import { explainConstraint, sentenceOf } from './explanation.ts';
import { judgeAll } from './judgeAll.ts';
import { rankModels } from './ranking.ts';
import { createJudge, overallVerdict, type Judgement, type LimitJudgement } from './verdict.ts';
import { distanceOf } from './whyNot.ts';

export interface WatchedVerdict {
	/** All limits for the task of the model. */
	readonly budget: Budget;
	/** What was judged: the best candidate that meets the budget, else the nearest to it. */
	readonly candidate: Candidate;
	readonly verdict: Verdict;
	/** What the limit says that decides: the loudest one that is exceeded, the first one that is unknown or met. Undefined where nothing is limited. */
	readonly decided?: LimitJudgement | undefined;
	/** The same as a sentence: `Exceeds 300 M MACs: 390 M MACs, 30 % over`. Empty where nothing is limited. */
	readonly reason: string;
}

/** How code exceeds a budget. */
export interface Overshoot {
	/** One sentence without its full stop, the name of the model first. */
	readonly text: string;
	readonly severity: BudgetSeverity;
}

export interface WatchOptions extends LicenseFilter {
	/** The catalog with its costs at an input size in px, undefined where they cannot be counted. Asked once for a size. */
	readonly countedAt?: ((input: readonly [number, number]) => Catalog | undefined) | undefined;
}

/**
 * Budgets that models named in code are held against, in an editor as on the command line. Code exceeds a budget only if
 * every choice that it leaves open does. At an input size that a candidate has no figures for, MACs are counted where they
 * can be, parameters and bytes hold, and everything else is unknown.
 */
export interface BudgetWatch {
	/** Undefined where there is no budget for the task of the model, or no candidate of what is named. */
	judge(named: NamedModel): WatchedVerdict | undefined;
	/** Undefined where the code is not known to exceed the budget. */
	overshootOf(named: NamedModel): Overshoot | undefined;
	/** What the budget says of one candidate at its own size; undefined where there is no budget for its task. */
	verdictOf(candidate: Candidate): Verdict | undefined;
	/** Other models within the budget in the same framework, best ranked first, at most three, by weights that can be loaded. */
	alternativesTo(named: NamedModel): readonly Candidate[];
}

const mostAlternatives = 3;
/** Input sizes whose costs are kept: code sets few. */
const mostSizes = 20;

/** @param budgets those of one task hold together */
export function createBudgetWatch(
	catalog: Catalog,
	budgets: readonly CodeBudget[],
	options: WatchOptions = {},
): BudgetWatch {
	return new Watch(catalog, budgets, options);
}

/** The limits of one task. */
interface TaskBudget {
	readonly budget: Budget;
	readonly severityOf: ReadonlyMap<Constraint, BudgetSeverity>;
	/** By input size, and '' for each candidate's own. */
	readonly judges: Map<string, (candidate: Candidate) => Judgement>;
}

interface Judged {
	readonly candidate: Candidate;
	readonly judgement: Judgement;
	/** What decides of it. */
	readonly decided: LimitJudgement | undefined;
	readonly loudness: number;
}

class Watch implements BudgetWatch {
	private readonly budgetOf: ReadonlyMap<Task, TaskBudget>;
	private readonly ranked = new Map<string, readonly Candidate[]>();

	constructor(
		private readonly catalog: Catalog,
		budgets: readonly CodeBudget[],
		private readonly options: WatchOptions,
	) {
		const limited = new Set(budgets.map(({ task }) => task));
		this.budgetOf = new Map(
			[...limited].map(each => [each, budgetTogether(budgets.filter(({ task }) => task === each))]),
		);
	}

	judge(named: NamedModel): WatchedVerdict | undefined {
		const { catalog } = this;
		const watched = this.budgetOf.get(taskOf(catalog, named));
		if (!watched) return undefined;
		const [nearest] = candidatesMeant(catalog, named)
			.filter(({ checkpoint }) => named.checkpoint === undefined || checkpoint === named.checkpoint)
			.map(candidate => this.judged(watched, candidate, named.input))
			.sort(compareJudged); // stable: of several that meet, the best
		if (!nearest) return undefined;
		const { candidate, decided, judgement } = nearest;
		const reason = decided ? sentenceOf(catalog, decided.limit, decided.explanation, decided.value) : '';
		return { budget: watched.budget, candidate, verdict: judgement.verdict, decided, reason };
	}

	overshootOf(named: NamedModel): Overshoot | undefined {
		const judged = this.judge(named);
		if (judged?.verdict !== 'exceeds' || !judged.decided) return undefined;
		const { limit } = judged.decided;
		const severity = this.budgetOf.get(taskOf(this.catalog, named))?.severityOf.get(limit) ?? 'warning';
		const name = this.catalog.modelById.get(named.model)?.name ?? named.model;
		const where = named.input && !holdsForAllSizes(limit) ? ` at ${formatInput(named.input)}` : '';
		return { text: `${name}${where} ${judged.reason.replace(/^\w/, letter => letter.toLowerCase())}`, severity };
	}

	verdictOf(candidate: Candidate): Verdict | undefined {
		const watched = this.budgetOf.get(taskOf(this.catalog, candidate));
		return watched && this.judged(watched, candidate).judgement.verdict;
	}

	alternativesTo(named: NamedModel): readonly Candidate[] {
		const { model, framework, input } = named;
		const task = taskOf(this.catalog, named);
		const watched = this.budgetOf.get(task);
		if (!watched) return [];
		const key = `${task} ${framework ?? ''}`;
		const ranked = this.ranked.get(key) ?? this.rank(task, watched.budget, framework);
		this.ranked.set(key, ranked);
		const found: Candidate[] = [];
		for (const candidate of ranked) {
			if (candidate.model === model) continue;
			if (input && this.judged(watched, candidate, input).judgement.verdict !== 'meets') continue;
			if (found.push(candidate) === mostAlternatives) break;
		}
		return found;
	}

	private judged(watched: TaskBudget, candidate: Candidate, input?: readonly [number, number]): Judged {
		const size = input && !sameInput(input, candidate.input) ? input : undefined;
		const key = size ? String(size) : '';
		if (watched.judges.size > mostSizes) watched.judges.clear();
		const judge = watched.judges.get(key) ?? this.createJudge(watched.budget, size);
		watched.judges.set(key, judge);
		const judgement = judge(candidate);
		const { verdict } = judgement;
		const loudnessOf = ({ limit }: LimitJudgement): number =>
			budgetSeverities.indexOf(watched.severityOf.get(limit) ?? 'warning');
		const deciding = judgement.limits.filter(limit => limit.verdict === verdict);
		const loudness = verdict === 'exceeds' ? Math.max(...deciding.map(loudnessOf)) : 0;
		const decided = deciding.find(each => verdict !== 'exceeds' || loudnessOf(each) === loudness);
		return { candidate, judgement, decided, loudness };
	}

	/** @param input a size that is not the candidate's own */
	private createJudge(
		budget: Budget,
		input: readonly [number, number] | undefined,
	): (candidate: Candidate) => Judgement {
		if (!input) return createJudge(this.catalog, budget);
		const counted = this.options.countedAt?.(input);
		const judge = createJudge(counted ?? this.catalog, budget);
		return candidate => {
			const limits = judge(candidate).limits.map((each): LimitJudgement => {
				const { limit } = each;
				if (holdsForAllSizes(limit) || (limit.metric === 'macs' && counted)) return each;
				const explanation = explainConstraint(this.catalog, limit, 'unknown', undefined);
				return { limit, verdict: 'unknown', explanation };
			});
			return { verdict: overallVerdict(limits), limits };
		};
	}

	private rank(task: Task, budget: Budget, framework: Framework | undefined): readonly Candidate[] {
		const { withoutLicenses, licenses } = this.options;
		const table = createSelectionTable(this.catalog, { withoutLicenses, licenses, task, framework });
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

function budgetTogether(budgets: readonly CodeBudget[]): TaskBudget {
	const severityOf = new Map<Constraint, BudgetSeverity>();
	for (const { budget, severity } of budgets)
		for (const constraint of constraintsOf(budget)) severityOf.set(constraint, severity);
	return {
		budget: {
			text: budgets.map(({ budget }) => budget.text).join(', '),
			limits: budgets.flatMap(({ budget }) => budget.limits),
			floors: budgets.flatMap(({ budget }) => budget.floors),
		},
		severityOf,
		judges: new Map(),
	};
}

/** What meets the budget first, then what is unknown against it, then what exceeds it most quietly and least. */
function compareJudged(a: Judged, b: Judged): number {
	const places = { meets: 0, unknown: 1, exceeds: 2 } as const;
	const byVerdict = places[a.judgement.verdict] - places[b.judgement.verdict];
	return byVerdict || a.loudness - b.loudness || distanceOf(a.judgement) - distanceOf(b.judgement);
}

/** Parameters and bytes do not depend on the input size. */
function holdsForAllSizes(limit: Constraint): boolean {
	return !isFloor(limit) && (limit.metric === 'params' || limit.metric === 'bytes');
}
