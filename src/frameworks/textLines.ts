/** A text as its lines, each with where it stands and ends before its line end. */
export interface TextLine {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** Spaces and tabs at its start. */
	readonly indent: string;
	readonly isBlank: boolean;
}

export function linesOf(text: string): readonly TextLine[] {
	const lines: TextLine[] = [];
	let start = 0;
	for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
		const line = text.slice(start, match.index);
		const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
		lines.push({ start, end: match.index, text: line, indent, isBlank: line.trim() === '' });
		start = match.index + match[0].length;
	}
	return lines;
}

/** Index of the line that holds `offset`, its end included. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
	let low = 0;
	let high = lines.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((lines[middle]?.start ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Column that an indentation reaches, a tab going to the next multiple of 8 as Python counts. */
export function columnOf(indent: string): number {
	let column = 0;
	for (const character of indent) column = character === '\t' ? ((column >> 3) << 3) + 8 : column + 1;
	return column;
}
