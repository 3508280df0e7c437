import * as vscode from 'vscode';
import type { Checkpoint } from '../../catalog/records.ts';
import { mentionAt } from '../../mentions/modelDocument.ts';
import { namedModel } from '../../mentions/namedModel.ts';
import { planConversions } from '../../mentions/planConversions.ts';
import { planFixes, type CodeFix } from '../../mentions/planFixes.ts';
import { styleOf } from '../insertion/applySnippet.ts';
import { cellsAround } from './cellsAround.ts';
import { findingsIn, type FoundInText } from './findings.ts';
import { rangeIn } from './modelContext.ts';
import type { ModelLanguage } from './modelLanguage.ts';

/** The fixes of the findings that a range touches; none where the text changed meanwhile. */
export async function fixesAt(
	language: ModelLanguage,
	document: vscode.TextDocument,
	range: vscode.Range,
	shown: readonly vscode.Diagnostic[],
	token: vscode.CancellationToken,
): Promise<readonly vscode.CodeAction[]> {
	const { version } = document;
	const found = await findingsIn(language, document);
	if (!found || token.isCancellationRequested || document.version !== version) return [];
	return found.findings
		.filter(finding => rangeIn(document, finding).intersection(range) !== undefined)
		.flatMap(finding => {
			const { eol } = styleOf(document);
			const at = rangeIn(document, finding);
			const settled = shown.filter(({ code, range: each }) => code === finding.code && each.isEqual(at));
			const { read, findings } = found;
			const alternatives = alternativesTo(found, finding);
			return planFixes(read, finding, { eol, alternatives, findings }).map(fix =>
				actionOf(document, fix, vscode.CodeActionKind.QuickFix, settled),
			);
		});
}

function alternativesTo({ context }: FoundInText, { mention }: FoundInText['findings'][number]): readonly Checkpoint[] {
	const { catalog, names, watch } = context;
	const named = namedModel(mention, names);
	if (!named) return [];
	return watch
		.alternativesTo(named)
		.flatMap(({ checkpoint }) => (checkpoint === undefined ? [] : (catalog.checkpointById.get(checkpoint) ?? [])));
}

/** The model at a position in other frameworks. */
export async function conversionsAt(
	language: ModelLanguage,
	document: vscode.TextDocument,
	position: vscode.Position,
	token: vscode.CancellationToken,
): Promise<readonly vscode.CodeAction[]> {
	const found = await language.read(document, token);
	if (!found) return [];
	const { read, context } = found;
	const { catalog, names } = context;
	const mention = mentionAt(read, document.offsetAt(position), names);
	if (!mention) return [];
	const cells = cellsAround(document).filter(each => each !== document && each.languageId === 'python');
	const knownImportsFrom = cells.map(cell => cell.getText());
	const { eol } = styleOf(document);
	return planConversions(read, mention, { catalog, names, eol, knownImportsFrom }).map(conversion =>
		actionOf(document, conversion, vscode.CodeActionKind.RefactorRewrite),
	);
}

/** One step of undo. */
function actionOf(
	document: vscode.TextDocument,
	{ title, edits, isPreferred }: CodeFix,
	kind: vscode.CodeActionKind,
	settled: readonly vscode.Diagnostic[] = [],
): vscode.CodeAction {
	const action = new vscode.CodeAction(title, kind);
	action.diagnostics = [...settled];
	action.isPreferred = isPreferred;
	action.edit = new vscode.WorkspaceEdit();
	action.edit.set(
		document.uri,
		edits.map(edit => vscode.TextEdit.replace(rangeIn(document, edit), edit.text)),
	);
	return action;
}
