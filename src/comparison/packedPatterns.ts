import { malformed, type ByteReader } from './packedBytes.ts';
import { readIntegers } from './packedIntegers.ts';

/** Stands for a number in a pattern. No text that is shown holds it; a list in which one does has no patterns. */
export const numberSign = 1;
export const lineBreak = '\n'.charCodeAt(0);
export const zero = '0'.charCodeAt(0);

/** More digits are the next number: one fits 32 bits. */
export const mostDigits = 9;
const greatestNumber = 10 ** mostDigits;

/** Further numbers of a text stay a part of its pattern. */
export const mostNumbers = 16;

/**
 * The texts that `packPatterns` packed, each ended by a line break.
 * @param size of all of them in bytes
 */
export function readPatterns(reader: ByteReader, size: number, length: number): Uint8Array {
	const dictionary = new Uint8Array(reader.take(reader.count(size)));
	const starts = startsIn(dictionary);
	const codes = readIntegers(reader, new Uint32Array(length));
	const numbers = numberCounts(dictionary, starts, codes).map(count => readIntegers(reader, new Uint32Array(count)));
	const next = new Uint32Array(numbers.length);
	const bytes = new Uint8Array(size);
	let place = 0;
	for (const code of codes) {
		const end = starts[code + 1] ?? 0;
		let list = 0;
		for (let i = starts[code] ?? 0; i < end; i++) {
			const byte = dictionary[i] ?? 0;
			if (byte !== numberSign) {
				bytes[place++] = byte;
				continue;
			}
			const at = next[list] ?? 0;
			next[list] = at + 1;
			place = writeDigits(bytes, place, numbers[list++]?.[at] ?? 0);
		}
		if (place > size) malformed();
	}
	return place === size ? bytes : malformed();
}

/** Where each pattern starts, and where one behind the last would. */
function startsIn(dictionary: Uint8Array): readonly number[] {
	const starts = [0];
	dictionary.forEach((byte, place) => {
		if (byte === lineBreak) starts.push(place + 1);
	});
	return starts.at(-1) === dictionary.length ? starts : malformed();
}

/** How many texts have a first number, how many a second one, and so on. */
function numberCounts(dictionary: Uint8Array, starts: readonly number[], codes: Uint32Array): readonly number[] {
	const numbersIn = starts.slice(1).map((end, code) => {
		const pattern = dictionary.subarray(starts[code], end);
		return Math.min(
			mostNumbers,
			pattern.reduce((sum, byte) => sum + Number(byte === numberSign), 0),
		);
	});
	const textsWith = new Uint32Array(mostNumbers + 1);
	for (const code of codes) {
		const count = numbersIn[code] ?? malformed();
		textsWith[count] = (textsWith[count] ?? 0) + 1;
	}
	const counts = Array.from({ length: mostNumbers }, (_, list) =>
		textsWith.subarray(list + 1).reduce((sum, texts) => sum + texts, 0),
	);
	return counts.filter(count => count > 0);
}

/** @returns the place behind them */
function writeDigits(bytes: Uint8Array, place: number, value: number): number {
	let rest = value | 0; // what is known to be small is divided three times as quickly
	if (rest < 0 || rest >= greatestNumber) malformed();
	let end = place + 1;
	for (let power = 10; power <= rest; power = Math.imul(power, 10)) end += 1;
	for (let i = end - 1; i >= place; i--) {
		const tenth = (rest / 10) | 0;
		bytes[i] = zero + rest - tenth * 10;
		rest = tenth;
	}
	return end;
}
