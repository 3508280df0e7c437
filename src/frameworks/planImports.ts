import type { TextEdit } from './insertion.ts';
import { readHeader, type PythonHeader } from './pythonHeader.ts';
import { importedNames, missingImport } from './pythonImports.ts';
import { pythonLines, type PythonLine } from './pythonLines.ts';
import type { PythonTree } from './pythonTree.ts';
import { lineAt } from './textLines.ts';

/** Where imports go, and the text that goes there. */
export interface ImportEdit {
	readonly offset: number;
	readonly text: string;
	/** The same with a blank line at its end, for code that stands right at the offset. */
	readonly textBeforeCode: string;
}

export interface ImportPlace {
	readonly header: PythonHeader;
	readonly lines: readonly PythonLine[];
	readonly eol: string;
	/** Offset of the first code that needs the imports. */
	readonly neededAt: number;
}

/** The statements, or parts of them, that no source brings in yet. */
export function missingImports(statements: readonly string[], sources: readonly string[]): readonly string[] {
	const existing = sources.flatMap(source => importedNames(source));
	return statements.flatMap(statement => missingImport(statement, existing) ?? []);
}

/** Import statements below the header of a file, or above the code that needs them where that stands higher. */
export function planImports(statements: readonly string[], place: ImportPlace): ImportEdit {
	const { header, lines, eol, neededAt } = place;
	const offset = Math.min(header.importsBelow?.end ?? 0, neededAt);
	const block = statements.join(eol);
	const index = lineAt(lines, offset);
	const joins = header.hasImports && offset === header.importsBelow?.end;
	const isLineStart = lines[index]?.start === offset;
	const next = lines[isLineStart ? index : index + 1];
	const gap = joins || !next || next.isBlank ? '' : eol;
	if (isLineStart) return { offset, text: block + eol + gap, textBeforeCode: block + eol + eol };
	const before = joins ? eol : eol + eol;
	return { offset, text: before + block + gap, textBeforeCode: before + block + eol };
}

/** The edit of a text, at most one, that brings in what neither it nor another source does. */
export function importEdits(
	text: string,
	tree: PythonTree,
	statements: readonly string[],
	{ eol, knownImportsFrom = [] }: { readonly eol: string; readonly knownImportsFrom?: readonly string[] },
): readonly TextEdit[] {
	const missing = missingImports(statements, [text, ...knownImportsFrom]);
	if (missing.length === 0) return [];
	const lines = pythonLines(text, tree);
	const header = readHeader(text, tree, lines);
	const { offset, text: block } = planImports(missing, { header, lines, eol, neededAt: Infinity });
	return [{ start: offset, end: offset, text: block }];
}
