/** Items that are numbered as they come, and found by the number of what they belong to. */
export class Chains {
	private readonly firsts: (number | undefined)[] = [];
	private readonly lasts: (number | undefined)[] = [];
	/** By item; -1 after the last one. */
	private readonly nexts: number[] = [];

	/** The next item belongs to `owner`. */
	add(owner: number): void {
		const item = this.nexts.push(-1) - 1;
		const last = this.lasts[owner];
		if (last === undefined) this.firsts[owner] = item;
		else this.nexts[last] = item;
		this.lasts[owner] = item;
	}

	/** The first item of an owner; -1 where it has none. */
	first(owner: number): number {
		return this.firsts[owner] ?? -1;
	}

	/** The item after `item` of the same owner; -1 after the last one. */
	next(item: number): number {
		return this.nexts[item] ?? -1;
	}

	/** The items of an owner, in the order in which they came. */
	of(owner: number): readonly number[] {
		const items: number[] = [];
		for (let item = this.first(owner); item >= 0; item = this.next(item)) items.push(item);
		return items;
	}
}
