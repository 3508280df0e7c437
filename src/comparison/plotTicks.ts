import { formatAxisValue, type PlotAxis } from './plotAxes.ts';
import type { Range } from './plotWindow.ts';

export interface AxisTick {
	/** In the unit of the axis. */
	readonly value: number;
	/** Empty for a minor tick. */
	readonly label: string;
}

/**
 * Round values inside a range, about one in `spacing` px. On a logarithmic axis that spans powers of ten these are the
 * powers and their multiples, of which only as many have a label as there is room for.
 */
export function axisTicks(
	axis: PlotAxis,
	range: Range,
	logarithmic: boolean,
	size: number,
	spacing: number,
): AxisTick[] {
	const decades = logarithmic ? Math.log10(range[1] / range[0]) : 0;
	if (decades < 1) {
		const values = roundValues(range, Math.max(2, Math.floor(size / spacing)));
		return values.map(value => ({ value, label: formatAxisValue(axis, value) }));
	}
	const labelled = size / decades > 2.5 * spacing ? [1, 2, 5] : [1];
	const every = Math.max(1, Math.ceil((decades * 0.75 * spacing) / size));
	return multiplesOfPowers(range).map(({ digit, power }) => {
		const value = Number(`${String(digit)}e${String(power)}`);
		const hasLabel = labelled.includes(digit) && power % every === 0;
		return { value, label: hasLabel ? formatAxisValue(axis, value) : '' };
	});
}

/** Multiples of 1, 2 or 5 times a power of ten, about `count` of them, and never less than two: one alone tells no scale. */
function roundValues(range: Range, count: number): number[] {
	const values = multiplesOfStep(range, count);
	return values.length >= 2 || range[0] === range[1] ? values : roundValues(range, 2 * count);
}

function multiplesOfStep([from, to]: Range, count: number): number[] {
	const least = (to - from) / count;
	const power = 10 ** Math.floor(Math.log10(least));
	const factor = [1, 2, 5, 10].find(each => each * power >= least * 0.75) ?? 10;
	const step = factor * power;
	const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)];
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) =>
		Number(((first + place) * step).toPrecision(12)),
	);
}

interface Multiple {
	readonly digit: number;
	readonly power: number;
}

function multiplesOfPowers([from, to]: Range): Multiple[] {
	const first = Math.floor(Math.log10(from));
	const powers = Array.from({ length: Math.ceil(Math.log10(to)) - first + 1 }, (_, place) => first + place);
	return powers
		.flatMap(power => Array.from({ length: 9 }, (_, place): Multiple => ({ digit: place + 1, power })))
		.filter(({ digit, power }) => digit * 10 ** power >= from && digit * 10 ** power <= to);
}
