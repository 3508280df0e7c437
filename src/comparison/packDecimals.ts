import { ByteWriter } from './packedBytes.ts';
import { mostDigits } from './packedDecimals.ts';
import { greatestPacked, sampleOf, writeIntegers } from './packedIntegers.ts';

/**
 * Packs numbers exactly, -0 and infinities too. Figures were printed once, so nearly all are decimals of few digits: they are
 * whole numbers over a power of ten, and the others follow as they are with their places (Afroozeh et al., ALP: Adaptive
 * Lossless Floating-Point Compression, 2023). Undefined where a fourth of them are no decimals.
 */
export function packDecimals(values: Float64Array): Uint8Array | undefined {
	const digits = digitsOf(values);
	if (digits === undefined) return undefined;
	const unit = 10 ** digits;
	const integers = new Float64Array(values.length);
	const places: number[] = [];
	let before = 0; // stands where a number is none: its neighbors are like it, so that it takes no more room
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? NaN;
		if (isDecimal(value, unit)) before = Math.round(value * unit);
		else places.push(i);
		integers[i] = before;
	}
	const out = new ByteWriter();
	out.count(digits);
	writeIntegers(out, integers);
	out.count(places.length);
	writeIntegers(out, Float64Array.from(places));
	out.raw(Float64Array.from(places, place => values[place] ?? NaN));
	return out.finish();
}

/** The fewest digits of which no others have more of a sample; undefined where a fourth of it has none. */
function digitsOf(values: Float64Array): number | undefined {
	const sample = sampleOf(values, 0);
	let best: number | undefined;
	let fewest = sample.length / 4;
	for (let digits = 0; digits <= mostDigits && fewest > 0; digits++) {
		const misses = sample.filter(value => !isDecimal(value, 10 ** digits)).length;
		if (misses < fewest) [best, fewest] = [digits, misses];
	}
	return best;
}

function isDecimal(value: number, unit: number): boolean {
	const integer = Math.round(value * unit);
	return Math.abs(integer) <= greatestPacked && integer / unit === value && !Object.is(value, -0);
}
