import type { RawTable, TableCell, TableFault, TableRow } from './tableCells.ts';

/**
 * The pipe tables of a Markdown text, in order. A table is a run of lines with a pipe of which the first is the heading;
 * lines of hyphens may stand anywhere in it. One line without a pipe is a fault and does not end it, so that it hides no
 * row, unless a heading with its line of hyphens follows. What is fenced as code is no table, nor is a line alone.
 */
export function readMarkdownTables(text: string): {
	readonly tables: readonly RawTable[];
	readonly faults: readonly TableFault[];
} {
	const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
	const blocks = findBlocks(lines);
	const joined: TableRow[][] = [];
	const faults: TableFault[] = [];
	let last: readonly TableRow[] = [];
	for (const block of blocks) {
		const [first, second] = block;
		const gap = (last.at(-1)?.line ?? -Infinity) + 1;
		const before = joined.at(-1);
		const isGoingOn = first?.line === gap + 1 && lines[gap - 1]?.trim() !== '' && !(second && isSeparator(second));
		if (before && before.length > 1 && isGoingOn) {
			before.push(...block);
			faults.push({ message: 'no row of the table around it; expected cells between |', line: gap });
		} else joined.push([...block]);
		last = block;
	}
	const tables = joined.flatMap(([heading, ...rows]) =>
		heading && rows.length > 0 ? [{ heading, rows: rows.filter(row => !isSeparator(row)) }] : [],
	);
	return { tables, faults };
}

/** Runs of lines with a pipe. */
function findBlocks(lines: readonly string[]): readonly (readonly TableRow[])[] {
	const fenced = fencedLines(lines);
	const blocks: TableRow[][] = [];
	for (const [index, line] of lines.entries()) {
		if (fenced.has(index) || !/(?<!\\)\|/.test(line)) continue;
		const row = { line: index + 1, cells: splitCells(line, index + 1) };
		const block = blocks.at(-1);
		if (block?.at(-1)?.line === index) block.push(row);
		else blocks.push([row]);
	}
	return blocks;
}

/** A fence that nothing closes opens nothing, or it would hide all that follows. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
	const fenced = new Set<number>();
	let opened: { readonly index: number; readonly fence: string } | undefined;
	for (const [index, line] of lines.entries()) {
		const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence === undefined) continue;
		if (!opened) opened = { index, fence };
		else if (fence.startsWith(opened.fence)) {
			for (let inside = opened.index; inside <= index; inside++) fenced.add(inside);
			opened = undefined;
		}
	}
	return fenced;
}

function splitCells(line: string, number: number): readonly TableCell[] {
	const parts = line.split(/(?<!\\)\|/);
	const cells: TableCell[] = [];
	let offset = 0;
	for (const part of parts) {
		const text = part.trim();
		const column = offset + part.length - part.trimStart().length + 1;
		cells.push({ text: withoutMarkup(text), line: number, column, endColumn: column + text.length });
		offset += part.length + 1;
	}
	const isOpen = parts[0]?.trim() === '';
	const isClosed = parts.at(-1)?.trim() === '';
	return cells.slice(isOpen ? 1 : 0, isClosed && cells.length > 1 ? -1 : undefined);
}

/** The text that links, emphasis and code show. */
function withoutMarkup(text: string): string {
	return text
		.slice(0, 4000)
		.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
		.replace(/\*\*|__(?=\S)|(?<=\S)__|`/g, '')
		.replace(/\\([|\\`*_{}[\]<>()#+.!~-])/g, '$1');
}

function isSeparator({ cells }: TableRow): boolean {
	return cells.length > 0 && cells.every(({ text }) => /^:?-+:?$/.test(text));
}
