/** Ids of the records of a file, each given once: where several ask for the same one, the second gets it with `+2`. */
export class OwnIds {
	private readonly ids: string[] = [];
	private readonly numbers = new Map<string, number>();
	/** How often an id was asked for, where it was more than once. */
	private readonly uses = new Map<string, number>();

	/** How many records have one. */
	get count(): number {
		return this.ids.length;
	}

	/**
	 * Gives the next record its id.
	 * @param wanted does not end like `+2`.
	 * @param number of the record.
	 */
	add(wanted: string, number: number): void {
		const isTaken = this.numbers.has(wanted);
		const use = isTaken ? (this.uses.get(wanted) ?? 1) + 1 : 1;
		if (isTaken) this.uses.set(wanted, use);
		const id = isTaken ? `${wanted}+${use}` : wanted;
		this.ids.push(id);
		this.numbers.set(id, number);
	}

	/** By place, in the order in which they were given. */
	at(place: number): string {
		return this.ids[place] ?? '';
	}

	/** The number of a record; -1 where none has the id. */
	find(id: string): number {
		return this.numbers.get(id) ?? -1;
	}
}
