import { frameworkOf } from '../catalog/shownFigure.ts';
import { licenseBadge, type LicenseBadge } from '../catalog/weightsLicense.ts';
import { boundOf, isFloor, type Budget, type Constraint } from './budget.ts';
import type { VerdictCounts } from './judgeAll.ts';
import type { Explanation } from './explanation.ts';
import { formatFloor, formatLimit } from './parseBudget.ts';
import type { Match, NearMiss, PickResult } from './pick.ts';
import type { SourcedLatency, SourcedValue, Standing } from './standing.ts';
import type { Dispute } from './verdict.ts';

/** What `pick --json` prints and the editor's command returns. Accuracy in percent, latency in ms, costs as counts. */
export interface PickOutput {
	readonly budget: Budget;
	/** How the budget was understood where its words leave a choice, such as both readings of FLOPs. */
	readonly reading?: string;
	readonly counts: VerdictCounts;
	/** Candidates left out for the license of their weights alone, where licenses were asked about. */
	readonly leftOutByLicense?: number;
	readonly matches: readonly MatchOutput[];
	readonly near: readonly NearOutput[];
	/** The limit that holds the pick down most, or where nothing matches the one to give up. */
	readonly binding?: ReasonOutput & { readonly limit: string };
	readonly nextStepUp?: ReasonOutput & { readonly id: string };
}

export interface ReasonOutput {
	readonly code: string;
	readonly text: string;
}

export interface MatchOutput {
	readonly rank: number;
	readonly tieGroup: number;
	/** Candidate id. */
	readonly id: string;
	/** Model id. */
	readonly model: string;
	/** Family id. */
	readonly family: string;
	readonly name: string;
	/** `[height, width]` in px. */
	readonly input: readonly [number, number];
	readonly framework?: string;
	/** Checkpoint id. */
	readonly checkpoint?: string;
	/** SPDX id of the license of its weights, or `unknown`. */
	readonly license?: string;
	readonly licenseBadge?: LicenseBadge;
	readonly figures: {
		readonly top1?: SourcedValue;
		readonly ap?: SourcedValue;
		readonly miou?: SourcedValue;
		readonly macs?: SourcedValue;
		readonly params?: SourcedValue;
		readonly bytes?: SourcedValue;
		/** Of the first latency limit that has a measurement. */
		readonly latencyMs?: SourcedLatency;
	};
	readonly disputed?: readonly DisputeOutput[];
	readonly reasons: readonly ReasonOutput[];
}

export interface DisputeOutput {
	readonly limit: string;
	readonly value: number;
	readonly source: string;
	readonly otherValue: number;
	readonly otherSource: string;
}

export interface NearOutput extends MatchOutput {
	readonly over: readonly {
		readonly limit: string;
		readonly value: number;
		readonly limitValue: number;
		/** Value ÷ limit, floor ÷ value for a floor. */
		readonly ratio: number;
	}[];
}

export function toPickOutput(result: PickResult): PickOutput {
	const { binding, nextStepUp } = result;
	const reading = readingText(result);
	return {
		budget: result.budget,
		...(reading !== '' && { reading }),
		counts: result.counts,
		...(result.leftOutByLicense !== undefined && { leftOutByLicense: result.leftOutByLicense }),
		matches: result.matches.map(match => matchOutput(result, match)),
		near: result.near.map(near => nearOutput(result, near)),
		...(binding && { binding: { limit: formatConstraint(binding.limit), ...reasonOutput(binding.explanation) } }),
		...(nextStepUp && { nextStepUp: { id: nextStepUp.candidate.id, ...reasonOutput(nextStepUp.explanation) } }),
	};
}

/** How the budget was understood, in one line; empty where its words leave no choice. */
export function readingText({ readings }: PickResult): string {
	return readings.map(({ text }) => text).join('; ');
}

function formatConstraint(constraint: Constraint): string {
	return isFloor(constraint) ? formatFloor(constraint) : formatLimit(constraint);
}

function matchOutput(result: PickResult, match: Match): MatchOutput {
	return standingOutput(result, match, match.rank, match.tieGroup, match.reasons);
}

/** Near misses are in no tie group of the matches, so each is one of its own. */
function nearOutput(result: PickResult, near: NearMiss): NearOutput {
	return {
		...standingOutput(result, near, near.rank, near.rank, near.reasons),
		over: near.over.map(({ limit, value, ratio }) => ({
			limit: formatConstraint(limit),
			value,
			limitValue: boundOf(limit),
			ratio,
		})),
	};
}

function standingOutput(
	{ catalog }: PickResult,
	standing: Standing,
	rank: number,
	tieGroup: number,
	reasons: readonly Explanation[],
): MatchOutput {
	const { candidate, family, name, checkpoint } = standing;
	const { latencies, ...figures } = standing.figures;
	const framework = frameworkOf(catalog, candidate);
	const { disputed } = standing.judgement;
	const badge = licenseBadge(checkpoint?.weightsLicence);
	return {
		rank,
		tieGroup,
		id: candidate.id,
		model: candidate.model,
		family,
		name,
		input: candidate.input,
		...(framework !== undefined && { framework }),
		...(checkpoint && { checkpoint: checkpoint.id, license: checkpoint.weightsLicence }),
		...(badge && { licenseBadge: badge }),
		figures: { ...figures, ...(latencies[0] && { latencyMs: latencies[0] }) },
		...(disputed && { disputed: disputed.map(disputeOutput) }),
		reasons: reasons.map(reasonOutput),
	};
}

function disputeOutput({ limit, value, source, otherValue, otherSource }: Dispute): DisputeOutput {
	return { limit: formatConstraint(limit), value, source, otherValue, otherSource };
}

function reasonOutput({ code, text }: Explanation): ReasonOutput {
	return { code, text };
}
