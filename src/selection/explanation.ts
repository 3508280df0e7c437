import { accuracyText, accuracyWords } from '../catalog/accuracy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { labelText } from '../catalog/plainText.ts';
import { formatBytes, formatCount, formatLatency, formatMacs, formatParams } from '../catalog/units.ts';
import {
	boundOf,
	isFloor,
	ratioOf,
	type Constraint,
	type CostAxis,
	type CostMetric,
	type Floor,
	type Verdict,
} from './budget.ts';

/** A reason as a value: made once, shown alike by every surface. Tests and programs read its code and params. */
export interface Explanation {
	/** Stable. */
	readonly code: ExplanationCode;
	readonly params: Readonly<Record<string, string | number>>;
	/** For people, one line, no full stop. */
	readonly text: string;
}

export type ExplanationCode =
	| 'meets-limit'
	| 'exceeds-limit'
	| 'unknown-figure'
	| 'meets-floor'
	| 'below-floor'
	| 'disputed-figure'
	| 'unranked'
	| 'pick'
	| 'most-accurate'
	| 'tied'
	| 'folds-under'
	| 'ranked'
	| 'not-asked-about'
	| 'flops-readings'
	| 'bare-count-is-macs'
	| 'model-reference'
	| 'latency-run'
	| 'costs-at-input'
	| 'binding-limit'
	| 'next-step-up'
	| 'nothing-meets';

/** A cost with its unit and, for a latency, its device: `219 M MACs`, `66 ms on Pixel 1`. */
export function costText(catalog: Catalog, axis: CostAxis, value: number): string {
	switch (axis.metric) {
		case 'macs':
			return formatMacs(value);
		case 'params':
			return formatParams(value);
		case 'bytes':
			return formatBytes(value);
		case 'latencyMs':
			return `${formatLatency(value)} on ${deviceText(catalog, axis)}`;
	}
}

/** A cost where its metric is known from the words around it: `300 M`, `14 MB`, `70 ms`. */
export function bareCostText(metric: CostMetric, value: number): string {
	switch (metric) {
		case 'macs':
		case 'params':
			return formatCount(value);
		case 'bytes':
			return formatBytes(value);
		case 'latencyMs':
			return formatLatency(value);
	}
}

export function metricText(catalog: Catalog, axis: CostAxis): string {
	const names = { macs: 'MACs', params: 'params', bytes: 'size' } as const;
	return axis.metric === 'latencyMs' ? `latency on ${deviceText(catalog, axis)}` : names[axis.metric];
}

/** A limit or floor in words: `300 M MACs`, `70 ms on Pixel 1`, `top-1 of 75 %`, `AP 40`. */
export function constraintText(catalog: Catalog, constraint: Constraint): string {
	if (!isFloor(constraint)) return costText(catalog, constraint, constraint.max);
	const text = accuracyText(constraint.metric, constraint.min);
	return constraint.metric === 'top1' ? `top-1 of ${text}` : text;
}

export function deviceText(catalog: Catalog, { device, precision }: CostAxis): string {
	const name = device === undefined ? 'an unnamed device' : (catalog.deviceById.get(device)?.name ?? device);
	return precision === undefined ? labelText(name) : `${labelText(name)} (${precision})`;
}

/** What a figure says against a limit or floor: `300.8 M MACs, limit 300 M`. */
export function explainConstraint(
	catalog: Catalog,
	constraint: Constraint,
	verdict: Verdict,
	value: number | undefined,
): Explanation {
	const bound = boundOf(constraint);
	const { metric } = constraint;
	const about = { metric, limitValue: bound, ...(!isFloor(constraint) && deviceParams(constraint)) };
	if (verdict === 'unknown' || value === undefined) {
		return { code: 'unknown-figure', params: about, text: unknownText(catalog, constraint) };
	}
	const params = { ...about, value, ratio: ratioOf(constraint, value) };
	const text = comparisonText(catalog, constraint, value);
	if (isFloor(constraint)) return { code: verdict === 'meets' ? 'meets-floor' : 'below-floor', params, text };
	return { code: verdict === 'meets' ? 'meets-limit' : 'exceeds-limit', params, text };
}

/** The same against a limit as a sentence of its own: `Exceeds 300 M MACs: 390 M MACs, 30 % over`. */
export function sentenceOf(catalog: Catalog, constraint: Constraint, explanation: Explanation, value?: number): string {
	const limit = constraintText(catalog, constraint);
	if (value === undefined) return `Unknown against ${limit}: ${missingText(catalog, constraint)}`;
	const verb = explanation.code === 'meets-limit' || explanation.code === 'meets-floor' ? 'Meets' : 'Exceeds';
	if (isFloor(constraint)) {
		return verb === 'Meets'
			? `Meets ${limit}: ${accuracyAgainst(value, constraint)}`
			: `Falls short of ${limit}: ${accuracyAgainst(value, constraint)}, ${pointsText(constraint.min - value)} short`;
	}
	const [figure] = pairText(catalog, constraint, value);
	return verb === 'Meets'
		? `Meets ${limit}: ${figure}`
		: `Exceeds ${limit}: ${figure}, ${overshootText(ratioOf(constraint, value) - 1)}`;
}

/** `30 % over`, `4.1 × the limit`, `0.26 % over`. */
export function overshootText(overshoot: number): string {
	if (overshoot >= 1) return `${Number((overshoot + 1).toPrecision(3))} × the limit`;
	return `${Number((overshoot * 100).toPrecision(2))} % over`;
}

/** A difference of accuracies: `1.1 points`. */
export function pointsText(points: number): string {
	const rounded = Number(points.toFixed(points < 0.01 ? 4 : 2));
	return `${rounded} ${rounded === 1 ? 'point' : 'points'}`;
}

function deviceParams({ device, precision }: CostAxis): Record<string, string> {
	return { ...(device !== undefined && { device }), ...(precision !== undefined && { precision }) };
}

function comparisonText(catalog: Catalog, constraint: Constraint, value: number): string {
	if (isFloor(constraint))
		return `${accuracyAgainst(value, constraint)}, floor ${accuracyText(constraint.metric, constraint.min)}`;
	const [figure, limit] = pairText(catalog, constraint, value);
	return `${figure}, limit ${limit}`;
}

/** Figure and limit, with all their digits where rounding would make two different numbers look equal. */
function pairText(catalog: Catalog, constraint: CostAxis & { readonly max: number }, value: number): [string, string] {
	const { metric, max } = constraint;
	const limit = bareCostText(metric, max);
	if (value === max || bareCostText(metric, value) !== limit) return [costText(catalog, constraint, value), limit];
	const units = { macs: ' MACs', params: ' params', bytes: ' B', latencyMs: ' ms' } as const;
	const on = metric === 'latencyMs' ? ` on ${deviceText(catalog, constraint)}` : '';
	return [`${allDigits(value)}${units[metric]}${on}`, allDigits(max)];
}

/** With all its digits where rounding would make it look equal to the floor. */
function accuracyAgainst(value: number, { metric, min }: Floor): string {
	const short = accuracyText(metric, value);
	if (value === min || short !== accuracyText(metric, min)) return short;
	return metric === 'top1' ? `${String(value)} %` : `${accuracyWords(metric).name} ${String(value)}`;
}

/** `300 774 272` */
function allDigits(value: number): string {
	return Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ' ') : String(value);
}

function unknownText(catalog: Catalog, constraint: Constraint): string {
	if (isFloor(constraint)) return `top-1 unknown, floor ${accuracyText(constraint.metric, constraint.min)}`;
	return `${metricText(catalog, constraint)} unknown, limit ${bareCostText(constraint.metric, constraint.max)}`;
}

function missingText(catalog: Catalog, constraint: Constraint): string {
	if (isFloor(constraint)) return 'its accuracy is not known';
	const isPlural = constraint.metric === 'macs' || constraint.metric === 'params';
	return `its ${metricText(catalog, constraint)} ${isPlural ? 'are' : 'is'} not known`;
}
