import * as vscode from 'vscode';
import { formatModelHover, hoverCommands } from '../../comparison/modelHover.ts';
import { mentionAt } from '../../mentions/modelDocument.ts';
import { namedModel } from '../../mentions/namedModel.ts';
import { originOf } from './codeBudgets.ts';
import { rangeIn } from './modelContext.ts';
import type { ModelLanguage } from './modelLanguage.ts';

/** The hover of the model that is named at a position; none where the catalog has no such model. */
export async function hoverAt(
	language: ModelLanguage,
	document: vscode.TextDocument,
	position: vscode.Position,
	token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
	const found = await language.read(document, token);
	if (!found) return undefined;
	const { catalog, names, watch, budget, countedAt } = found.context;
	const mention = mentionAt(found.read, document.offsetAt(position), names);
	const named = mention && namedModel(mention, names);
	if (!named) return undefined;
	const counted = named.input && countedAt(named.input);
	const text = formatModelHover(catalog, { ...named, counted, watch, budgetFile: originOf(budget) });
	return text === undefined ? undefined : new vscode.Hover(linkedMarkdown(text), rangeIn(document, mention));
}

/** Markdown whose links run our own commands and no others. */
function linkedMarkdown(text: string): vscode.MarkdownString {
	const markdown = new vscode.MarkdownString(text, true);
	markdown.isTrusted = { enabledCommands: hoverCommands };
	return markdown;
}
