/** Whole numbers of 32 bits by their place, in one piece of memory: an array of hundreds of thousands costs far more to grow. */
export class IntColumn {
	private values = new Int32Array(64);
	private count = 0;

	get length(): number {
		return this.count;
	}

	/** Puts a number behind the last one, and gives its place. */
	push(value: number): number {
		if (this.count === this.values.length) this.growTo(this.count + 1);
		this.values[this.count] = value;
		return this.count++;
	}

	/** Puts a number at a place; those before it that have none become 0. */
	set(place: number, value: number): void {
		if (place >= this.values.length) this.growTo(place + 1);
		if (place >= this.count) this.count = place + 1;
		this.values[place] = value;
	}

	/** 0 where there is none. */
	at(place: number): number {
		return this.values[place] ?? 0;
	}

	private growTo(length: number): void {
		const grown = new Int32Array(Math.max(length, this.values.length * 2));
		grown.set(this.values);
		this.values = grown;
	}
}
