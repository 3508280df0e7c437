import { maxProblems, unlisted, type CatalogProblem } from '../parseCatalog.ts';
import { plainText } from '../plainText.ts';
import type { TableFault } from './tableCells.ts';

/** The problems of one table file, of which only so many are listed. */
export class TableProblems {
	private readonly found: CatalogProblem[] = [];
	private count = 0;

	constructor(private readonly origin: string) {}

	add(fault: TableFault & { readonly endColumn?: number; readonly severity?: 'information' }): void {
		this.count += 1;
		if (this.count > maxProblems) return;
		const { message, row, heading, line, column, endColumn, severity } = fault;
		this.found.push({
			origin: plainText(this.origin),
			where: row === undefined ? '' : placeOfRow(row),
			message,
			...(heading === undefined ? {} : { field: [heading] }),
			...(line === undefined ? {} : { line }),
			...(column === undefined ? {} : { column }),
			...(endColumn === undefined ? {} : { endColumn }),
			...(severity && { severity }),
		});
	}

	/** In the order of their lines. */
	list(): readonly CatalogProblem[] {
		const sorted = [...this.found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
		return this.count > maxProblems ? [...sorted, unlisted(this.origin, this.count - maxProblems)] : sorted;
	}
}

/** How `CatalogProblem.where` calls a row of a table, from 1 without the heading. */
export function placeOfRow(row: number): string {
	return `row ${row}`;
}
