import { findJsonSpans, type JsonPath } from './jsonPlaces.ts';
import type { CatalogProblem } from './parseCatalog.ts';

/**
 * The problems with the line and the columns of the row or field that each is about. `text` is the JSON that they were
 * found in; one that has its line already, or is about the whole file, stays as it is.
 */
export function locateProblems(text: string, problems: readonly CatalogProblem[]): readonly CatalogProblem[] {
	const paths = problems.map(pathOf);
	if (paths.every(path => path === undefined)) return problems;
	const bare = withoutMark(text);
	const spans = findJsonSpans(
		bare,
		paths.map(path => path ?? []),
	);
	const starts = lineStarts(bare);
	return problems.map((problem, index) => {
		const span = paths[index] && spans[index];
		return span ? { ...problem, ...placeOf(bare, starts, span.start, span.end) } : problem;
	});
}

/** Line and column of an offset of `text`. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
	const { line, column } = placeOf(text, lineStarts(text), offset, offset);
	return { line, column };
}

/** Without the mark of byte order, which an editor does not count as a column. */
export function withoutMark(text: string): string {
	return text.replace(/^\ufeff/, '');
}

/** `figures, row 12`, or `row 12` of a list, and its field as steps from the root. */
function pathOf({ where, field = [], line }: CatalogProblem): JsonPath | undefined {
	if (line !== undefined) return undefined;
	if (where === '') return field.length > 0 ? field : undefined;
	const [list = '', row] = where.split(/, row |^row /);
	if (list === '') return [Number(row) - 1, ...field];
	return row === undefined ? [list, ...field] : [list, Number(row) - 1, ...field];
}

/** A row of many lines is marked on its first line only, so that the mark is not longer than what it says. */
function placeOf(
	text: string,
	starts: readonly number[],
	start: number,
	end: number,
): { readonly line: number; readonly column: number; readonly endColumn: number } {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= start) low = middle;
		else high = middle - 1;
	}
	const lineStart = starts[low] ?? 0;
	const nextLine = starts[low + 1] ?? text.length + 1;
	const lastColumn = text.slice(start, Math.min(end, nextLine)).replace(/[\r\n]+$/, '').length;
	return { line: low + 1, column: start - lineStart + 1, endColumn: start - lineStart + 1 + lastColumn };
}

/** Offsets at which the lines start, as an editor counts them. */
function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (const { index, 0: ending } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + ending.length);
	return starts;
}
