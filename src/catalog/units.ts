/** The one place that converts and prints quantities. Everything is stored in MACs, counts, bytes, milliseconds and percent. */

/** FLOPs count the multiplication and the addition of each multiply-accumulate. */
const flopsPerMac = 2;

export function macsOfFlops(flops: number): number {
	return flops / flopsPerMac;
}

export function flopsOfMacs(macs: number): number {
	return macs * flopsPerMac;
}

/** `219 M`, `300.8 M`, `1.25 M`: up to four significant digits, SI prefix after a plain space. */
export function formatCount(count: number): string {
	const { digits, prefix } = scaled(count);
	return prefix === '' ? digits : `${digits} ${prefix}`;
}

export function formatMacs(macs: number): string {
	return `${formatCount(macs)} MACs`;
}

export function formatParams(params: number): string {
	return `${formatCount(params)} params`;
}

/** `14 MB`: powers of ten, as budgets read `MB`. */
export function formatBytes(bytes: number): string {
	const { digits, prefix } = scaled(bytes);
	return `${digits} ${prefix}B`;
}

/** `61.3 ms`; seconds from ten of them on. */
export function formatLatency(ms: number): string {
	return ms >= 10_000 ? `${significant(ms / 1000)} s` : `${significant(ms)} ms`;
}

/** `75.2 %`: all decimals that sources print, at most three. */
export function formatAccuracy(percent: number): string {
	return `${String(Number(percent.toFixed(3)))} %`;
}

/** `224 px`, or height × width where they differ: `331×224 px`. */
export function formatInput([height, width]: readonly [number, number]): string {
	return height === width ? `${String(height)} px` : `${String(height)}×${String(width)} px`;
}

/** What a number with a unit measures. FLOPs stay apart from MACs because both readings of them are shown. */
export type Quantity = 'macs' | 'flops' | 'params' | 'bytes' | 'latencyMs' | 'top1';

export type ParsedCount =
	| {
			readonly ok: true;
			readonly quantity: Quantity;
			/** A count, bytes, milliseconds or percent. */
			readonly value: number;
			/** True where only a prefix was written: `300M` is read as MACs. */
			readonly assumed: boolean;
	  }
	| { readonly ok: false; readonly problem: string };

/** Units as they are written after a number, for messages and completion. */
export const acceptedUnits = [
	'M, G (read as MACs)',
	'MACs, MMACs, GMACs, MAdds',
	'FLOPs, MFLOPs, GFLOPs',
	'params, M params',
	'kB, MB, KiB, MiB',
	'ms, s',
	'%',
] as const;

const unitWords: ReadonlyMap<string, Quantity> = new Map([
	['mac', 'macs'],
	['macs', 'macs'],
	['madd', 'macs'],
	['madds', 'macs'],
	['multadds', 'macs'],
	['multiplyadds', 'macs'],
	['flop', 'flops'],
	['flops', 'flops'],
	['param', 'params'],
	['params', 'params'],
	['parameter', 'params'],
	['parameters', 'params'],
	['b', 'bytes'],
	['byte', 'bytes'],
	['bytes', 'bytes'],
]);

const fixedUnits: ReadonlyMap<string, { readonly quantity: Quantity; readonly factor: number }> = new Map([
	['ms', { quantity: 'latencyMs', factor: 1 }],
	['s', { quantity: 'latencyMs', factor: 1000 }],
	['%', { quantity: 'top1', factor: 1 }],
	['kib', { quantity: 'bytes', factor: 2 ** 10 }],
	['mib', { quantity: 'bytes', factor: 2 ** 20 }],
	['gib', { quantity: 'bytes', factor: 2 ** 30 }],
]);

const prefixFactors: ReadonlyMap<string, number> = new Map([
	['', 1],
	['k', 1e3],
	['m', 1e6],
	['g', 1e9],
	['t', 1e12],
]);

/**
 * Reads the unit behind a number: `parseCount(0.6, 'GFLOPs')`, `parseCount(300, 'M')`, `parseCount(5, 'M params')`.
 * Case, spaces and hyphens do not matter. Without any unit the number is read as MACs.
 */
export function parseCount(number: number, unitText: string): ParsedCount {
	const unit = unitText.toLowerCase().replace(/[\s-]+/g, '');
	const fixed = fixedUnits.get(unit);
	if (fixed) return { ok: true, quantity: fixed.quantity, value: number * fixed.factor, assumed: false };
	const asPrefix = prefixFactors.get(unit);
	if (asPrefix !== undefined) return { ok: true, quantity: 'macs', value: scale(number, asPrefix), assumed: true };
	for (const [prefix, factor] of prefixFactors) {
		const quantity = unit.startsWith(prefix) ? unitWords.get(unit.slice(prefix.length)) : undefined;
		if (quantity) return { ok: true, quantity, value: scale(number, factor), assumed: false };
	}
	return { ok: false, problem: `"${unitText.trim()}" is not a unit. Write ${acceptedUnits.join('; ')}.` };
}

/** `0.3 * 1e9` is 300000000, but `4.1 * 1e9` is not whole in binary: a count that is all but whole is made whole. */
function scale(number: number, factor: number): number {
	if (factor === 1) return number; // written in full, and meant so
	const product = number * factor;
	const whole = Math.round(product);
	return Math.abs(product - whole) <= 1e-9 * Math.abs(product) ? whole : product;
}

function scaled(count: number): { digits: string; prefix: string } {
	const steps = [
		{ prefix: '', factor: 1 },
		{ prefix: 'k', factor: 1e3 },
		{ prefix: 'M', factor: 1e6 },
		{ prefix: 'G', factor: 1e9 },
		{ prefix: 'T', factor: 1e12 },
	];
	const rounded = Number(count.toPrecision(4)); // 999.96 M is printed as 1 G
	const step = steps.findLast(({ factor }) => Math.abs(rounded) >= factor);
	return step
		? { digits: significant(rounded / step.factor), prefix: step.prefix }
		: { digits: significant(rounded), prefix: '' };
}

function significant(value: number): string {
	return String(Number(value.toPrecision(4)));
}
