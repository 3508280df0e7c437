import { placeDataInstead, placeJson, placeYaml } from './dataPlace.ts';
import { missingImports, planImports, type ImportPlace } from './planImports.ts';
import { readHeader, type PythonHeader } from './pythonHeader.ts';
import { pythonLines, type PythonLine } from './pythonLines.ts';
import { placeBelow, placeStatements, type CodePlace, type PlaceStyle } from './pythonPlace.ts';
import { parsePython } from './pythonTree.ts';
import type { Snippet, SnippetLanguage, SnippetPart } from './snippetOffer.ts';
import { defaultText } from './snippetParts.ts';
import { lineAt, linesOf } from './textLines.ts';

/** A range of a text in UTF-16 units, its end not included. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

export interface TextEdit extends TextRange {
	readonly text: string;
}

/** Its parts are final: line ends and indentation are those of the text, and nothing may adjust them again. */
export interface SnippetEdit extends TextRange {
	readonly parts: readonly SnippetPart[];
}

/** Edits of one text, all meant for its state before any of them. No two touch the same place. */
export interface TextPlan {
	/** Imports that are missing. Where they stand right above the code they are part of the first snippet edit. */
	readonly imports: readonly TextEdit[];
	/** In the order of the text. */
	readonly snippets: readonly SnippetEdit[];
}

export interface InsertionOptions {
	/** Other cells of a notebook, whose imports count as well. */
	readonly knownImportsFrom?: readonly string[];
}

/**
 * How to put a snippet at every selection and its imports once above: in the first block of imports, after docstring and
 * `from __future__`, none that the text has already. A selection of whole lines is replaced, any other is kept and the
 * code goes to its end, whole statements only, on lines of their own.
 */
export function planInsertion(
	text: string,
	selections: readonly TextRange[],
	snippet: Snippet,
	style: PlaceStyle,
	options: InsertionOptions = {},
): TextPlan {
	const replaced = selections.map(selection => wholeLines(text, selection));
	if (snippet.language !== 'python') {
		const places = selections.map((selection, index) => {
			const range = replaced[index];
			if (range) return placeDataInstead(text, range);
			return snippet.language === 'json' ? placeJson(text, selection) : placeYaml(text, selection.end, style);
		});
		return { imports: [], snippets: editsAt(distinct(places), snippet, style) };
	}
	const kept = withoutRanges(text, replaced);
	const tree = parsePython(kept);
	const lines = pythonLines(kept, tree);
	const header = readHeader(kept, tree, lines);
	const places = selections.map(({ end }, index) => {
		const range = replaced[index];
		return range
			? placeInstead(lines, range, style)
			: afterHeader(placeStatements(lines, end, style), header, style);
	});
	const edits = editsAt(distinct(places), snippet, style);
	const missing = missingImports(snippet.imports, [kept, ...(options.knownImportsFrom ?? [])]);
	return withImports(edits, missing, { header, lines, eol: style.eol, neededAt: edits[0]?.start ?? Infinity });
}

/** The text that a plan leaves, tab stops at their default values. */
export function applyPlan(text: string, { imports, snippets }: TextPlan): string {
	const edits: TextEdit[] = [
		...imports,
		...snippets.map(({ start, end, parts }) => ({ start, end, text: defaultText(parts) })),
	];
	return edits
		.toSorted((a, b) => b.start - a.start)
		.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** The lines that a selection covers whole, or nothing where it leaves a part of one or is empty. */
function wholeLines(text: string, { start, end }: TextRange): TextRange | undefined {
	const lines = linesOf(text);
	const selected = text.slice(start, end);
	if (selected.trim() === '') return undefined;
	const first = lines[lineAt(lines, start)];
	const last = lines[lineAt(lines, start + selected.trimEnd().length)];
	if (!first || !last) return undefined;
	const leaves = text.slice(first.start, start) + text.slice(Math.min(end, last.end), last.end);
	return leaves.trim() === '' ? { start: first.start, end: last.end } : undefined;
}

/** The text with blanks in place of what is replaced, so that offsets stay. */
function withoutRanges(text: string, ranges: readonly (TextRange | undefined)[]): string {
	return ranges.reduce<string>(
		(kept, range) =>
			range
				? kept.slice(0, range.start) +
					kept.slice(range.start, range.end).replace(/[^\r\n\t]/g, ' ') +
					kept.slice(range.end)
				: kept,
		text,
	);
}

/** In place of whole lines, at their own indentation. */
function placeInstead(lines: readonly PythonLine[], range: TextRange, style: PlaceStyle): CodePlace {
	const indented = lines[lineAt(lines, range.start)];
	const place = placeStatements(lines, range.start + (indented?.indent.length ?? 0), style);
	return { ...place, start: range.start, end: range.end, before: place.indent, after: '' };
}

function afterHeader(place: CodePlace, { codeFrom, importsBelow }: PythonHeader, style: PlaceStyle): CodePlace {
	return place.start < codeFrom && importsBelow ? placeBelow(importsBelow, style) : place;
}

function distinct(places: readonly CodePlace[]): readonly CodePlace[] {
	const byStart = new Map(places.map(place => [place.start, place]));
	return [...byStart.values()].toSorted((a, b) => a.start - b.start);
}

function editsAt(places: readonly CodePlace[], snippet: Snippet, style: PlaceStyle): readonly SnippetEdit[] {
	return places.map(({ start, end, before, after, indent }) => ({
		start,
		end,
		parts: [before, ...indentParts(snippet, indent, style), after].filter(part => part !== ''),
	}));
}

/** Levels of indentation inside a snippet; YAML takes no tabs, so its two spaces stay. */
const levels: Readonly<Record<SnippetLanguage, string>> = { python: '    ', json: '  ', yaml: '  ' };

function indentParts({ language, parts }: Snippet, indent: string, style: PlaceStyle): readonly SnippetPart[] {
	const level = levels[language];
	const unit = language === 'yaml' ? level : style.indent;
	const isEmptyLine = (rest: string, next: SnippetPart | undefined): boolean =>
		rest === '' ? next === undefined : rest.startsWith('\n');
	const adapt = (text: string, next: SnippetPart | undefined): string =>
		text.replace(/\n( *)/g, (lead: string, spaces: string, at: number) => {
			if (isEmptyLine(text.slice(at + lead.length), next)) return lead;
			const depth = Math.floor(spaces.length / level.length);
			return `\n${indent}${unit.repeat(depth)}${spaces.slice(depth * level.length)}`;
		});
	return parts.map((part, index) =>
		typeof part === 'string' ? adapt(part, parts[index + 1]).replaceAll('\n', style.eol) : part,
	);
}

function withImports(snippets: readonly SnippetEdit[], statements: readonly string[], place: ImportPlace): TextPlan {
	if (statements.length === 0) return { imports: [], snippets };
	const [first, ...rest] = snippets;
	const { offset, text, textBeforeCode } = planImports(statements, place);
	if (!first || offset < first.start) {
		const touches = first?.start === offset + place.eol.length; // the code takes the blank line below the imports
		return { imports: [{ start: offset, end: offset, text: touches ? text + place.eol : text }], snippets };
	}
	// right at the code: one edit, since two at one place have no order
	return { imports: [], snippets: [{ ...first, parts: [textBeforeCode, ...first.parts] }, ...rest] };
}
