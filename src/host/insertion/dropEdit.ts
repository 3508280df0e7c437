import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { createNameIndex, type ResolvedModel } from '../../catalog/names.ts';
import { guessFramework } from '../../frameworks/guessFramework.ts';
import { planInsertion } from '../../frameworks/insertion.ts';
import { makeSnippet, snippetOffers } from '../../frameworks/snippet.ts';
import type { Snippet, SnippetKind } from '../../frameworks/snippetOffer.ts';
import { readSettings } from '../settings.ts';
import { editsOf, snippetString, styleOf } from './applySnippet.ts';
import { orderOffers, snippetLanguage } from './offersFor.ts';

export interface Drop {
	readonly document: vscode.TextDocument;
	readonly position: vscode.Position;
	/** Names of records. */
	readonly names: readonly string[];
}

/** The edit for the first model that was dropped: code in Python, the record elsewhere. Undefined where there is none. */
export function dropEdit(catalog: Catalog, { document, position, names }: Drop): vscode.DocumentDropEdit | undefined {
	const index = createNameIndex(catalog);
	const resolved = names.map(name => index.resolveModel(name)).find(each => each.ok);
	const snippet = resolved && snippetFor(catalog, resolved, document);
	if (!snippet) return undefined;
	const offset = document.offsetAt(position);
	const plan = planInsertion(document.getText(), [{ start: offset, end: offset }], snippet, styleOf(document));
	const atCursor = plan.snippets.find(({ start, end }) => start === offset && end === offset);
	const edit = new vscode.DocumentDropEdit(
		atCursor ? snippetString(atCursor.parts) : '',
		'Insert Model',
		vscode.DocumentDropOrPasteEditKind.Empty.append('modelScout', 'snippet'),
	);
	const others = atCursor ? { ...plan, snippets: plan.snippets.filter(each => each !== atCursor) } : plan;
	edit.additionalEdit = new vscode.WorkspaceEdit();
	edit.additionalEdit.set(document.uri, editsOf(document, others));
	return edit;
}

function snippetFor(
	catalog: Catalog,
	{ model, checkpoint }: ResolvedModel,
	document: vscode.TextDocument,
): Snippet | undefined {
	const language = snippetLanguage(document.languageId);
	const offers = orderOffers(snippetOffers(catalog, model), {
		wanted: language === 'python' ? 'snippet' : 'record',
		guessed: language === 'python' ? guessFramework(document.getText()) : undefined,
		preferred: readSettings().frameworks,
		checkpoint: checkpoint?.id,
	});
	const fits = (kind: SnippetKind) => offers.find(each => each.kind === kind && each.language === language);
	const offer = language === 'python' ? fits('load') : fits('record');
	return offer && makeSnippet(catalog, offer);
}
