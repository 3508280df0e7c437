import { malformed, type ByteReader, type ByteWriter } from './packedBytes.ts';
import type { WholeNumbers } from './wholeNumbers.ts';

/** Whole numbers beyond this, either way, are not packed: the differences between them must be exact too. */
export const greatestPacked = 2 ** 51;

/** About what one number that differs from all others takes: its place and itself. */
const bytesOfException = 5;

/** As many are read sooner than steps between them are added up. */
const fewNumbers = 4096;

/** Of a list, so many numbers are looked at to choose how it is packed. */
const sampleSize = 64;

/** By the bytes that a number takes: those of its lower and of its higher part, which are lists of their own. */
const parts: readonly (readonly [lower: number, higher: number])[] = [
	[0, 0],
	[1, 0],
	[2, 0],
	[2, 1],
	[4, 0],
	[4, 1],
	[4, 2],
	[4, 4],
];

/**
 * Packs whole numbers, of which the reader knows how many there are: each as it is or as its step from the one before, and
 * these above the least of them in as few bytes as the greatest needs ("frame of reference"), or where most are one number,
 * that and the exceptions ("patched", both by Zukowski et al., Super-Scalar RAM-CPU Cache Compression, 2006).
 */
export function writeIntegers(out: ByteWriter, values: Float64Array): void {
	const [plainSample, stepSample] = [sampleOf(values, 0), sampleOf(values, 1)];
	const isLong = values.length > fewNumbers;
	const isStepwise = isLong && bytesByNumber(stepSample) < bytesByNumber(plainSample);
	const packed = isStepwise ? stepsOf(values) : values;
	const usual = middleOf(isStepwise ? stepSample : plainSample);
	let [least, most, others] = [usual, usual, 0];
	for (const value of packed) {
		if (value === usual) continue;
		others += 1;
		if (value < least) least = value;
		else if (value > most) most = value;
	}
	if (least > 0 && widthOf(most) === widthOf(most - least)) least = 0; // the reader then has nothing to add
	const width = widthOf(most - least);
	const [lower, higher] = parts[width] ?? [4, 4];
	const isUsual = others <= packed.length / 2 && others * bytesOfException <= packed.length * (lower + higher);
	out.count(2 * (isUsual ? 0 : width) + Number(isStepwise));
	out.integer(isUsual ? usual : least);
	if (isUsual) writeExceptions(out, packed, usual, others);
	else writeParts(out, packed, least, [lower, higher]);
}

/** Reads as many whole numbers as `into` holds. They are no more than that: what is too great for it is cut, never refused. */
export function readIntegers<T extends WholeNumbers | Float64Array>(reader: ByteReader, into: T): T {
	const form = reader.count(2 * parts.length - 1);
	const base = reader.integer();
	const [lowerBytes, higherBytes] = parts[form >> 1] ?? malformed();
	if (lowerBytes === 0) readExceptions(reader, into, base);
	else into.set(asPart(lowerBytes, reader.take(lowerBytes * into.length))); // at once: a page reads all for the first time
	if (higherBytes > 0) {
		const higher = asPart(higherBytes, reader.take(higherBytes * into.length));
		const unit = 256 ** lowerBytes;
		for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + unit * (higher[i] ?? 0);
	}
	if (lowerBytes > 0 && base !== 0) for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + base;
	if (form % 2 === 1) for (let i = 1; i < into.length; i++) into[i] = (into[i - 1] ?? 0) + (into[i] ?? 0);
	return into;
}

/** Some of the numbers, or of the steps to them, in ascending order. */
export function sampleOf(values: Float64Array, step: 0 | 1): Float64Array {
	const stride = Math.ceil(values.length / sampleSize);
	const at = (index: number): number => values[index] ?? 0;
	return Float64Array.from({ length: Math.min(values.length, sampleSize) }, (_, index) => {
		const place = Math.min(index * stride, values.length - 1);
		return at(place) - step * at(place - 1);
	}).sort();
}

/** About what each number of a sample takes. */
function bytesByNumber(sample: Float64Array): number {
	const usual = middleOf(sample);
	const others = sample.filter(value => value !== usual).length / sample.length;
	const width = widthOf((sample.at(-1) ?? 0) - (sample[0] ?? 0));
	return others > 0.5 ? width : Math.min(width, others * bytesOfException);
}

/** The one that most of a sample are, if there is one. */
function middleOf(sample: Float64Array): number {
	return sample[sample.length >> 1] ?? 0;
}

/** Index into `parts` that numbers from 0 to `range` fit. */
function widthOf(range: number): number {
	return parts.findIndex(([lower, higher]) => range < 256 ** (lower + higher));
}

function stepsOf(values: Float64Array): Float64Array {
	const steps = new Float64Array(values);
	for (let i = steps.length - 1; i > 0; i--) steps[i] = (values[i] ?? 0) - (values[i - 1] ?? 0);
	return steps;
}

/** Those that are not the usual number. */
function writeExceptions(out: ByteWriter, values: Float64Array, usual: number, count: number): void {
	out.count(count);
	if (count === 0) return;
	const places = new Float64Array(count);
	let found = 0;
	for (let i = 0; i < values.length; i++) if (values[i] !== usual) places[found++] = i;
	writeIntegers(out, places);
	writeIntegers(
		out,
		places.map(place => values[place] ?? 0),
	);
}

function readExceptions(reader: ByteReader, into: WholeNumbers | Float64Array, usual: number): void {
	into.fill(usual);
	const others = reader.count(into.length / 2); // so that it ends, whatever is said of the exceptions' own exceptions
	if (others === 0) return;
	const places = readIntegers(reader, new Uint32Array(others));
	const values = readIntegers(reader, new Float64Array(others));
	putInPlaces(into, places, values);
}

export function putInPlaces(into: WholeNumbers | Float64Array, places: Uint32Array, values: Float64Array): void {
	places.forEach((place, index) => {
		if (place >= into.length) malformed();
		into[place] = values[index] ?? 0;
	});
}

function writeParts(
	out: ByteWriter,
	values: Float64Array,
	least: number,
	[lowerBytes, higherBytes]: readonly [number, number],
): void {
	const lower = emptyPart(lowerBytes, values.length);
	for (let i = 0; i < values.length; i++) lower[i] = (values[i] ?? 0) - least; // the list keeps its lowest bytes
	out.raw(lower);
	if (higherBytes === 0) return;
	const higher = emptyPart(higherBytes, values.length);
	const unit = 256 ** lowerBytes;
	for (let i = 0; i < values.length; i++) higher[i] = Math.floor(((values[i] ?? 0) - least) / unit);
	out.raw(higher);
}

function emptyPart(bytes: number, length: number): WholeNumbers {
	return asPart(bytes, new ArrayBuffer(bytes * length));
}

function asPart(bytes: number, buffer: ArrayBuffer): WholeNumbers {
	if (bytes === 1) return new Uint8Array(buffer);
	return bytes === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
}
