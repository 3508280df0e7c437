import { malformed, type ByteReader, type ByteWriter } from './packedBytes.ts';
import { packDecimals } from './packDecimals.ts';
import { putInPlaces, readIntegers } from './packedIntegers.ts';

/** More digits behind the point are not tried: figures are printed with fewer. */
export const mostDigits = 10;

/** In place of a number of digits: the values are as they are, 8 bytes each. */
const asTheyAre = mostDigits + 1;

/** Packs numbers exactly, as decimals where most are; NaN is a bit each. */
export function writeNumbers(out: ByteWriter, values: Float64Array): void {
	const { known, places } = knownOf(values);
	out.count(known.length);
	if (known.length === 0) return;
	if (known.length < values.length) out.raw(places);
	const decimals = packDecimals(known);
	if (!decimals) out.count(asTheyAre);
	out.raw(decimals ?? known);
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
