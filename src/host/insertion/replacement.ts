import type { Catalog } from '../../catalog/catalog.ts';
import type { ResolvedModel } from '../../catalog/names.ts';
import type { Checkpoint } from '../../catalog/records.ts';
import type { TextPlan } from '../../frameworks/insertion.ts';
import { mentionAt, openModelDocument } from '../../mentions/modelDocument.ts';
import { createModelNames } from '../../mentions/modelNames.ts';
import { planReplacement } from '../../mentions/planReplacement.ts';
import { styleOf } from './applySnippet.ts';
import type { OpenTarget } from './insertionTarget.ts';
import { snippetLanguage } from './offersFor.ts';

/** The name at the cursor, and one that can stand in its place. */
export interface Replacement {
	/** As the text has it. */
	readonly from: string;
	/** Name of the checkpoint. */
	readonly to: string;
	readonly plan: TextPlan;
}

/** How a model can take the place of the one that is named at the cursor, by each of its checkpoints that fits there. */
export function replacementsAt(
	catalog: Catalog,
	{ document, selections }: OpenTarget,
	{ model, checkpoint }: ResolvedModel,
): readonly Replacement[] {
	const [selection, ...others] = selections;
	const language = snippetLanguage(document.languageId);
	if (!selection || others.length > 0 || !language) return [];
	const text = document.getText();
	const names = createModelNames(catalog);
	const mention = mentionAt(openModelDocument(text, language), document.offsetAt(selection.active), names);
	if (!mention || !names.knows(mention.framework, mention.name)) return [];
	const { eol } = styleOf(document);
	const checkpoints = checkpoint ? [checkpoint] : catalog.checkpointsOf(model.id).filter(isNamedWell);
	return checkpoints.flatMap(by => {
		const plan = by.name === mention.name ? undefined : planReplacement(text, mention, by, eol);
		return plan ? [{ from: mention.name, to: by.name, plan }] : [];
	});
}

/** A name that was not seen in a document, or that was replaced by another, is not offered. */
function isNamedWell({ seen, renamedTo }: Checkpoint): boolean {
	return seen !== false && renamedTo === undefined;
}
