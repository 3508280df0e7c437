import { isTextColumn, type ColumnId } from './columns.ts';
import { textAt, type ComparisonSnapshot, type TextMetric } from './comparisonSnapshot.ts';
import { filterKey, filterTerms, isAbout, numberKeys, withTerm, type FilterTerm } from './filterTerms.ts';
import { noText, numberIn, numbersOf, readTableFilter } from './tableFilter.ts';

export type Bound = 'min' | 'max';

/** What a filter says of a column of numbers, as it is written there; empty where it says nothing. */
export type ColumnRange = Readonly<Record<Bound, string>>;

/** A text of a column, and how many rows have it that pass the rest of the filter. */
export interface ColumnValue {
	/** Empty for rows without a text. */
	readonly text: string;
	readonly count: number;
	/** Whether the filter names it. */
	readonly isChosen: boolean;
}

/** Whether a filter says anything of a column. */
export function isFiltered(text: string, id: ColumnId): boolean {
	return filterTerms(text).some(term => isAbout(term, id));
}

/** The filter without what it says of a column. */
export function withoutColumn(text: string, id: ColumnId): string {
	return withTerm(text, term => isAbout(term, id), '');
}

/** The range that a filter sets for a column of numbers. */
export function rangeOf(snapshot: ComparisonSnapshot, text: string, id: ColumnId): ColumnRange {
	let range: ColumnRange = { min: '', max: '' };
	for (const term of boundTerms(text, id)) {
		const { min, max } = boundsOf(term);
		range = {
			min: shownBound(snapshot, term, min) || range.min,
			max: shownBound(snapshot, term, max) || range.max,
		};
	}
	return range;
}

/**
 * The filter with one bound of a column set, inclusive; what it says of the other stays.
 * @param value as a person writes it: `75`, `10M`; empty for none.
 */
export function withBound(
	snapshot: ComparisonSnapshot,
	text: string,
	{ id, bound, value }: { readonly id: ColumnId; readonly bound: Bound; readonly value: string },
): string {
	const range = { ...rangeOf(snapshot, text, id), [bound]: value.replace(/\s+/g, '') };
	const key = filterKey(snapshot, id) ?? id;
	const written = [
		range.min === '' ? '' : `${key}>=${range.min}`,
		range.max === '' ? '' : `${key}<=${range.max}`,
	].filter(term => term !== '');
	return withTerm(text, term => isAbout(term, id) && !term.isNegative, written.join(' '));
}

/** Whether a bound is written as the filter reads it; an empty one is none and so is well written. */
export function isBound(snapshot: ComparisonSnapshot, id: ColumnId, value: string): boolean {
	const metric = numberKeys.get(filterKey(snapshot, id) ?? '');
	return value.trim() === '' || (metric !== undefined && numberIn(metric, value.replace(/\s+/g, '')) !== undefined);
}

/** A number as a filter is written: `219M`, `75.2`. With `rounded` it has three digits, all of a range still inside. */
export function filterNumber(value: number, rounded?: 'down' | 'up'): string {
	const steps = [
		{ prefix: 'G', factor: 1e9 },
		{ prefix: 'M', factor: 1e6 },
		{ prefix: 'k', factor: 1e3 },
		{ prefix: '', factor: 1 },
	];
	const { prefix, factor } = steps.find(step => value >= step.factor) ?? { prefix: '', factor: 1 };
	const scaled = value / factor;
	return `${String(rounded === undefined ? Number(scaled.toPrecision(12)) : roundedTo(scaled, rounded))}${prefix}`;
}

function roundedTo(value: number, direction: 'down' | 'up'): number {
	if (value === 0) return 0;
	const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
	const numberAt = (steps: number): number => Number((steps * unit).toPrecision(12));
	const steps = value / unit;
	const nearest = numberAt(Math.round(steps)); // 4.1 in steps of 0.01 is not quite 410 of them
	if (direction === 'down') return nearest <= value ? nearest : numberAt(Math.floor(steps));
	return nearest >= value ? nearest : numberAt(Math.ceil(steps));
}

/** The number of each row that has one in a column and passes the rest of the filter. */
export function columnNumbers(snapshot: ComparisonSnapshot, text: string, id: ColumnId): readonly number[] {
	const metric = numberKeys.get(filterKey(snapshot, id) ?? '');
	if (!metric) return [];
	const numberOf = numbersOf(snapshot, metric);
	return otherRows(snapshot, text, id).map(numberOf);
}

/** The texts of a column, the most frequent first, then by name. */
export function columnValues(snapshot: ComparisonSnapshot, text: string, id: TextMetric): readonly ColumnValue[] {
	const column = snapshot.texts[id];
	const counts = new Float64Array(column.values.length);
	for (const row of otherRows(snapshot, text, id)) {
		const code = column.codes[row] ?? 0;
		counts[code] = (counts[code] ?? 0) + 1;
	}
	const chosen = chosenValues(snapshot, text, id);
	const collator = new Intl.Collator('en', { numeric: true });
	return Array.from(column.values, (value, code) => {
		return { text: value, count: counts[code] ?? 0, isChosen: chosen.has(value) };
	})
		.filter(({ count, isChosen }) => count > 0 || isChosen)
		.sort((a, b) => b.count - a.count || collator.compare(a.text, b.text));
}

/** The filter with a text of a column chosen, or no longer chosen. */
export function withValueToggled(snapshot: ComparisonSnapshot, text: string, id: TextMetric, value: string): string {
	const chosen = chosenValues(snapshot, text, id);
	if (!chosen.delete(value)) chosen.add(value);
	const key = filterKey(snapshot, id) ?? id;
	const written = chosen.size === 0 ? '' : `${key}=${quoted([...chosen].map(writtenValue).join(','))}`;
	return withTerm(text, term => isAbout(term, id), written);
}

/** The filter with rows kept that have `part` somewhere in a column. */
export function withPart(snapshot: ComparisonSnapshot, text: string, id: ColumnId, part: string): string {
	const key = filterKey(snapshot, id) ?? id;
	const plain = part.trim().replaceAll('"', '?');
	return withTerm(text, term => isAbout(term, id), plain === '' ? '' : `${key}:${quoted(plain)}`);
}

/** What the filter names of a column: the texts that pass all that it says of it. */
function chosenValues(snapshot: ComparisonSnapshot, text: string, id: TextMetric): Set<string> {
	const terms = filterTerms(text).filter(term => isAbout(term, id) && term.value !== '');
	if (terms.length === 0) return new Set();
	const { judge } = readTableFilter(snapshot, terms.map(({ written }) => written).join(' '));
	const rows = rowsWith(snapshot, row => judge(row) === 'passes');
	return new Set(rows.map(row => textAt(snapshot.texts[id], row)));
}

/** Rows that pass what a filter says of other columns. */
function otherRows(snapshot: ComparisonSnapshot, text: string, id: ColumnId): readonly number[] {
	const { judge } = readTableFilter(snapshot, withoutColumn(text, id));
	return rowsWith(snapshot, row => judge(row) === 'passes');
}

function rowsWith({ rows }: ComparisonSnapshot, isWanted: (row: number) => boolean): readonly number[] {
	return Array.from({ length: rows }, (_, row) => row).filter(isWanted);
}

function boundTerms(text: string, id: ColumnId): readonly FilterTerm[] {
	return filterTerms(text).filter(term => isAbout(term, id) && !term.isNegative && term.value !== '');
}

function boundsOf({ sign, value }: FilterTerm): ColumnRange {
	if (/[>≥]/.test(sign)) return { min: value, max: '' };
	if (/[<≤]/.test(sign)) return { min: '', max: value };
	const [low = '', high] = value.split('..');
	return { min: low, max: high ?? low };
}

/** A bound in the unit that the column is shown in, where it was written in MACs and is shown in FLOPs or the other way. */
function shownBound(snapshot: ComparisonSnapshot, { key }: FilterTerm, written: string): string {
	const isOther = (key === 'macs' && snapshot.countsFlops === true) || (key === 'flops' && !snapshot.countsFlops);
	const value = isOther ? numberIn(key, written) : undefined;
	if (value === undefined) return written;
	return filterNumber(key === 'macs' ? value * 2 : value / 2);
}

/** A text as it stands between commas and quotes: what would end it there is any one letter. */
function writtenValue(value: string): string {
	if (value === '') return noText;
	return value.toLowerCase() === noText ? 'non?' : value.replace(/[,"]/g, '?');
}

function quoted(value: string): string {
	return /[\s"]/.test(value) ? `"${value}"` : value;
}

/** Whether a filter can be set for a column, and of what kind. */
export function filterKind(snapshot: ComparisonSnapshot, id: ColumnId): 'numbers' | 'texts' | undefined {
	if (filterKey(snapshot, id) === undefined) return undefined;
	return isTextColumn(id) ? 'texts' : 'numbers';
}

/** What stands for a text in a list. */
export function valueLabel(value: string): string {
	return value === '' ? '(none)' : value;
}
