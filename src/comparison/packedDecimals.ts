import { malformed, type ByteReader, type ByteWriter } from './packedBytes.ts';
import { greatestPacked, putInPlaces, readIntegers, sampleOf, writeIntegers } from './packedIntegers.ts';

/** More digits behind the point are not tried: figures are printed with fewer. */
const mostDigits = 10;

/** In place of a number of digits: the values are as they are, 8 bytes each. */
const asTheyAre = mostDigits + 1;

/**
 * Packs numbers exactly, -0 and infinities too; NaN is a bit each. Figures were printed once, so nearly all are decimals of few
 * digits: they are whole numbers over a power of ten, and the others as they are (Afroozeh et al., ALP: Adaptive Lossless
 * Floating-Point Compression, 2023).
 */
export function writeNumbers(out: ByteWriter, values: Float64Array): void {
	const { known, places } = knownOf(values);
	out.count(known.length);
	if (known.length === 0) return;
	if (known.length < values.length) out.raw(places);
	const digits = digitsOf(known);
	out.count(digits);
	if (digits === asTheyAre) out.raw(known);
	else writeDecimals(out, known, 10 ** digits);
}

/** The values of a column of so many rows, and how many are known; none at all where all are NaN. */
export function readNumbers(
	reader: ByteReader,
	length: number,
): { readonly values: Float64Array; readonly known: number } {
	const known = reader.count(length);
	if (known === 0) return { values: new Float64Array(), known };
	if (known === length) return { values: readKnown(reader, known), known };
	const places = new Uint8Array(reader.take(Math.ceil(length / 8)));
	return { values: spread(readKnown(reader, known), places, length), known };
}

/** The values that are known, and a bit per value, set where it is. */
function knownOf(values: Float64Array): { readonly known: Float64Array; readonly places: Uint8Array } {
	const known = new Float64Array(values.length);
	const places = new Uint8Array(Math.ceil(values.length / 8));
	let count = 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? NaN;
		if (Number.isNaN(value)) continue;
		known[count++] = value;
		places[i >> 3] = (places[i >> 3] ?? 0) | (1 << (i & 7));
	}
	return { known: known.subarray(0, count), places };
}

/** Puts each value in the place of its bit, NaN in all others. */
function spread(known: Float64Array, places: Uint8Array, length: number): Float64Array {
	const values = new Float64Array(length);
	let next = 0;
	for (let i = 0; i < length; i++) {
		const isKnown = (((places[i >> 3] ?? 0) >> (i & 7)) & 1) === 1;
		values[i] = isKnown ? (known[next++] ?? NaN) : NaN;
	}
	return next === known.length ? values : malformed();
}

/** Those that are no decimals of so many digits follow with their places; a number like its neighbors stands where they were. */
function writeDecimals(out: ByteWriter, values: Float64Array, unit: number): void {
	const integers = new Float64Array(values.length);
	const places: number[] = [];
	let before = 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? NaN;
		if (isDecimal(value, unit)) before = Math.round(value * unit);
		else places.push(i);
		integers[i] = before;
	}
	writeIntegers(out, integers);
	out.count(places.length);
	writeIntegers(out, Float64Array.from(places));
	out.raw(Float64Array.from(places, place => values[place] ?? NaN));
}

function readKnown(reader: ByteReader, count: number): Float64Array {
	const digits = reader.count(asTheyAre);
	if (digits === asTheyAre) return new Float64Array(reader.take(8 * count));
	const values = readIntegers(reader, new Float64Array(count));
	const unit = 10 ** digits;
	if (digits > 0) for (let i = 0; i < count; i++) values[i] = (values[i] ?? 0) / unit;
	const places = readIntegers(reader, new Uint32Array(reader.count(count)));
	const exact = new Float64Array(reader.take(8 * places.length));
	putInPlaces(values, places, exact);
	return values;
}

/** The fewest digits of which no others have more of a sample; `asTheyAre` where a fourth of it has none. */
function digitsOf(values: Float64Array): number {
	const sample = sampleOf(values, 0);
	let [best, fewest] = [asTheyAre, sample.length / 4];
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
