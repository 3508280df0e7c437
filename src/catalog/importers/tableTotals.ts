/** Where a row stands. */
export interface RowPlace {
	/** From 1, without the heading. */
	readonly row: number;
	/** From 1; undefined in JSON, where lines are looked up later. */
	readonly line: number | undefined;
}

/** What is found of a file as a whole while its rows are read. */
export class TableTotals {
	/** MACs of the cheapest result of a model of the file. */
	leastMacs = Infinity;
	/** Rows whose input size is assumed. */
	assumed = 0;
	firstAssumed: RowPlace | undefined;

	addMacs(macs: number): void {
		this.leastMacs = Math.min(this.leastMacs, macs);
	}

	addAssumed(place: RowPlace): void {
		this.assumed += 1;
		this.firstAssumed ??= place;
	}
}
