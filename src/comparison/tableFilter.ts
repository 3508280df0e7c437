import { matchesPattern } from '../catalog/namePattern.ts';
import { escapeUnseen } from '../catalog/plainText.ts';
import { isAccuracyKind } from '../catalog/records.ts';
import { flopsOfMacs, macsOfFlops, parseCount } from '../catalog/units.ts';
import type { ComparisonSnapshot, TextColumn } from './comparisonSnapshot.ts';
import { filterTerms, numberKeys, textKeys, type FilterTerm, type NumberKey } from './filterTerms.ts';

/** Whether a row passes; `unknown` where it would depend on a number that nobody states. */
export type FilterVerdict = 'passes' | 'fails' | 'unknown';

export interface TableFilter {
	readonly judge: (row: number) => FilterVerdict;
	/** The first part of the text that is not understood and what to write instead; that part filters nothing. */
	readonly problem?: string;
}

const accepted =
	'numbers such as top1>=75, params<10M, latency<=5ms, input=224 or macs:100M..600M, and texts such as framework:timm,keras or -license:non-commercial';

type Condition = (row: number) => FilterVerdict;

/**
 * Reads what stands in the filter: words that a row must show or be called by, numbers that it must be within, and texts
 * that it must have. Alternatives are joined by commas, all else must hold.
 */
export function readTableFilter(snapshot: ComparisonSnapshot, text: string): TableFilter {
	const conditions: Condition[] = [];
	const problems: string[] = [];
	let [words, from] = ['', 0];
	for (const term of filterTerms(text)) {
		const condition = conditionOf(snapshot, term);
		if (typeof condition === 'string') problems.push(`“${escapeUnseen(term.written, 60)}” ${condition}`);
		else conditions.push(term.isNegative ? negated(condition) : condition);
		words += `${text.slice(from, term.start)} `;
		from = term.end;
	}
	words += text.slice(from);
	conditions.push(...wordConditions(snapshot, words));
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

function conditionOf(snapshot: ComparisonSnapshot, term: FilterTerm): Condition | string {
	const { key, sign, value } = term;
	const number = numberKeys.get(key);
	const text = textKeys.get(key);
	if (number === undefined && text === undefined) return `is about no column; accepted are ${accepted}.`;
	if (value === '') return 'has no value yet.';
	if (text !== undefined) {
		return sign === ':' || sign === '='
			? textCondition(snapshot.texts[text], value, sign === '=')
			: `compares a text; write ${key}:${value}.`;
	}
	return number === undefined ? '' : numberCondition(snapshot, number, term);
}

function numberCondition(
	snapshot: ComparisonSnapshot,
	metric: NumberKey,
	{ key, sign, value }: FilterTerm,
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

/** The number of each row that a filter is about: MACs and FLOPs are what they say, whichever of both the table shows. */
export function numbersOf(snapshot: ComparisonSnapshot, metric: NumberKey): (row: number) => number {
	if (metric === 'input') return row => Math.max(snapshot.inputHeights[row] ?? NaN, snapshot.inputWidths[row] ?? NaN);
	if (metric !== 'macs' && metric !== 'flops') return row => snapshot.numbers[metric].values[row] ?? NaN;
	const { values } = snapshot.numbers.macs;
	const shown = snapshot.countsFlops ? 'flops' : 'macs';
	if (metric === shown) return row => values[row] ?? NaN;
	return metric === 'macs' ? row => macsOfFlops(values[row] ?? NaN) : row => flopsOfMacs(values[row] ?? NaN);
}

/** A number in the unit of the column: `75`, `10M`, `1.5G`, `5ms`, `20MB`, `224px`; undefined for what is none. */
export function numberIn(metric: NumberKey, text: string): number | undefined {
	const found = /^(\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})([a-zµ%]*)$/i.exec(text);
	if (!found) return undefined;
	const number = Number(found[1]);
	const unit = (found[2] ?? '').toLowerCase();
	if (metric === 'input') return unit === '' || unit === 'px' ? number : undefined;
	if (metric !== 'flops' && isAccuracyKind(metric)) return unit === '' || unit === '%' ? number : undefined;
	if (unit === '') return number;
	const parsed = parseCount(number, unit);
	if (!parsed.ok) return undefined;
	if (parsed.assumed) return metric === 'latencyMs' ? undefined : parsed.value;
	return parsed.quantity === metric ? parsed.value : undefined;
}

/** What stands behind an `=` for a text that is not there. */
export const noText = 'none';

/** A text holds one of the values, or is all of it: behind an `=`, and where the value has `*` or `?`. */
function textCondition({ values, codes }: TextColumn, value: string, isWhole: boolean): Condition {
	const wanted = value
		.toLowerCase()
		.split(',')
		.map(each => each.trim())
		.filter(each => each !== '');
	const patterns = wanted.filter(each => /[*?]/.test(each));
	const plain = wanted.filter(each => !patterns.includes(each));
	const whole = new Set(plain.map(each => (each === noText ? '' : each)));
	const matches = Array.from(values, each => {
		const lower = each.toLowerCase();
		const isNamed = isWhole ? whole.has(lower) : plain.some(part => lower.includes(part));
		return isNamed || patterns.some(pattern => matchesPattern(lower, pattern));
	});
	return row => (matches[codes[row] ?? 0] === true ? 'passes' : 'fails');
}

/** Every word must occur in what the row shows or is also called; case does not matter. */
function wordConditions(snapshot: ComparisonSnapshot, text: string): readonly Condition[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	return words.map(word => {
		const rows = rowsHolding(snapshot, word);
		return row => (rows[row] === 1 ? 'passes' : 'fails');
	});
}

/** 1 for each row that shows a word or is called by it. */
function rowsHolding({ ids, models, words, texts }: ComparisonSnapshot, word: string): Uint8Array {
	const rows = ids.holding(word);
	for (const { values, codes } of [models, words, texts.name, texts.family, texts.framework, texts.license]) {
		const found = values.holding(word);
		if (!found.includes(1)) continue;
		for (let row = 0; row < rows.length; row++) rows[row] = (rows[row] ?? 0) | (found[codes[row] ?? 0] ?? 0);
	}
	return rows;
}
