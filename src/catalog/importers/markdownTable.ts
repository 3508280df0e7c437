import type { RawTable, TableCell, TableRow } from './tableCells.ts';

/**
 * The pipe tables of a Markdown text, in order. A table is every run of lines with a pipe of which the first is the heading;
 * lines of hyphens may stand anywhere in it. What is fenced as code is no table, nor is a line alone.
 */
export function readMarkdownTables(text: string): readonly RawTable[] {
	const tables: RawTable[] = [];
	let block: TableRow[] = [];
	const end = (): void => {
		const [heading, ...rows] = block;
		if (heading && rows.length > 0) tables.push({ heading, rows: rows.filter(row => !isSeparator(row)) });
		block = [];
	};
	const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
	const fenced = fencedLines(lines);
	for (const [index, line] of lines.entries()) {
		if (fenced.has(index) || !/(?<!\\)\|/.test(line)) end();
		else block.push({ line: index + 1, cells: splitCells(line, index + 1) });
	}
	end();
	return tables;
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
