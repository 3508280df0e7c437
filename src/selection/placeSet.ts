/** Places below a size, one bit each: in order from the first one on, with 32 absent ones at each step. */
export class PlaceSet {
	private constructor(private readonly words: Uint32Array) {}

	/** No place below `size`. */
	static empty(size: number): PlaceSet {
		return new PlaceSet(new Uint32Array(Math.ceil(size / 32)));
	}

	copy(): PlaceSet {
		return new PlaceSet(this.words.slice());
	}

	/** Adds a place that is absent, removes one that is there. */
	flip(place: number): void {
		const word = place >>> 5;
		this.words[word] = (this.words[word] ?? 0) ^ (1 << (place & 31));
	}

	/** The first place from `from` on; -1 where there is none. */
	next(from: number): number {
		const { words } = this;
		let word = from >>> 5;
		let bits = (words[word] ?? 0) & (-1 << (from & 31));
		while (bits === 0 && ++word < words.length) bits = words[word] ?? 0;
		return bits === 0 ? -1 : 32 * word + 31 - Math.clz32(bits & -bits);
	}
}
