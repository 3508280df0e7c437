import { ByteWriter } from './packedBytes.ts';
import { writeIntegers } from './packedIntegers.ts';
import { lineBreak, mostDigits, mostNumbers, numberSign, zero } from './packedPatterns.ts';

/** Fewer texts are packed as they are: there is nothing to win. */
const fewTexts = 256;

const nine = '9'.charCodeAt(0);

/** So many patterns may have hashes in a row: more are there only where somebody meant them to be. */
const mostTried = 32;

/**
 * Packs texts as the pattern of each and the numbers in it, since names, ids and reasons of a large table differ in little
 * else: the distinct patterns, that of each text, the first numbers of those that have one, the second ones and so on (Jiang
 * et al., PIDS: Attribute Decomposition for Improved Compression and Query Performance in Columnar Storage, 2020). Undefined
 * where they are few or have too many patterns.
 * @param bytes the texts in UTF-8, each ended by a line break
 */
export function packPatterns(bytes: Uint8Array, length: number): Uint8Array | undefined {
	if (length < fewTexts) return undefined;
	const dictionary = new PatternDictionary(bytes.length);
	const codes = new Float64Array(length);
	const numbers = Array.from({ length: mostNumbers }, () => new NumberList());
	const { bytes: pattern } = dictionary;
	let place = 0;
	for (let text = 0; text < length; text++) {
		let end = dictionary.length;
		let hash = 0;
		let list = 0;
		for (let byte = bytes[place] ?? lineBreak; byte !== lineBreak; byte = bytes[++place] ?? lineBreak) {
			if (byte === numberSign) return undefined;
			// a zero before another digit is no part of the number, which would be written without it
			if (isDigit(byte) && list < mostNumbers && (byte !== zero || !isDigit(bytes[place + 1] ?? 0))) {
				let value = byte - zero;
				const last = place + mostDigits - 1;
				for (; place < last && isDigit((byte = bytes[place + 1] ?? 0)); place++)
					value = value * 10 + byte - zero;
				numbers[list++]?.add(value);
				byte = numberSign;
			}
			pattern[end++] = byte;
			hash = (Math.imul(hash, 31) + byte) | 0;
		}
		place += 1;
		pattern[end++] = lineBreak;
		const code = dictionary.codeOf(end, hash);
		if (code === undefined || code > 64 + text / 8) return undefined;
		codes[text] = code;
	}
	const out = new ByteWriter();
	out.count(dictionary.length);
	out.raw(dictionary.finish());
	writeIntegers(out, codes);
	for (const list of numbers) if (list.length > 0) writeIntegers(out, list.finish());
	return out.finish();
}

function isDigit(byte: number): boolean {
	return byte >= zero && byte <= nine;
}

/** A list that grows. */
class NumberList {
	private values = new Float64Array(256);
	length = 0;

	add(value: number): void {
		if (this.length === this.values.length) this.grow();
		this.values[this.length++] = value;
	}

	finish(): Float64Array {
		return this.values.subarray(0, this.length);
	}

	private grow(): void {
		const grown = new Float64Array(4 * this.length);
		grown.set(this.values);
		this.values = grown;
	}
}

/** Distinct patterns, one behind the other. The next one is written behind the last of them to be looked for. */
class PatternDictionary {
	readonly bytes: Uint8Array;
	/** Of all of them in bytes. */
	length = 0;
	private readonly ends: number[] = [];
	private readonly codeByHash = new Map<number, number>();

	/** @param size at least that of all patterns together in bytes */
	constructor(size: number) {
		this.bytes = new Uint8Array(size);
	}

	/** Place of the pattern that was written as far as `end`, a new one where none is the same; undefined where too many have its hash. */
	codeOf(end: number, hash: number): number | undefined {
		for (let tried = hash; tried < hash + mostTried; tried++) {
			const code = this.codeByHash.get(tried);
			if (code === undefined) {
				this.codeByHash.set(tried, this.ends.length);
				this.length = end;
				return this.ends.push(end) - 1;
			}
			if (this.isAt(code)) return code;
		}
		return undefined;
	}

	finish(): Uint8Array {
		return this.bytes.subarray(0, this.length);
	}

	/** Whether the pattern of a place is the one that was written last. */
	private isAt(code: number): boolean {
		const { bytes, length } = this;
		const start = this.ends[code - 1] ?? 0;
		let index = 0;
		while (bytes[start + index] === bytes[length + index] && bytes[length + index] !== lineBreak) index += 1;
		return bytes[start + index] === bytes[length + index];
	}
}
