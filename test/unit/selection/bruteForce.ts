import type {
	Candidate,
	Checkpoint,
	CatalogRecords,
	Figure,
	FigureKind,
	Measurement,
	Source,
} from '../../../src/catalog/records.ts';

/**
 * The definitions of a pick written once more, slowly and over the raw records: nothing of `src/selection`, of the shown
 * figures or of the latency runs is used, so that a mistake there is not repeated here.
 */
export interface PlainLimit {
	readonly metric: 'macs' | 'params' | 'bytes' | 'latencyMs';
	readonly max: number;
	readonly device?: string;
	readonly precision?: string;
}

export interface PlainBudget {
	readonly limits: readonly PlainLimit[];
	/** Percent. */
	readonly floors: readonly number[];
}

export interface PlainAnswer {
	readonly counts: { meets: number; exceeds: number; unknown: number; unranked: number };
	readonly matches: readonly { id: string; rank: number; tieGroup: number }[];
	readonly near: readonly { id: string; overshoot: number }[];
}

interface Row {
	readonly id: string;
	readonly model: string;
	readonly candidate: Candidate;
	/** Percent. */
	readonly top1: number | undefined;
	readonly ranked: boolean;
}

export class BruteForce {
	private readonly rows: readonly Row[];
	private readonly sources: Map<string, Source>;
	private readonly seen = new Map<string, number | undefined>();
	private readonly figures: Map<string, Figure[]>;
	private readonly measurements: Map<string, Measurement[]>;
	private readonly checkpoints: Map<string, Checkpoint>;

	constructor(private readonly records: CatalogRecords) {
		this.figures = groupBy(records.figures, ({ of }) => of);
		this.measurements = groupBy(records.measurements, ({ device }) => device);
		this.checkpoints = new Map(records.checkpoints.map(each => [each.id, each]));
		this.sources = new Map(records.sources.map(source => [source.id, source]));
		const families = new Map(records.families.map(({ id, task }) => [id, task]));
		const tasks = new Map(records.models.map(({ id, family }) => [id, families.get(family)]));
		const classifiers = records.candidates.filter(({ model }) => tasks.get(model) === 'classification');
		this.rows = classifiers.map(candidate => {
			const shown = this.shownFigure(candidate, 'top1');
			const doubted = shown?.doubt === 'unsourced' || shown?.doubt === 'other-dataset';
			const ranked = candidate.dataset === 'imagenet-1k' && shown !== undefined && !doubted;
			return { id: candidate.id, model: candidate.model, candidate, top1: shown?.value, ranked };
		});
	}

	answer(budget: PlainBudget): PlainAnswer {
		const judged = this.rows.map(row => ({ row, ...this.judge(row, budget) }));
		const meeting = judged.filter(({ verdict, row }) => verdict === 'meets' && row.ranked).map(({ row }) => row);
		const count = (verdict: string): number => judged.filter(one => one.verdict === verdict).length;
		const matched = new Set(meeting.map(({ model }) => model));
		const near = judged
			.filter(({ verdict, row }) => verdict === 'exceeds' && row.ranked && !matched.has(row.model))
			.map(({ row, overshoot }) => ({ row, overshoot }))
			.sort((a, b) => a.overshoot - b.overshoot || this.moreAccurateThenId(a.row, b.row));
		return {
			counts: {
				meets: meeting.length,
				exceeds: count('exceeds'),
				unknown: count('unknown'),
				unranked: count('meets') - meeting.length,
			},
			matches: budget.floors.length > 0 ? this.rankByCost(meeting, budget) : this.rankByAccuracy(meeting, budget),
			near: near
				.filter(({ row }, place) => near.findIndex(other => other.row.model === row.model) === place)
				.slice(0, 3)
				.map(({ row, overshoot }) => ({ id: row.id, overshoot })),
		};
	}

	/** The value that stands for a cost of a candidate. */
	cost(candidate: Candidate, limit: Omit<PlainLimit, 'max'>): number | undefined {
		const key = JSON.stringify([candidate.id, limit.metric, limit.device, limit.precision]);
		if (!this.seen.has(key)) {
			const value =
				limit.metric === 'latencyMs'
					? this.latency(candidate, limit.device ?? '', limit.precision)
					: this.shownFigure(candidate, limit.metric)?.value;
			this.seen.set(key, value);
		}
		return this.seen.get(key);
	}

	private judge({ candidate, top1 }: Row, { limits, floors }: PlainBudget): { verdict: string; overshoot: number } {
		const costs = limits.map(limit => ({ value: this.cost(candidate, limit), max: limit.max }));
		const ratios = [
			...costs.map(({ value, max }) => (value === undefined ? undefined : value / max)),
			...floors.map(floor => (top1 === undefined ? undefined : floor / top1)),
		];
		const isOver =
			costs.some(({ value, max }) => value !== undefined && value > max) ||
			floors.some(floor => top1 !== undefined && top1 < floor);
		const overshoot = Math.max(...ratios.map(ratio => ratio ?? 0)) - 1;
		if (isOver) return { verdict: 'exceeds', overshoot };
		return { verdict: ratios.includes(undefined) ? 'unknown' : 'meets', overshoot };
	}

	private rankByAccuracy(meeting: readonly Row[], budget: PlainBudget): PlainAnswer['matches'] {
		const byCost = (a: Row, b: Row): number => this.compareCost(a, b, budget);
		let left = this.bestOfEachModel(meeting, (a, b) => accuracyOf(b) - accuracyOf(a) || byCost(a, b) || byId(a, b));
		const matches: { id: string; rank: number; tieGroup: number }[] = [];
		for (let tieGroup = 1; left.length > 0; tieGroup++) {
			const best = Math.max(...left.map(accuracyOf));
			const images = this.records.datasets.find(({ id }) => id === 'imagenet-1k')?.evaluationImages ?? NaN;
			const half = 100 * 1.96 * Math.sqrt(((best / 100) * (1 - best / 100)) / images);
			const group = left.filter(row => best - accuracyOf(row) <= half);
			group.sort((a, b) => byCost(a, b) || this.moreAccurateThenId(a, b));
			const rank = matches.length + 1;
			matches.push(...group.map(({ id }) => ({ id, rank, tieGroup })));
			left = left.filter(row => !group.includes(row));
		}
		return matches;
	}

	private rankByCost(meeting: readonly Row[], budget: PlainBudget): PlainAnswer['matches'] {
		const order = (a: Row, b: Row): number => this.compareCost(a, b, budget) || this.moreAccurateThenId(a, b);
		return this.bestOfEachModel(meeting, order)
			.sort(order)
			.map(({ id }, place) => ({ id, rank: place + 1, tieGroup: place + 1 }));
	}

	private bestOfEachModel(rows: readonly Row[], order: (a: Row, b: Row) => number): Row[] {
		const models = [...new Set(rows.map(({ model }) => model))];
		return models.flatMap(model =>
			rows
				.filter(row => row.model === model)
				.sort(order)
				.slice(0, 1),
		);
	}

	/** By the first limit's cost, MACs without a limit; unknown last. */
	private compareCost(a: Row, b: Row, { limits }: PlainBudget): number {
		const axis = limits[0] ?? { metric: 'macs' as const };
		const [costA, costB] = [this.cost(a.candidate, axis), this.cost(b.candidate, axis)];
		if (costA === undefined || costB === undefined)
			return Number(costA === undefined) - Number(costB === undefined);
		return costA - costB;
	}

	private moreAccurateThenId(a: Row, b: Row): number {
		return accuracyOf(b) - accuracyOf(a) || byId(a, b);
	}

	private shownFigure(candidate: Candidate, kind: FigureKind): Figure | undefined {
		const { checkpoint, model, id } = candidate;
		const owners = checkpoint === undefined ? [id, model] : [id, checkpoint, model];
		return owners
			.flatMap(owner => this.figures.get(owner) ?? [])
			.filter(figure => figure.kind === kind && this.isAbout(figure, candidate))
			.map(figure => ({ figure, grade: this.gradeOf(figure, candidate) }))
			.sort((a, b) => (a.grade < b.grade ? -1 : Number(a.grade > b.grade)))[0]?.figure;
	}

	private isAbout({ kind, of, conditions, source }: Figure, { id, input, checkpoint }: Candidate): boolean {
		if (kind === 'params' || kind === 'bytes') return true;
		const sameSize = String(conditions.input ?? input) === String(input);
		if (kind === 'macs') return sameSize && (conditions.input !== undefined || of === id);
		const isPaper = this.sources.get(source)?.kind === 'paper';
		return sameSize && of === id && !(checkpoint !== undefined && isPaper);
	}

	/** A text that sorts as the policy says: whole and undoubted first, single crop, best kind of source, newest. */
	private gradeOf(figure: Figure, candidate: Candidate): string {
		const source = this.sources.get(figure.source);
		const partial = ['convolutions-only', 'with-auxiliary-head', 'branches-merged'].includes(
			figure.convention ?? '',
		);
		const lightDoubt = ['superseded', 'misprint'].includes(figure.doubt ?? '');
		const heavyDoubt = ['unsourced', 'other-dataset'].includes(figure.doubt ?? '');
		const doubt = heavyDoubt ? 2 : lightDoubt || (partial && figure.doubt === undefined) ? 1 : 0;
		const crop = (figure.conditions.protocol ?? 'single-crop') === 'single-crop' ? 0 : 1;
		const ownFramework = this.checkpoints.get(candidate.checkpoint ?? '')?.framework;
		const kind = source?.kind ?? 'seed';
		const place = {
			computed: figure.kind === 'top1' ? 7 : 0,
			framework: source?.framework === ownFramework ? 1 : figure.kind === 'top1' ? 2 : 5,
			evaluator: 2,
			paper: source?.supersededBy === undefined ? 3 : 4,
			repository: 6,
			user: 7,
			seed: 8,
		}[kind];
		return [doubt, crop, place, newestFirst(source?.date)].join('/');
	}

	private latency(candidate: Candidate, device: string, precision: string | undefined): number | undefined {
		const usable = (this.measurements.get(device) ?? []).filter(
			one => one.scope === 'single-image' && (precision === undefined || one.precision === precision),
		);
		const runs = [...new Set(usable.map(runOf))].map(run => {
			const of = usable.filter(one => runOf(one) === run);
			const plainCpu = of[0]?.precision === 'fp32' && of[0].runtime.split('-').includes('cpu') ? 0 : 1;
			return { run, plainCpu, threads: of[0]?.threads ?? Number.MAX_SAFE_INTEGER, count: of.length };
		});
		runs.sort((a, b) => a.plainCpu - b.plainCpu || a.threads - b.threads || b.count - a.count);
		const [chosen] = runs;
		const { model, input } = candidate;
		return usable
			.filter(one => runOf(one) === chosen?.run && one.model === model && String(one.input) === String(input))
			.filter(one => isOfSameName(one.implementation, candidate.checkpoint))
			.map(one => ({ ms: one.ms, age: newestFirst(this.sources.get(one.source)?.date) }))
			.sort((a, b) => (a.age < b.age ? -1 : Number(a.age > b.age)))[0]?.ms;
	}
}

/** `timm:tf_a_net` is not timed for `timm:a_net.in1k`, and is for weights of every other framework and for none. */
function isOfSameName(implementation: string | undefined, checkpoint: string | undefined): boolean {
	if (implementation === undefined || checkpoint === undefined) return true;
	const framework = implementation.slice(0, implementation.indexOf(':') + 1);
	if (!checkpoint.startsWith(framework)) return true;
	return checkpoint === implementation || checkpoint.startsWith(`${implementation}.`);
}

function accuracyOf({ top1 }: Row): number {
	return top1 ?? NaN;
}

function byId(a: Row, b: Row): number {
	return a.id < b.id ? -1 : Number(a.id > b.id);
}

function runOf({ runtime, precision, threads }: Measurement): string {
	return `${runtime} ${precision} ${String(threads)}`;
}

/** A text that sorts a newer date before an older one. */
function newestFirst(date = '0000-00-00'): string {
	return date.replace(/\d/g, digit => String(9 - Number(digit)));
}

function groupBy<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const record of records) groups.set(keyOf(record), [...(groups.get(keyOf(record)) ?? []), record]);
	return groups;
}
