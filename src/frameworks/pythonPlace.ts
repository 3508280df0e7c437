import type { PythonLine } from './pythonLines.ts';
import { columnOf, lineAt } from './textLines.ts';

/** Where whole lines of code go: a range that they replace, with what stands before and after them. */
export interface CodePlace {
	readonly start: number;
	readonly end: number;
	/** Line end and indentation before the first line. */
	readonly before: string;
	/** Line end after the last line. */
	readonly after: string;
	/** Indentation of the lines that follow the first. */
	readonly indent: string;
}

export interface PlaceStyle {
	/** One level of indentation: spaces or a tab. */
	readonly indent: string;
	readonly eol: '\n' | '\r\n';
}

/**
 * Where statements can stand at, or nearest to, a cursor: on its line where that is blank, above its line where it stands
 * before all code, else below the statement that it stands in. The indentation is one that Python takes there.
 */
export function placeStatements(lines: readonly PythonLine[], offset: number, style: PlaceStyle): CodePlace {
	const index = lineAt(lines, offset);
	const line = lineOf(lines, index);
	if (isFree(line)) return onBlankLine(lines, index, offset, style);
	const first = firstLineOf(lines, index);
	const head = lineOf(lines, first);
	const stays = head.isDecorator || isDecorated(lines, first);
	if (stays && (head.isDecorator || index === first))
		return above(lineOf(lines, firstDecorator(lines, first)), style);
	const beforeCode = index === first && offset <= head.start + head.indent.length;
	if (beforeCode && !head.isClause && offset < head.end) return above(head, style);
	const last = lastLineOf(lines, first);
	return below(lineOf(lines, last), indentBelow(lines, first, last, style), style);
}

/** The place right below a line, at the outermost level. */
export function placeBelow(line: PythonLine, style: PlaceStyle): CodePlace {
	return below(line, '', style);
}

function onBlankLine(lines: readonly PythonLine[], index: number, offset: number, style: PlaceStyle): CodePlace {
	const line = lineOf(lines, index);
	const previous = neighbor(lines, index, -1);
	if (previous !== undefined && lineOf(lines, previous).isDecorator)
		return above(lineOf(lines, firstDecorator(lines, previous)), style);
	const typed = line.text.slice(0, offset - line.start);
	const indent = nearest(levelsAt(lines, index, style), typed);
	return { start: line.start, end: line.end, before: indent, after: '', indent };
}

/** Indentations that a statement on a blank line may have, outermost first. */
function levelsAt(lines: readonly PythonLine[], index: number, style: PlaceStyle): readonly string[] {
	const previous = neighbor(lines, index, -1);
	if (previous === undefined) return [''];
	const first = firstLineOf(lines, previous);
	const last = lastLineOf(lines, first);
	if (lineOf(lines, last).opensBlock) return [indentBelow(lines, first, last, style)];
	const following = neighbor(lines, index, 1);
	const next = following === undefined ? undefined : lineOf(lines, following);
	const lowest = next ? columnOf(next.indent) : 0;
	return enclosingLevels(lines, first).filter(level =>
		next?.isClause ? columnOf(level) > lowest : columnOf(level) >= lowest,
	);
}

/** Indentation of a statement and of every block around it, outermost first. */
function enclosingLevels(lines: readonly PythonLine[], index: number): readonly string[] {
	const levels = [lineOf(lines, index).indent];
	for (let above = index - 1; above >= 0; above--) {
		const { indent, isBlank, isComment, continues } = lineOf(lines, above);
		if (isBlank || isComment || continues) continue;
		if (columnOf(indent) < columnOf(levels[0] ?? '')) levels.unshift(indent);
	}
	return levels;
}

function nearest(levels: readonly string[], typed: string): string {
	const column = columnOf(typed);
	return levels.findLast(level => columnOf(level) <= column) ?? levels[0] ?? '';
}

/** Indentation of a statement right below the one that stands on the lines from `first` to `last`. */
function indentBelow(lines: readonly PythonLine[], first: number, last: number, style: PlaceStyle): string {
	const { indent } = lineOf(lines, first);
	if (!lineOf(lines, last).opensBlock) return indent;
	const following = neighbor(lines, last, 1);
	const next = following === undefined ? '' : lineOf(lines, following).indent;
	return columnOf(next) > columnOf(indent) ? next : indent + style.indent;
}

function above(line: PythonLine, { eol }: PlaceStyle): CodePlace {
	return { start: line.start, end: line.start, before: line.indent, after: eol, indent: line.indent };
}

function below(line: PythonLine, indent: string, { eol }: PlaceStyle): CodePlace {
	return { start: line.end, end: line.end, before: eol + indent, after: '', indent };
}

/** Nearest line before (-1) or after (1) that code stands on. */
function neighbor(lines: readonly PythonLine[], index: number, step: 1 | -1): number | undefined {
	for (let at = index + step; at >= 0 && at < lines.length; at += step) {
		const { isBlank, isComment, continues } = lineOf(lines, at);
		if (continues ? step === -1 : !isBlank && !isComment) return at;
	}
	return undefined;
}

function firstLineOf(lines: readonly PythonLine[], index: number): number {
	let first = index;
	while (first > 0 && lineOf(lines, first).continues) first--;
	return first;
}

function lastLineOf(lines: readonly PythonLine[], first: number): number {
	let last = first;
	while (last + 1 < lines.length && lineOf(lines, last + 1).continues) last++;
	return last;
}

function isDecorated(lines: readonly PythonLine[], first: number): boolean {
	const previous = neighbor(lines, first, -1);
	return previous !== undefined && lineOf(lines, firstLineOf(lines, previous)).isDecorator;
}

function firstDecorator(lines: readonly PythonLine[], index: number): number {
	let first = firstLineOf(lines, index);
	for (;;) {
		const previous = neighbor(lines, first, -1);
		if (previous === undefined) return first;
		const start = firstLineOf(lines, previous);
		if (!lineOf(lines, start).isDecorator) return first;
		first = start;
	}
}

function isFree({ isBlank, continues }: PythonLine): boolean {
	return isBlank && !continues;
}

function lineOf(lines: readonly PythonLine[], index: number): PythonLine {
	const line = lines[index];
	if (!line) throw new RangeError(`no line ${index} of ${lines.length}`);
	return line;
}
