import { IntColumn } from './intColumn.ts';

/** Items that are numbered as they come, and found by the number of what they belong to. */
export class Chains {
	/** By owner: its last item and 1; 0 for none. */
	private readonly lasts = new IntColumn();
	/** By item: the one before it of the same owner and 1; 0 before the first. */
	private readonly before = new IntColumn();

	/** The next item belongs to `owner`. */
	add(owner: number): void {
		this.lasts.set(owner, this.before.push(this.lasts.at(owner)) + 1);
	}

	/** The items of an owner, in the order in which they came. */
	of(owner: number): readonly number[] {
		const items: number[] = [];
		for (let item = this.lasts.at(owner) - 1; item >= 0; item = this.before.at(item) - 1) items.push(item);
		return items.reverse();
	}
}
