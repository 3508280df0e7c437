import { findJsonSpans } from '../catalog/jsonPlaces.ts';

/** A cell of code with where its text stands in the file of the notebook. */
export interface NotebookCell {
	readonly source: string;
	/** Among all cells, those of text too. */
	readonly index: number;
	/** Offset in the file of an offset in the source. */
	toFile(offset: number): number;
}

/** The cells of code of a notebook in their order; none where the file is no notebook. */
export function notebookCells(text: string): readonly NotebookCell[] {
	const cells = member(parseJson(text), 'cells');
	if (!Array.isArray(cells)) return [];
	return cells.flatMap((cell: unknown, index) => {
		const source = member(cell, 'source');
		if (member(cell, 'cell_type') !== 'code') return [];
		if (typeof source === 'string') return [cellOf(text, index, [source], [['cells', index, 'source']])];
		if (!Array.isArray(source)) return [];
		const lines = source.filter(line => typeof line === 'string');
		return [
			cellOf(
				text,
				index,
				lines,
				lines.map((_, line) => ['cells', index, 'source', line]),
			),
		];
	});
}

function cellOf(
	text: string,
	index: number,
	parts: readonly string[],
	paths: readonly (readonly (string | number)[])[],
): NotebookCell {
	const spans = findJsonSpans(text, paths);
	return {
		source: parts.join(''),
		index,
		toFile(offset) {
			let before = 0;
			for (const [at, part] of parts.entries()) {
				const start = spans[at]?.start ?? 0;
				if (offset <= before + part.length && (offset < before + part.length || at === parts.length - 1))
					return rawOffset(text, start + 1, offset - before);
				before += part.length;
			}
			return 0;
		},
	};
}

/** Offset of the character number `count` of a JSON string that begins at `start`. */
function rawOffset(text: string, start: number, count: number): number {
	let at = start;
	for (let passed = 0; passed < count && text[at] !== '"'; passed++) {
		if (text[at] !== '\\') at += 1;
		else at += text[at + 1] === 'u' ? 6 : 2;
	}
	return at;
}

function member(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
		? Object.entries(value).find(([name]) => name === key)?.[1]
		: undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // half written: no cell of it can be told from another
	}
}
