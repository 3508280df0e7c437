import { IntColumn } from './intColumn.ts';

/** Numbers pairs of whole numbers from 0 on, in the order in which they first come. */
export class PairIndex {
	private readonly firsts = new IntColumn();
	private readonly seconds = new IntColumn();
	/** Open addressing, at most half full: by place the number of a pair and 1; 0 for a free place. */
	private places = new Int32Array(1024);

	get size(): number {
		return this.firsts.length;
	}

	secondAt(number: number): number {
		return number < this.size ? this.seconds.at(number) : -1;
	}

	/** The number of a pair; -1 where it never came. */
	find(first: number, second: number): number {
		return (this.places[this.placeOf(first, second)] ?? 0) - 1;
	}

	/** The number of a pair, which is a new one where it never came. */
	add(first: number, second: number): number {
		const place = this.placeOf(first, second);
		const known = (this.places[place] ?? 0) - 1;
		if (known >= 0) return known;
		const number = this.firsts.push(first);
		this.seconds.push(second);
		this.places[place] = number + 1;
		if (number * 2 >= this.places.length) this.grow();
		return number;
	}

	/** Where a pair stands, or the free place for it. */
	private placeOf(first: number, second: number): number {
		const { places, firsts, seconds } = this;
		const last = places.length - 1;
		let at = hashOf(first, second) & last;
		for (let number = (places[at] ?? 0) - 1; number >= 0; number = (places[at] ?? 0) - 1) {
			if (firsts.at(number) === first && seconds.at(number) === second) break;
			at = (at + 1) & last;
		}
		return at;
	}

	private grow(): void {
		this.places = new Int32Array(this.places.length * 4);
		for (let number = 0; number < this.size; number++) {
			this.places[this.placeOf(this.firsts.at(number), this.seconds.at(number))] = number + 1;
		}
	}
}

function hashOf(first: number, second: number): number {
	const spread = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + (first >>> 7)), 0x85ebca6b);
	return (spread ^ (spread >>> 15)) >>> 0;
}
