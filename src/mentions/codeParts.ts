import { openModelDocument, type ModelDocument } from './modelDocument.ts';
import { notebookCells } from './notebook.ts';
import type { PythonScope } from './pythonScope.ts';

/** A part of a file of code that is read on its own: the whole file, or one cell of a notebook. */
export interface CodePart {
	readonly document: ModelDocument;
	/** Offset in the file of an offset in the text of the document. */
	readonly toFile: (offset: number) => number;
	/** Index among all cells of the notebook. */
	readonly cell?: number;
}

/** The parts of a file, by the ending of its path: YAML, JSON, a notebook, and Python otherwise. */
export function codeParts(path: string, text: string): readonly CodePart[] {
	const same = (offset: number): number => offset;
	if (/\.ya?ml$/i.test(path)) return [{ document: openModelDocument(text, 'yaml'), toFile: same }];
	if (/\.json$/i.test(path)) return [{ document: openModelDocument(text, 'json'), toFile: same }];
	if (!/\.ipynb$/i.test(path)) return [{ document: openModelDocument(text, 'python'), toFile: same }];
	let scope: PythonScope | undefined;
	return notebookCells(text).map(cell => {
		const document = openModelDocument(cell.source, 'python', scope);
		scope = document.scope;
		return { document, toFile: offset => cell.toFile(offset), cell: cell.index };
	});
}
