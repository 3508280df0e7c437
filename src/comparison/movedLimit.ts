import { accuracyKindOf } from '../catalog/accuracy.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { macsOfFlops } from '../catalog/units.ts';
import { formatFloor, formatLimit } from '../selection/parseBudget.ts';
import { splitBudget } from '../selection/splitBudget.ts';
import {
	costMetrics,
	hasMark,
	verdicts,
	type ComparisonSnapshot,
	type RowVerdict,
	type SnapshotLimit,
} from './comparisonSnapshot.ts';
import type { PlotAxis } from './plotAxes.ts';
import { lengthOf, lengths, type PlotWindow } from './plotWindow.ts';
import { numberIn } from './tableFilter.ts';

/** Whether every limit of the budget is on a column, so that verdicts follow from the snapshot alone. */
export function canJudge({ budget }: ComparisonSnapshot): boolean {
	return budget.problem === undefined && budget.limits.length === budget.constraints;
}

/**
 * The snapshot with one limit of its budget at another value: text, line, verdicts and counts. What the host alone knows,
 * disputes and the sentences of each row, is that of before until it has answered.
 * @param value in the unit of the limit's metric, positive.
 */
export function withLimit(snapshot: ComparisonSnapshot, index: number, value: number): ComparisonSnapshot {
	const { budget } = snapshot;
	const limit = budget.limits[index];
	if (!limit) return snapshot;
	const written = limitText(snapshot, limit, value);
	const text = replacePart(budget.text, limit.written, written);
	const limits = budget.limits.with(index, { ...limit, value, written, text: lineText(limit, written) });
	const moved = { ...snapshot, budget: { ...budget, text, limits } };
	return canJudge(snapshot) ? judged(moved) : moved;
}

/** The budget with a limit on one more column. */
export function withFurtherLimit(snapshot: ComparisonSnapshot, metric: SnapshotLimit['metric'], value: number): string {
	const { text } = snapshot.budget;
	const further = limitText(snapshot, { metric }, value);
	return text.trim() === '' ? further : `${text.trim()}, ${further}`;
}

/** A value as a person types it into a limit, in the unit of its metric; undefined where it is none. */
export function typedLimit({ metric }: Pick<SnapshotLimit, 'metric'>, text: string): number | undefined {
	const typed = text.replace(/^\s*[≤≥<>]=?/u, '').replace(/\s+/gu, '');
	const flops = metric === 'macs' ? numberIn('flops', typed) : undefined;
	const value = numberIn(metric, typed) ?? (flops === undefined ? undefined : macsOfFlops(flops));
	return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

/** Whether a budget can have a limit on an axis: on every cost, and on the accuracy of the task. */
export function limitMetric({ task }: ComparisonSnapshot, axis: PlotAxis): SnapshotLimit['metric'] | undefined {
	return [...costMetrics, accuracyKindOf(task)].find(metric => metric === axis);
}

/** Index of the first limit on an axis; undefined where there is none. */
export function limitOn({ budget }: ComparisonSnapshot, axis: PlotAxis): number | undefined {
	const index = budget.limits.findIndex(({ metric }) => metric === axis);
	return index === -1 ? undefined : index;
}

/**
 * A limit moved along its axis by so many hundredths of what is shown of it, no further than that reaches, and as round as
 * a hundredth allows.
 * @param value in the unit of the axis; by 0 hundredths it is only rounded.
 */
export function steppedLimit(window: PlotWindow, side: 'x' | 'y', value: number, hundredths: number): number {
	const logarithmic = side === 'x' ? window.logX : window.logY;
	const [from, to] = lengths(window)[side];
	const step = (to - from) / 100;
	const length = Math.min(to, Math.max(from, lengthOf(value, logarithmic) + hundredths * step));
	const moved = logarithmic ? 10 ** length : length;
	const size = logarithmic ? moved * (10 ** step - 1) : step;
	const unit = 10 ** Math.floor(Math.log10(size / 2));
	const [least, most] = window[side];
	const nearest = Math.round(moved / unit);
	const units = Math.max(1, Math.ceil(least / unit), Math.min(nearest, Math.floor(most / unit)));
	return Number((units * unit).toPrecision(12));
}

function limitText({ device }: ComparisonSnapshot, { metric }: Pick<SnapshotLimit, 'metric'>, value: number): string {
	if (isAccuracyKind(metric)) return formatFloor({ metric, min: value, text: '' });
	const on = metric === 'latencyMs' && device ? { device: device.id } : {};
	return formatLimit({ metric, max: value, text: '', ...on });
}

/** A line has the words of its limit without the device, which the axis names. */
function lineText({ metric }: SnapshotLimit, written: string): string {
	if (isAccuracyKind(metric)) return written.replace(/^top1 /u, '');
	return written.replace(/@.*$/u, '');
}

/** Only the part that says the limit: all else of the text stays as the person wrote it. */
function replacePart(text: string, before: string, after: string): string {
	const split = splitBudget(text);
	const part = split.ok ? split.parts.find(each => each.text === before) : undefined;
	if (!part) return text;
	return `${text.slice(0, part.start)}${after}${text.slice(part.start + part.text.length)}`;
}

/** Verdict of every row: an exceeded limit decides, else an unknown value. Limits are inclusive. */
function judged(snapshot: ComparisonSnapshot): ComparisonSnapshot {
	const { rows, numbers, budget } = snapshot;
	const codes = new Uint8Array(rows).fill(codeOf.meets);
	for (const { metric, value: bound } of budget.limits) {
		const { values } = numbers[metric];
		const sign = isAccuracyKind(metric) ? -1 : 1;
		const most = sign * bound;
		for (let row = 0; row < rows; row++) {
			const value = sign * (values[row] ?? NaN);
			if (value > most) codes[row] = codeOf.exceeds;
			else if (!(value <= most) && codes[row] === codeOf.meets) codes[row] = codeOf.unknown;
		}
	}
	const tally = new Uint32Array(verdicts.length);
	for (let row = 0; row < rows; row++) {
		if (codes[row] === codeOf.meets && hasMark(snapshot, row, 'unranked')) codes[row] = codeOf.unranked;
		const code = codes[row] ?? 0;
		tally[code] = (tally[code] ?? 0) + 1;
	}
	const countOf = (verdict: Exclude<RowVerdict, 'none'>): number => tally[codeOf[verdict]] ?? 0;
	const counts = {
		meets: countOf('meets'),
		exceeds: countOf('exceeds'),
		unknown: countOf('unknown'),
		unranked: countOf('unranked'),
	};
	return { ...snapshot, verdicts: codes, budget: { ...budget, counts } };
}

const codeOf: Readonly<Record<Exclude<RowVerdict, 'none'>, number>> = {
	meets: verdicts.indexOf('meets'),
	exceeds: verdicts.indexOf('exceeds'),
	unknown: verdicts.indexOf('unknown'),
	unranked: verdicts.indexOf('unranked'),
};
