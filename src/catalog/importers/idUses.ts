/** Who has an id, where several ask for the same: the second gets it with `+2`. Ids without that end are numbers here. */
export class IdUses {
	/** By number of the id: who asked first. */
	private readonly firsts: (number | undefined)[] = [];
	/** How often it was asked for, where it was more than once. */
	private readonly counts = new Map<number, number>();
	/** By number of the id and which use it is, from 2 on. */
	private readonly others = new Map<string, number>();

	/** Which use of the id the one of `owner` is, from 1 on. */
	add(id: number, owner: number): number {
		if (this.firsts[id] === undefined) {
			this.firsts[id] = owner;
			return 1;
		}
		const use = (this.counts.get(id) ?? 1) + 1;
		this.counts.set(id, use);
		this.others.set(`${id}+${use}`, owner);
		return use;
	}

	/** Whose a use of the id is; -1 where it is nobody's. */
	find(id: number, use: number): number {
		return (use === 1 ? this.firsts[id] : this.others.get(`${id}+${use}`)) ?? -1;
	}
}

/** `net` or `net+2`. */
export function idOfUse(id: string, use: number): string {
	return use === 1 ? id : `${id}+${use}`;
}

/** An id without its `+2`, and which use it is. */
export function useOfId(text: string): readonly [id: string, use: number] {
	const [, id, use] = /^(.*)\+([2-9]|[1-9]\d{1,6})$/.exec(text) ?? [];
	return id === undefined ? [text, 1] : [id, Number(use)];
}
