import { accuracyKindOf, taskOf } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import type { Candidate, Checkpoint, FigureKind } from '../catalog/records.ts';
import { shownFigure, type FigureScope } from '../catalog/shownFigure.ts';
import type { Run } from '../latency/defaultRun.ts';
import { isFloor, type Limit } from './budget.ts';
import type { Judgement, LimitJudgement } from './verdict.ts';

/** A number with the id of its source. */
export interface SourcedValue {
	readonly value: number;
	readonly source: string;
}

export interface SourcedLatency extends SourcedValue, Run {
	/** Device id. */
	readonly device: string;
}

/** The figures that an answer shows of a candidate. Missing ones are left out. */
export interface StandingFigures {
	/** Percent, as are the next two; the one of the task that the candidate is of. */
	readonly top1?: SourcedValue;
	readonly ap?: SourcedValue;
	readonly miou?: SourcedValue;
	readonly macs?: SourcedValue;
	readonly params?: SourcedValue;
	/** Only where the budget limits the size. */
	readonly bytes?: SourcedValue;
	/** Milliseconds, one for each latency limit that has a measurement. */
	readonly latencies: readonly SourcedLatency[];
}

/** A candidate as every surface shows it in an answer. */
export interface Standing {
	readonly candidate: Candidate;
	readonly checkpoint?: Checkpoint;
	/** Family id. */
	readonly family: string;
	/** Name of the model, safe to show. */
	readonly name: string;
	readonly judgement: Judgement;
	readonly figures: StandingFigures;
}

export function standingOf(
	catalog: Catalog,
	candidate: Candidate,
	judgement: Judgement,
	scope: FigureScope = {},
): Standing {
	const model = catalog.modelById.get(candidate.model);
	const checkpoint =
		candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
	return {
		candidate,
		...(checkpoint && { checkpoint }),
		family: model?.family ?? '',
		name: plainText(model?.name ?? candidate.model, 80),
		judgement,
		figures: figuresOf(catalog, candidate, judgement, scope),
	};
}

function figuresOf(catalog: Catalog, candidate: Candidate, { limits }: Judgement, scope: FigureScope): StandingFigures {
	const read = <K extends FigureKind>(kind: K): Partial<Record<K, SourcedValue>> => {
		const shown = shownFigure(catalog, candidate, kind, scope);
		const found: Partial<Record<K, SourcedValue>> = {};
		if (shown) found[kind] = { value: shown.value, source: shown.figure.source };
		return found;
	};
	const limitsSize = limits.some(({ limit }) => limit.metric === 'bytes');
	return {
		...read(accuracyKindOf(taskOf(catalog, candidate))),
		...read('macs'),
		...read('params'),
		...(limitsSize && read('bytes')),
		latencies: limits.flatMap(latencyOf),
	};
}

function latencyOf({ limit, value, measurement }: LimitJudgement): readonly SourcedLatency[] {
	if (value === undefined || !measurement || !isLatency(limit)) return [];
	const { device, runtime, precision, threads, source } = measurement;
	return [{ value, source, device, runtime, precision, ...(threads !== undefined && { threads }) }];
}

function isLatency(limit: LimitJudgement['limit']): limit is Limit {
	return !isFloor(limit) && limit.metric === 'latencyMs';
}
