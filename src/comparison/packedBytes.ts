/** Bytes that are not what their writer can have written. */
export class MalformedBytes extends Error {}

/** Writes one list of bytes, which grows as it is needed. */
export class ByteWriter {
	private bytes = new Uint8Array(65_536);
	private length = 0;

	/** @param value a whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first, as LEB128 has them */
	count(value: number): void {
		this.reserve(8);
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes[this.length++] = (rest % 128) + 128;
		this.bytes[this.length++] = rest;
	}

	/** @param value a whole number within ±2^52 */
	integer(value: number): void {
		this.count(value < 0 ? -2 * value - 1 : 2 * value);
	}

	/** The bytes alone: whoever reads them knows how many there are. */
	raw(values: ArrayBufferView): void {
		this.reserve(values.byteLength);
		this.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), this.length);
		this.length += values.byteLength;
	}

	/** In UTF-8. */
	text(text: string): void {
		const bytes = new TextEncoder().encode(text);
		this.count(bytes.length);
		this.raw(bytes);
	}

	/** What was written, in a buffer of no more than that. */
	finish(): Uint8Array<ArrayBuffer> {
		return this.bytes.slice(0, this.length);
	}

	private reserve(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = new Uint8Array(2 * (this.length + more));
		grown.set(this.bytes);
		this.bytes = grown;
	}
}

/** Reads what a `ByteWriter` wrote. Each method throws `MalformedBytes` where that cannot be. */
export class ByteReader {
	private place = 0;

	constructor(private readonly bytes: Uint8Array) {}

	/** @param most the greatest number that there may be */
	count(most: number): number {
		let value = 0;
		for (let unit = 1; unit < 2 ** 56; unit *= 128) {
			const byte = this.bytes[this.place++] ?? malformed();
			value += (byte % 128) * unit;
			if (byte < 128) return value <= most ? value : malformed();
		}
		return malformed();
	}

	/** Within ±2^52. */
	integer(): number {
		const folded = this.count(2 ** 53);
		return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
	}

	/** A copy of the next bytes, which can be seen as numbers of any width. */
	take(length: number): ArrayBuffer {
		if (this.place + length > this.bytes.length) malformed();
		return new Uint8Array(this.bytes.subarray(this.place, (this.place += length))).buffer;
	}

	text(most: number): string {
		return textOf(new Uint8Array(this.take(this.count(most))));
	}

	/** Nothing may be left. */
	end(): void {
		if (this.place < this.bytes.length) malformed();
	}
}

/** UTF-8 as it is, with a byte order mark where it has one. */
export function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return malformed();
	}
}

export function malformed(): never {
	throw new MalformedBytes();
}
