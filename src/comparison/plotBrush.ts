import { isAccuracyKind } from '../catalog/records.ts';
import type { ComparisonSnapshot } from './comparisonSnapshot.ts';
import { filterKey } from './filterTerms.ts';
import type { AxisPair, PlotAxis } from './plotAxes.ts';
import { rowsBetween, walkingOrder, type Plot, type PlotPoint } from './plot.ts';
import type { PlotWindow, Range } from './plotWindow.ts';

/** More rows than this are no selection that a person looks through. */
export const mostBrushed = 30;

/** What lies between two corners that a person drew. */
export interface Brushed {
	/** The frontier first, then from left to right. */
	readonly rows: Uint32Array;
	/** The first of them that are not selected yet, at most `mostBrushed`. */
	readonly added: Uint32Array;
}

/** A range of one column in the filter. */
const range = /(?<=^|\s)([a-z][a-z0-9]*):[\d.a-z]*\.\.[\d.a-z]*(?=\s|$)/giu;

export function brushedRows(plot: Plot, a: PlotPoint, b: PlotPoint, selection: Uint32Array): Brushed {
	const inside = new Set(rowsBetween(plot, a, b));
	const rows = walkingOrder(plot).filter(row => inside.has(row));
	return { rows, added: rows.filter(row => !selection.includes(row)).slice(0, mostBrushed) };
}

/**
 * A filter of the table that also keeps to a part of the plane. Ranges of the same columns that it had before are replaced;
 * bounds are rounded outwards, so that no point inside is lost.
 */
export function narrowedFilter(
	snapshot: ComparisonSnapshot,
	text: string,
	{ x, y }: AxisPair,
	window: PlotWindow,
): string {
	const keys = [x, y].map(axis => filterKey(snapshot, axis) ?? axis);
	const others = text.replace(range, (term, key: string) => (keys.includes(key.toLowerCase()) ? ' ' : term));
	const terms = [rangeTerm(keys[0] ?? x, x, window.x), rangeTerm(keys[1] ?? y, y, window.y)];
	return [others.trim().replace(/\s+/g, ' '), ...terms].filter(part => part !== '').join(' ');
}

function rangeTerm(key: string, axis: PlotAxis, [from, to]: Range): string {
	return `${key}:${boundText(axis, from, Math.floor)}..${boundText(axis, to, Math.ceil)}`;
}

/** `51.23M`, `75.204`, `61.3ms`, `224`. An axis may be drawn below 0, where no figure is. */
function boundText(axis: PlotAxis, drawn: number, round: (value: number) => number): string {
	const value = Math.max(0, drawn);
	if (axis === 'input') return String(round(value));
	if (isAccuracyKind(axis)) return String(round(value * 1000) / 1000);
	const unit = axis === 'latencyMs' ? 'ms' : axis === 'bytes' ? 'B' : '';
	const [prefix, factor] = axis === 'latencyMs' ? (['', 1] as const) : prefixOf(value);
	const scaled = value / factor;
	const digits = scaled === 0 ? 1 : 10 ** Math.max(0, 3 - Math.floor(Math.log10(scaled)));
	return `${String(round(scaled * digits) / digits)}${prefix}${unit}`;
}

function prefixOf(value: number): readonly [prefix: string, factor: number] {
	const prefixes = [
		['', 1],
		['k', 1e3],
		['M', 1e6],
		['G', 1e9],
		['T', 1e12],
	] as const;
	return prefixes.findLast(([, factor]) => value >= factor) ?? prefixes[0];
}
