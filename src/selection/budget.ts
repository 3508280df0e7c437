import type { RankedAccuracy } from '../catalog/accuracy.ts';
import type { Precision } from '../catalog/records.ts';

export type CostMetric = 'macs' | 'params' | 'bytes' | 'latencyMs';

/** What a cost is read from: a metric, with latency also a device and perhaps a precision. */
export interface CostAxis {
	readonly metric: CostMetric;
	/** Device id such as `pixel-1`; with `latencyMs` only. */
	readonly device?: string;
	/** Without it the default run of the device is meant. */
	readonly precision?: Precision;
}

/** An upper limit, inclusive. */
export interface Limit extends CostAxis {
	/** A count, bytes, or milliseconds per image at batch 1. Positive and finite. */
	readonly max: number;
	/** The limit as it was written. */
	readonly text: string;
	/** Where FLOPs were written: both readings in MACs, of which `max` is one. */
	readonly flops?: FlopsReadings;
	/** Id of the model, checkpoint or candidate whose MACs are the limit. */
	readonly reference?: string;
	/** True where a count without a unit was read as MACs. */
	readonly assumed?: true;
}

export interface FlopsReadings {
	/** The number of FLOPs that was written. */
	readonly printed: number;
	/** MACs if FLOPs = 2 × MACs. */
	readonly asFlops: number;
	/** MACs if the writer meant MACs. */
	readonly asMacs: number;
}

/** A lower bound of the accuracy, inclusive. A budget with a floor is ranked by cost. */
export interface Floor {
	/** Top-1, COCO box AP or mean IoU: the accuracy of the task that is asked about. */
	readonly metric: RankedAccuracy;
	/** Percent, over 0 and at most 100. */
	readonly min: number;
	/** The floor as it was written. */
	readonly text: string;
}

export type Constraint = Limit | Floor;

/** Limits and floors that must all hold, in the order in which they were written. */
export interface Budget {
	/** The budget as it was written. */
	readonly text: string;
	readonly limits: readonly Limit[];
	readonly floors: readonly Floor[];
}

export type Verdict = 'meets' | 'exceeds' | 'unknown';

/** Limits first, then floors. */
export function constraintsOf(budget: Budget): readonly Constraint[] {
	return [...budget.limits, ...budget.floors];
}

export function isFloor(constraint: Constraint): constraint is Floor {
	return 'min' in constraint;
}

/** The number that a constraint compares with: `max` of a limit, `min` of a floor. */
export function boundOf(constraint: Constraint): number {
	return isFloor(constraint) ? constraint.min : constraint.max;
}

/** The cost that decides among equals: of the first limit, MACs where there is none. */
export function firstCost(budget: Budget): CostAxis {
	return budget.limits[0] ?? { metric: 'macs' };
}

/** Whether accuracy or cost comes first in the ranking: who states the accuracy that is enough wants the cheapest. */
export function rankingOf(budget: Budget): 'accuracy' | 'cost' {
	return budget.floors.length > 0 ? 'cost' : 'accuracy';
}

/**
 * How many times `value` is over a limit, or a floor over `value`: 1 exactly at it, more where it is not met, so that
 * overshoot is this minus 1 for both. NaN where the value is.
 */
export function ratioOf(constraint: Constraint, value: number): number {
	return isFloor(constraint) ? constraint.min / value : value / constraint.max;
}

export function isWithin(constraint: Constraint, value: number): boolean {
	return isFloor(constraint) ? value >= constraint.min : value <= constraint.max;
}

/** @throws {RangeError} if a bound is not a positive finite number. */
export function assertBudget(budget: Budget): void {
	for (const constraint of constraintsOf(budget)) {
		const bound = boundOf(constraint);
		if (!(bound > 0 && Number.isFinite(bound)))
			throw new RangeError(`invalid ${constraint.metric} limit: ${bound}; expected a positive finite number`);
	}
}
