import { matchesPattern } from '../catalog/namePattern.ts';
import { escapeUnseen } from '../catalog/plainText.ts';
import { frameworks, isAccuracyKind } from '../catalog/records.ts';
import { parseCount } from '../catalog/units.ts';
import type { ComparisonSnapshot, NumberMetric, TextColumn, TextMetric } from './comparisonSnapshot.ts';

/** Whether a row passes; `unknown` where it would depend on a number that nobody states. */
export type FilterVerdict = 'passes' | 'fails' | 'unknown';

export interface TableFilter {
	readonly judge: (row: number) => FilterVerdict;
	/** The first part of the text that is not understood and what to write instead; that part filters nothing. */
	readonly problem?: string;
}

type NumberKey = NumberMetric | 'input';

/** What numbers are called in a filter. */
const numberKeys: Readonly<Record<string, NumberKey>> = {
	top1: 'top1',
	top5: 'top5',
	real: 'real-top1',
	v2: 'v2-top1',
	ap: 'ap',
	ap50: 'ap50',
	miou: 'miou',
	macs: 'macs',
	params: 'params',
	latency: 'latencyMs',
	size: 'bytes',
	input: 'input',
};

const textKeys: Readonly<Record<string, TextMetric>> = {
	model: 'name',
	family: 'family',
	framework: 'framework',
	weights: 'weights',
	class: 'sizeClass',
	license: 'license',
	licence: 'license',
	source: 'source',
};

const accepted =
	'numbers such as top1>=75, params<10M, latency<=5ms, input=224 or macs:100M..600M, and texts such as framework:timm,keras or -license:non-commercial';

/** A word with a comparison or a colon in it; a text value may stand in quotes. */
const term = /(?<=^|\s)(-?)([a-z][a-z0-9]*)(>=|<=|[:<>=≥≤])(?:"([^"]*)"|(\S*))/giu;

type Condition = (row: number) => FilterVerdict;

/**
 * Reads what stands in the filter: words that a row must show or be called by, numbers that it must be within, and texts
 * that it must have. Alternatives are joined by commas, all else must hold.
 */
export function readTableFilter(snapshot: ComparisonSnapshot, text: string): TableFilter {
	const conditions: Condition[] = [];
	const problems: string[] = [];
	const read = (
		written: string,
		minus: string,
		key: string,
		sign: string,
		quoted: string | undefined,
		plain: string | undefined,
	): string => {
		const isName = sign === ':' && minus === '' && frameworks.some(name => name === key.toLowerCase());
		if (isName) return written; // `timm:resnet50`
		const value = (quoted ?? plain ?? '').trim();
		const condition = conditionOf(snapshot, { key: key.toLowerCase(), sign, value });
		if (typeof condition === 'string') problems.push(`“${escapeUnseen(written, 60)}” ${condition}`);
		else conditions.push(minus === '' ? condition : negated(condition));
		return ' ';
	};
	const words = text.replace(term, read);
	conditions.push(wordCondition(snapshot, words));
	const [problem] = problems;
	return { judge: row => joined(conditions, row), ...(problem === undefined ? {} : { problem }) };
}

/** What fails one condition fails, whatever else is unknown of it. */
function joined(conditions: readonly Condition[], row: number): FilterVerdict {
	let verdict: FilterVerdict = 'passes';
	for (const condition of conditions) {
		const next = condition(row);
		if (next === 'fails') return next;
		if (next === 'unknown') verdict = next;
	}
	return verdict;
}

function negated(condition: Condition): Condition {
	return row => {
		const verdict = condition(row);
		if (verdict === 'unknown') return verdict;
		return verdict === 'passes' ? 'fails' : 'passes';
	};
}

interface Term {
	readonly key: string;
	readonly sign: string;
	readonly value: string;
}

function conditionOf(snapshot: ComparisonSnapshot, { key, sign, value }: Term): Condition | string {
	const number = numberKeys[key];
	const text = textKeys[key];
	if (number === undefined && text === undefined) return `is about no column; accepted are ${accepted}.`;
	if (value === '') return 'has no value yet.';
	if (text !== undefined) {
		return sign === ':' || sign === '='
			? textCondition(snapshot.texts[text], value)
			: `compares a text; write ${key}:${value}.`;
	}
	return number === undefined ? '' : numberCondition(snapshot, number, { key, sign, value });
}

function numberCondition(
	snapshot: ComparisonSnapshot,
	metric: NumberKey,
	{ key, sign, value }: Term,
): Condition | string {
	const [first = '', second, more] = value.split('..');
	const isRange = sign === ':' && second !== undefined && more === undefined;
	const [low, high] = isRange ? [first, second] : [value, undefined];
	const from = low === '' && isRange ? -Infinity : numberIn(metric, low);
	const to = high === undefined || high === '' ? Infinity : numberIn(metric, high);
	if (from === undefined || to === undefined) return `is no ${key} that is understood; accepted are ${accepted}.`;
	const holds = isRange ? (number: number) => number >= from && number <= to : comparison(sign, from);
	const numbers = numbersOf(snapshot, metric);
	return row => {
		const number = numbers(row);
		if (Number.isNaN(number)) return 'unknown';
		return holds(number) ? 'passes' : 'fails';
	};
}

function comparison(sign: string, value: number): (number: number) => boolean {
	switch (sign) {
		case '>=':
		case '≥':
			return number => number >= value;
		case '<=':
		case '≤':
			return number => number <= value;
		case '>':
			return number => number > value;
		case '<':
			return number => number < value;
		default:
			return number => number === value;
	}
}

function numbersOf(snapshot: ComparisonSnapshot, metric: NumberKey): (row: number) => number {
	if (metric !== 'input') return row => snapshot.numbers[metric].values[row] ?? NaN;
	return row => Math.max(snapshot.inputHeights[row] ?? NaN, snapshot.inputWidths[row] ?? NaN);
}

/** A number in the unit of the column: `75`, `10M`, `1.5G`, `5ms`, `20MB`, `224px`. */
function numberIn(metric: NumberKey, text: string): number | undefined {
	const found = /^(\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})([a-zµ%]*)$/i.exec(text);
	if (!found) return undefined;
	const number = Number(found[1]);
	const unit = (found[2] ?? '').toLowerCase();
	if (metric === 'input') return unit === '' || unit === 'px' ? number : undefined;
	if (isAccuracyKind(metric)) return unit === '' || unit === '%' ? number : undefined;
	if (unit === '') return number;
	const parsed = parseCount(number, unit);
	if (!parsed.ok) return undefined;
	if (parsed.assumed) return metric === 'latencyMs' ? undefined : parsed.value;
	return parsed.quantity === metric ? parsed.value : undefined;
}

/** A text holds the value, or is all of it where the value has `*` or `?`. */
function textCondition({ values, codes }: TextColumn, value: string): Condition {
	const wanted = value
		.toLowerCase()
		.split(',')
		.filter(each => each !== '');
	const matches = values.map(each => {
		const lower = each.toLowerCase();
		return wanted.some(pattern =>
			/[*?]/.test(pattern) ? matchesPattern(lower, pattern) : lower.includes(pattern),
		);
	});
	return row => (matches[codes[row] ?? 0] === true ? 'passes' : 'fails');
}

/** Every word must occur in what the row shows or is also called; case does not matter. */
function wordCondition({ words }: ComparisonSnapshot, text: string): Condition {
	const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
	const matches = words.values.map(each => wanted.every(word => each.includes(word)));
	return row => (matches[words.codes[row] ?? 0] === true ? 'passes' : 'fails');
}
