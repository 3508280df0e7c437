import type { RawTable, TableCell, TableFault } from './tableCells.ts';
import { maxColumns } from './tableHeadings.ts';

/** A list of flat objects as a table whose columns are their fields, in the order in which they first appear. */
export function readJsonTable(list: readonly unknown[]): {
	readonly table: RawTable;
	readonly faults: readonly TableFault[];
} {
	const faults: TableFault[] = [];
	const headings = new Map<string, number>();
	const rows = list.map((row, index) => {
		const cells = new Map<number, TableCell>();
		if (typeof row !== 'object' || row === null || Array.isArray(row)) {
			faults.push({ message: 'expected an object with one field for each column', row: index + 1 });
			return { cells: [] };
		}
		for (const [field, value] of Object.entries(row).slice(0, maxColumns)) {
			const known = headings.get(field) ?? headings.size;
			if (known >= maxColumns) continue;
			headings.set(field, known);
			const text = cellText(value);
			if (text === undefined) {
				const message = `expected a text or a number, received ${Array.isArray(value) ? 'a list' : 'an object'}`;
				faults.push({ message, row: index + 1, heading: field });
			}
			cells.set(known, { text: text ?? '', heading: field });
		}
		const length = Math.max(0, ...cells.keys()) + 1;
		return { cells: Array.from({ length }, (_, column) => cells.get(column) ?? { text: '' }) };
	});
	return { table: { heading: { cells: [...headings.keys()].map(text => ({ text })) }, rows }, faults };
}

function cellText(value: unknown): string | undefined {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
