import { accuracyText, accuracyWords } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { labelText } from '../catalog/plainText.ts';
import type { Candidate, FigureKind, Measurement } from '../catalog/records.ts';
import { shownFigure, type FigureScope } from '../catalog/shownFigure.ts';
import { latencyLookup, type ShownLatency } from '../latency/shownLatency.ts';
import {
	assertBudget,
	constraintsOf,
	isFloor,
	isWithin,
	ratioOf,
	type Budget,
	type Constraint,
	type Limit,
	type Verdict,
} from './budget.ts';
import { costColumn, type SelectionTable } from './engine.ts';
import { bareCostText, explainConstraint, metricText, type Explanation } from './explanation.ts';

/** What one limit or floor says of a candidate. */
export interface LimitJudgement {
	readonly limit: Constraint;
	readonly verdict: Verdict;
	/** In the unit of the limit; undefined where no figure is known. */
	readonly value?: number;
	/** Id of the source of `value`. */
	readonly source?: string;
	/** With a latency: how it was measured. */
	readonly measurement?: Measurement;
	/** Value ÷ limit, floor ÷ value for a floor: over 1 where it is not met. */
	readonly ratio?: number;
	readonly explanation: Explanation;
}

/** Another comparable figure that would flip the verdict of the candidate. */
export interface Dispute {
	readonly limit: Constraint;
	readonly value: number;
	readonly source: string;
	readonly otherValue: number;
	readonly otherSource: string;
	readonly explanation: Explanation;
}

export interface Judgement {
	/** An exceeded limit decides, else a missing figure makes it unknown. */
	readonly verdict: Verdict;
	/** In the order of the budget, floors last. */
	readonly limits: readonly LimitJudgement[];
	/** Never empty. */
	readonly disputed?: readonly Dispute[];
}

interface Evidence {
	readonly value: number;
	readonly source: string;
	readonly measurement?: Measurement;
	readonly others: readonly { readonly value: number; readonly source: string }[];
}

/**
 * Whether a candidate is within a budget, limit by limit. Limits are inclusive.
 * @throws {RangeError} if a limit is not a positive finite number.
 */
export function judgeCandidate(
	catalog: Catalog,
	candidate: Candidate,
	budget: Budget,
	scope: FigureScope = {},
): Judgement {
	return createJudge(catalog, budget, scope)(candidate);
}

/** `judgeCandidate` for many candidates: what the budget means is found out once. */
export function createJudge(
	catalog: Catalog,
	budget: Budget,
	scope: FigureScope = {},
): (candidate: Candidate) => Judgement {
	return judgeWith(catalog, budget, scope, ({ device, precision }) =>
		device === undefined ? undefined : latencyLookup(catalog, { device, precision, source: scope.source }),
	);
}

/** `createJudge` with what a table knows already. */
export function createTableJudge(table: SelectionTable, budget: Budget): (candidate: Candidate) => Judgement {
	return judgeWith(table.catalog, budget, table.filter, limit => costColumn(table, limit).latency?.read);
}

type LatencyReader = (candidate: Candidate) => ShownLatency | undefined;

function judgeWith(
	catalog: Catalog,
	budget: Budget,
	scope: FigureScope,
	latencyReader: (limit: Limit) => LatencyReader | undefined,
): (candidate: Candidate) => Judgement {
	assertBudget(budget);
	const readers = constraintsOf(budget).map(limit => {
		const { metric } = limit;
		if (metric === 'latencyMs') return { limit, read: latencyEvidence(latencyReader(limit)) };
		return { limit, read: (candidate: Candidate) => figureEvidence(catalog, candidate, metric, scope) };
	});
	return candidate => {
		const found = readers.map(({ limit, read }) => ({ limit, evidence: read(candidate) }));
		const limits = found.map(({ limit, evidence }) => judgeConstraint(catalog, limit, evidence));
		const disputed = findDisputes(catalog, limits, found);
		return {
			verdict: overallVerdict(limits),
			limits,
			...(disputed.length > 0 && { disputed }),
		};
	};
}

function figureEvidence(
	catalog: Catalog,
	candidate: Candidate,
	kind: FigureKind,
	scope: FigureScope,
): Evidence | undefined {
	const shown = shownFigure(catalog, candidate, kind, scope);
	return shown && { value: shown.value, source: shown.figure.source, others: shown.others };
}

function latencyEvidence(reader: LatencyReader | undefined): (candidate: Candidate) => Evidence | undefined {
	return candidate => {
		const shown = reader?.(candidate);
		return (
			shown && {
				value: shown.ms,
				source: shown.measurement.source,
				measurement: shown.measurement,
				others: shown.others.map(other => ({ value: other.ms, source: other.source })),
			}
		);
	};
}

function judgeConstraint(catalog: Catalog, limit: Constraint, evidence: Evidence | undefined): LimitJudgement {
	if (!evidence || Number.isNaN(evidence.value)) {
		return { limit, verdict: 'unknown', explanation: explainConstraint(catalog, limit, 'unknown', undefined) };
	}
	const { value, source, measurement } = evidence;
	const verdict = isWithin(limit, value) ? 'meets' : 'exceeds';
	return {
		limit,
		verdict,
		value,
		source,
		...(measurement && { measurement }),
		ratio: ratioOf(limit, value),
		explanation: explainConstraint(catalog, limit, verdict, value),
	};
}

/** An exceeded limit decides, else a missing figure makes it unknown. */
export function overallVerdict(limits: readonly Pick<LimitJudgement, 'verdict'>[]): Verdict {
	return overall(limits.map(({ verdict }) => verdict));
}

function overall(verdicts: readonly Verdict[]): Verdict {
	if (verdicts.includes('exceeds')) return 'exceeds';
	return verdicts.includes('unknown') ? 'unknown' : 'meets';
}

/** The first figure per limit that alone would change the verdict of the candidate. */
function findDisputes(
	catalog: Catalog,
	limits: readonly LimitJudgement[],
	found: readonly { readonly evidence: Evidence | undefined }[],
): readonly Dispute[] {
	const verdicts = limits.map(({ verdict }) => verdict);
	return limits.flatMap(({ limit, verdict, value, source }, index) => {
		if (value === undefined || source === undefined) return [];
		const flipped = verdicts.with(index, verdict === 'meets' ? 'exceeds' : 'meets');
		if (overall(flipped) === overall(verdicts)) return [];
		const other = found[index]?.evidence?.others.find(
			figure => isWithin(limit, figure.value) !== (verdict === 'meets'),
		);
		return other ? [disputeOf(catalog, limit, { value, source }, other)] : [];
	});
}

function disputeOf(
	catalog: Catalog,
	limit: Constraint,
	{ value, source }: { value: number; source: string },
	other: { value: number; source: string },
): Dispute {
	const format = (number: number): string =>
		isFloor(limit) ? accuracyText(limit.metric, number) : bareCostText(limit.metric, number);
	const metric = isFloor(limit) ? accuracyWords(limit.metric).name : metricText(catalog, limit);
	const params = { metric: limit.metric, value, source, otherValue: other.value, otherSource: other.source };
	const text =
		`disputed: ${metric} ${format(value)} (${labelText(source)}) ` +
		`or ${format(other.value)} (${labelText(other.source)})`;
	return {
		limit,
		value,
		source,
		otherValue: other.value,
		otherSource: other.source,
		explanation: { code: 'disputed-figure', params, text },
	};
}
