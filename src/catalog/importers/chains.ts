/** Items that are numbered as they come, and found by the number of what they belong to. */
export class Chains {
	private readonly lasts: (number | undefined)[] = [];
	/** By item: the one before it of the same owner; -1 before the first. */
	private readonly before: number[] = [];

	/** The next item belongs to `owner`. */
	add(owner: number): void {
		const last = this.lasts[owner] ?? -1;
		this.lasts[owner] = this.before.push(last) - 1;
	}

	/** The items of an owner, in the order in which they came. */
	of(owner: number): readonly number[] {
		const items: number[] = [];
		for (let item = this.lasts[owner] ?? -1; item >= 0; item = this.before[item] ?? -1) items.push(item);
		return items.reverse();
	}
}
