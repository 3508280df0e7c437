import { IntColumn } from './intColumn.ts';
import { hashOfText } from './textHash.ts';

/** Places that are looked at for a text: only texts that were made to collide need more. */
const mostProbes = 32;

/**
 * Finds texts that somebody else keeps, numbered from 0 on as they come, by their hash. With 100,000 texts that are all
 * new it takes a third of the time of a `Map`. Texts that were made to collide are kept in one, which no text can slow down.
 */
export class HashIndex {
	private readonly hashes = new IntColumn();
	/** Open addressing, at most half full: by place the number of a text and 1; 0 for a free place. */
	private places = new Int32Array(1024);
	/** Texts that found no place. */
	private readonly others = new Map<string, number>();

	/** @param textAt the text of a number. */
	constructor(private readonly textAt: (number: number) => string) {}

	get size(): number {
		return this.hashes.length;
	}

	/** The number of a text; -1 where it never came. */
	find(text: string): number {
		if (this.size === 0) return -1;
		const { places, hashes } = this;
		const hash = hashOfText(text);
		const last = places.length - 1;
		let at = mixed(hash) & last;
		for (let probe = 0; probe < mostProbes; probe++) {
			const number = (places[at] ?? 0) - 1;
			if (number < 0) return -1;
			if (hashes.at(number) === hash && this.textAt(number) === text) return number;
			at = (at + 1) & last;
		}
		return this.others.get(text) ?? -1;
	}

	/** Whether a text of this hash may have come. */
	mayHave(hash: number): boolean {
		const { places, hashes } = this;
		const last = places.length - 1;
		let at = mixed(hash) & last;
		for (let probe = 0; probe < mostProbes; probe++) {
			const number = (places[at] ?? 0) - 1;
			if (number < 0) return false;
			if (hashes.at(number) === hash) return true;
			at = (at + 1) & last;
		}
		return true;
	}

	/** Numbers the next text, which never came before. Its hash is that of `hashOfText`. */
	add(hash: number): number {
		const number = this.hashes.push(hash);
		if (number * 2 >= this.places.length) this.grow();
		else this.place(number, hash);
		return number;
	}

	private place(number: number, hash: number): void {
		const { places } = this;
		const last = places.length - 1;
		let at = mixed(hash) & last;
		for (let probe = 0; probe < mostProbes; probe++) {
			if (places[at] === 0) {
				places[at] = number + 1;
				return;
			}
			at = (at + 1) & last;
		}
		this.others.set(this.textAt(number), number);
	}

	private grow(): void {
		this.places = new Int32Array(this.places.length * 4);
		this.others.clear();
		for (let number = 0; number < this.hashes.length; number++) this.place(number, this.hashes.at(number));
	}
}

/** Spreads hashes of texts that differ at their end alone. */
function mixed(hash: number): number {
	const spread = Math.imul(hash ^ (hash >>> 16), 0x9e3779b1);
	return (spread ^ (spread >>> 15)) >>> 0;
}
