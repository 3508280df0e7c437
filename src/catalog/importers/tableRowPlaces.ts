import { plainText } from '../plainText.ts';
import { placeOfRow } from './tableProblems.ts';

/** Where the rows of a table stand, by their number. */
export class TableRowPlaces {
	private readonly giving: number[] = [];
	private readonly lines: (number | undefined)[] = [];
	/** What a row says its figures are from. */
	private readonly stated: (string | undefined)[] = [];

	add(row: number, line: number | undefined, stated: string): void {
		if (line !== undefined) this.lines[row] = line;
		if (stated !== '') this.stated[row] = stated;
	}

	/** The row gives a record. */
	addGiving(row: number): void {
		this.giving.push(row);
	}

	/** The rows that give a record. */
	get rows(): readonly number[] {
		return this.giving;
	}

	lineOf(row: number): number | undefined {
		return this.lines[row];
	}

	/** `line 12`, and what the row says its figures are from. */
	locatorOf(row: number): string {
		const line = this.lines[row];
		const place = line === undefined ? placeOfRow(row) : `line ${line}`;
		const stated = this.stated[row];
		return stated === undefined ? place : plainText(`${place}, said to be of ${stated}`);
	}
}
