import type { Candidate, Checkpoint, Model } from '../../catalog/records.ts';
import { labelText } from '../../catalog/plainText.ts';
import { choose, separator, type Choice } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import type { CommandId } from './ids.ts';
import { runCommand } from './runCommand.ts';

export interface ActionTarget {
	readonly model: Model;
	readonly checkpoint?: Checkpoint;
	readonly candidate?: Candidate;
	readonly canGoBack?: boolean;
}

/** Offers what can be done with a model, and does it. `back` where the person went a step back. */
export async function showModelActions(services: Services, target: ActionTarget): Promise<'back' | undefined> {
	const { model, checkpoint, candidate, canGoBack = false } = target;
	const answer = await choose<CommandId>({
		title: labelText(model.name),
		placeholder: 'What to do with it',
		...(canGoBack ? { step: 2, totalSteps: 2, canGoBack } : {}),
		items: actionsFor(services),
		matchOnDescription: true,
	});
	if (answer?.kind === 'back') return 'back';
	if (answer) await runCommand(answer.value, candidate?.id ?? checkpoint?.id ?? model.id);
	return undefined;
}

function actionsFor({ target }: Services): readonly Choice<CommandId>[] {
	const open = target.current();
	const into = open ? `into ${labelText(open.name)}` : 'into a new file or the clipboard';
	return [
		separator('Insert'),
		{ label: '$(insert) Insert Snippet…', description: into, value: 'modelScout.insertSnippet' },
		{ label: '$(json) Insert Config Record…', description: into, value: 'modelScout.insertConfigRecord' },
		{
			label: '$(symbol-structure) Insert Architecture…',
			description: into,
			value: 'modelScout.insertArchitecture',
		},
		separator('Understand'),
		{ label: '$(info) Show Details', value: 'modelScout.showDetails' },
		{ label: '$(question) Why Not This Model?', value: 'modelScout.whyNot' },
		{ label: '$(target) Pick Under This Model’s Budget…', value: 'modelScout.pickWithinModel' },
		separator('Compare'),
		{ label: '$(checklist) Add to or Remove from Comparison', value: 'modelScout.toggleComparison' },
		{ label: '$(graph-scatter) Compare Models', value: 'modelScout.compareModels' },
		{ label: '$(star) Add to or Remove from Favorites', value: 'modelScout.toggleFavorite' },
		{ label: '$(list-tree) Reveal in the Tree', value: 'modelScout.revealModel' },
		separator('Take away'),
		{ label: '$(copy) Copy Name', value: 'modelScout.copyName' },
		{ label: '$(markdown) Copy as Markdown with Sources', value: 'modelScout.copyAsMarkdown' },
		{ label: '$(link-external) Open Source…', value: 'modelScout.openSource' },
	];
}
