import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Candidate } from '../../catalog/records.ts';
import { labelText } from '../../catalog/plainText.ts';
import { modelCard } from '../../comparison/modelCard.ts';
import { formatModelTooltip } from '../../comparison/modelCardTooltip.ts';
import { rankNames } from '../../comparison/rankNames.ts';
import { completionsAt, type NamePlace } from '../../mentions/completionsAt.ts';
import type { MentionFramework } from '../../mentions/mention.ts';
import { rangeIn, type ModelContext } from './modelContext.ts';
import type { ModelLanguage } from './modelLanguage.ts';

/** A name with what it means, so that its documentation can be made when it is looked at. */
class NameItem extends vscode.CompletionItem {
	constructor(
		name: string,
		readonly catalog: Catalog,
		readonly candidate?: Candidate,
	) {
		super(name, vscode.CompletionItemKind.Constant);
	}
}

/** The names, ranked, of each framework that was asked for: only their range is another one at each question. */
const itemsOf = new WeakMap<ModelContext, Map<MentionFramework, readonly NameItem[]>>();

/** The names that may stand at a position; nothing where no call takes one. */
export async function completionsIn(
	language: ModelLanguage,
	document: vscode.TextDocument,
	position: vscode.Position,
	token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
	const found = await language.read(document, token);
	if (!found) return undefined;
	const { read, context } = found;
	const place = completionsAt(read, document.offsetAt(position), context.names);
	if (!place) return undefined;
	const range = rangeIn(document, place.range);
	const items = place.kind === 'weights' ? weightsItems(place) : nameItems(context, place);
	for (const item of items) item.range = range;
	return new vscode.CompletionList([...items], false);
}

/** The card of the name that is looked at. Untrusted Markdown. */
export function resolveCompletion(item: vscode.CompletionItem): vscode.CompletionItem {
	if (!(item instanceof NameItem) || !item.candidate) return item;
	const { catalog, candidate } = item;
	const model = catalog.modelById.get(candidate.model);
	if (model) item.documentation = new vscode.MarkdownString(formatModelTooltip(modelCard(catalog, model, candidate)));
	return item;
}

function weightsItems({ values }: NamePlace): readonly vscode.CompletionItem[] {
	return inOrder(values.map(value => new vscode.CompletionItem(value, vscode.CompletionItemKind.EnumMember)));
}

function nameItems(context: ModelContext, place: NamePlace): readonly vscode.CompletionItem[] {
	const known = itemsOf.get(context) ?? new Map<MentionFramework, readonly NameItem[]>();
	itemsOf.set(context, known);
	const items = known.get(place.framework) ?? rankedItems(context, place);
	known.set(place.framework, items);
	return items;
}

function rankedItems({ catalog, names, watch }: ModelContext, { framework, values }: NamePlace): readonly NameItem[] {
	const loadable = values.map(name => ({ name, checkpoints: names.checkpointsOf(framework, name) }));
	const items = rankNames(catalog, loadable, watch).map(({ name, figures, candidate }) => {
		const item = new NameItem(name, catalog, candidate);
		if (figures !== '') item.detail = labelText(figures);
		return item;
	});
	return inOrder(items);
}

/** Has the editor keep the order of the items. */
function inOrder<T extends vscode.CompletionItem>(items: readonly T[]): readonly T[] {
	for (const [index, item] of items.entries()) item.sortText = String(index).padStart(5, '0');
	return items;
}
