import { plainText } from '../plainText.ts';
import { IntColumn } from './intColumn.ts';
import { placeOfRow } from './tableProblems.ts';

/** Where the rows of a table stand, by their number. */
export class TableRowPlaces {
	private readonly giving: number[] = [];
	/** 0 where none is known. */
	private readonly lines = new IntColumn();
	/** What a row says its figures are from. */
	private readonly stated = new Map<number, string>();

	add(row: number, line: number | undefined, stated: string): void {
		if (line !== undefined) this.lines.set(row, line);
		if (stated !== '') this.stated.set(row, stated);
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
		const line = this.lines.at(row);
		return line === 0 ? undefined : line;
	}

	/** `line 12`, and what the row says its figures are from. */
	locatorOf(row: number): string {
		const line = this.lineOf(row);
		const place = line === undefined ? placeOfRow(row) : `line ${line}`;
		const stated = this.stated.get(row);
		return stated === undefined ? place : plainText(`${place}, said to be of ${stated}`);
	}
}
