import * as vscode from 'vscode';
import { planInsertion, type TextPlan, type TextRange } from '../../frameworks/insertion.ts';
import type { PlaceStyle } from '../../frameworks/pythonPlace.ts';
import type { Snippet, SnippetPart } from '../../frameworks/snippetOffer.ts';
import { defaultText } from '../../frameworks/snippetParts.ts';
import { focusTarget, type OpenTarget } from './insertionTarget.ts';

/**
 * Inserts a snippet at every cursor of a target, its imports above, as one step of undo, and puts the cursor on the first
 * place to type in. The edit is refused by the editor where the text has changed meanwhile.
 */
export async function applySnippet(target: OpenTarget, snippet: Snippet): Promise<void> {
	const editor = await shownEditor(target);
	const { document, selections } = editor;
	const ranges = selections.map(selection => ({
		start: document.offsetAt(selection.start),
		end: document.offsetAt(selection.end),
	}));
	const plan = planInsertion(document.getText(), ranges, snippet, styleOf(document, editor.options), {
		knownImportsFrom: otherCells(target),
	});
	await applyEdits(target, document, editsOf(document, plan));
}

/** Puts another name in the place of one, as one step of undo. */
export async function applyReplacement(target: OpenTarget, { imports, snippets }: TextPlan): Promise<void> {
	const { document } = await shownEditor(target);
	const edits = [...imports, ...snippets.map(({ start, end, parts }) => ({ start, end, text: defaultText(parts) }))];
	const textEdits = edits.map(each => vscode.TextEdit.replace(rangeOf(document, each), each.text));
	await applyEdits(target, document, textEdits);
}

async function shownEditor(target: OpenTarget): Promise<vscode.TextEditor> {
	const editor = await focusTarget(target);
	if (!editor) throw new Error(`${target.name} could not be shown.`);
	return editor;
}

/** All edits as one step of undo. */
async function applyEdits(
	target: OpenTarget,
	document: vscode.TextDocument,
	edits: ReturnType<typeof editsOf>,
): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.set(document.uri, edits);
	if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${target.name} has changed or cannot be edited.`);
}

/** A plan as edits of one step. The plan has settled all white space, so that the editor adjusts none. */
export function editsOf(document: vscode.TextDocument, { imports, snippets }: TextPlan) {
	return [
		...imports.map(edit => vscode.TextEdit.replace(rangeOf(document, edit), edit.text)),
		...snippets.map(edit => {
			const snippet = new vscode.SnippetTextEdit(rangeOf(document, edit), snippetString(edit.parts));
			snippet.keepWhitespace = true;
			return snippet;
		}),
	];
}

/** A snippet for the editor: what is data stays literal, only our own places are typed in. */
export function snippetString(parts: readonly SnippetPart[]): vscode.SnippetString {
	const text = new vscode.SnippetString();
	for (const part of parts) {
		if (typeof part === 'string') text.appendText(part);
		else if (part.choices) text.appendChoice([...part.choices], part.tabstop);
		else text.appendPlaceholder(part.value, part.tabstop);
	}
	return text;
}

/** Line ends and indentation of a text; its editor knows the latter where there is one. */
export function styleOf(document: vscode.TextDocument, options?: vscode.TextEditorOptions): PlaceStyle {
	const { insertSpaces, indentSize, tabSize } = options ?? {};
	const width = Number(indentSize ?? tabSize) || 4; // either may be the word `auto`
	return {
		indent: insertSpaces === false ? '\t' : ' '.repeat(width),
		eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
	};
}

/** Texts of the other cells of a notebook: what they import is imported. */
function otherCells({ cell, document }: OpenTarget): readonly string[] {
	const cells = cell?.notebook.getCells() ?? [];
	return cells.filter(each => each.document !== document && each.document.languageId === 'python').map(textOf);
}

function textOf({ document }: vscode.NotebookCell): string {
	return document.getText();
}

function rangeOf(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
