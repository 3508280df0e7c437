import * as vscode from 'vscode';
import { modelHint, modelHintTooltip, type HintQuestion } from '../../comparison/modelHint.ts';
import { offsetBeside } from '../../mentions/mention.ts';
import { namedPlaces } from '../../mentions/namedModel.ts';
import { originOf } from './codeBudgets.ts';
import type { ModelContext } from './modelContext.ts';
import type { ModelLanguage } from './modelLanguage.ts';

/** A hint with what its tooltip is made of when it is looked at. */
class ModelHint extends vscode.InlayHint {
	override paddingLeft = true;

	constructor(
		position: vscode.Position,
		label: string,
		readonly context: ModelContext,
		readonly question: HintQuestion,
	) {
		super(position, label);
	}
}

/** Hints beside the names in a range; none where the setting is silent, or no budget is set that it is about. */
export async function hintsIn(
	language: ModelLanguage,
	document: vscode.TextDocument,
	range: vscode.Range,
	token: vscode.CancellationToken,
): Promise<readonly vscode.InlayHint[]> {
	const { hints: mode } = language.settings.read();
	const found = mode === 'off' ? undefined : await language.read(document, token);
	if (!found) return [];
	const { read, context } = found;
	const { catalog, names, watch, countedAt } = context;
	return namedPlaces(read, names).flatMap(({ mention, named }) => {
		const position = document.positionAt(offsetBeside(read.text, mention));
		if (!range.contains(position)) return [];
		const question: HintQuestion = { named, watch, countedAt };
		const label = modelHint(catalog, question, mode);
		if (label === undefined) return [];
		const hint = new ModelHint(position, label, context, question);
		hint.paddingRight = mention.kind === 'entry-point'; // an argument list follows
		return [hint];
	});
}

/** With its tooltip, which is plain text. */
export function resolveHint(hint: vscode.InlayHint): vscode.InlayHint {
	if (!(hint instanceof ModelHint)) return hint;
	const { catalog, budget } = hint.context;
	hint.tooltip = modelHintTooltip(catalog, hint.question, originOf(budget));
	return hint;
}
