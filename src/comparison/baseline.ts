import { isAccuracyKind } from '../catalog/records.ts';
import type { NumberMetric } from './comparisonSnapshot.ts';

/** From this ratio on a cost is so many times the baseline, as percent would say it in too many digits. */
const timesFrom = 10;

/**
 * How a value stands to that of the baseline: an accuracy in points (`+1.52`), a cost in percent (`−40 %`) or as a multiple
 * (`×12`), and `=` where nothing of it would show. Empty where one of the two is unknown.
 */
export function deltaText(metric: NumberMetric, value: number, baseline: number): string {
	if (Number.isNaN(value) || Number.isNaN(baseline)) return '';
	if (isAccuracyKind(metric)) return signed(value - baseline, size => size.toFixed(2));
	const ratio = value / baseline;
	if (ratio >= timesFrom) return `×${String(Math.round(ratio))}`;
	const text = signed(100 * (ratio - 1), size => String(Number(size.toFixed(size < timesFrom ? 1 : 0))));
	return text === '=' ? text : `${text} %`;
}

/** The same in words: `1.52 points above the baseline`, `40 % below the baseline`. */
export function deltaWords(metric: NumberMetric, value: number, baseline: number): string {
	const text = deltaText(metric, value, baseline);
	if (text === '') return '';
	if (text === '=') return 'equal to the baseline';
	if (text.startsWith('×')) return `${text.slice(1)} times the baseline`;
	const amount = `${text.slice(1)}${isAccuracyKind(metric) ? ' points' : ''}`;
	return `${amount} ${text.startsWith('+') ? 'above' : 'below'} the baseline`;
}

/** With a sign; `=` where its size rounds to nothing. */
function signed(value: number, rounded: (size: number) => string): string {
	const size = rounded(Math.abs(value));
	if (Number(size) === 0) return '=';
	return `${value < 0 ? '−' : '+'}${size}`;
}
