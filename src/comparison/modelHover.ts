import type { Catalog } from '../catalog/catalog.ts';
import { escapeMarkdown } from '../catalog/plainText.ts';
import type { Candidate, Model } from '../catalog/records.ts';
import { shownFigure } from '../catalog/shownFigure.ts';
import { formatInput, formatMacs } from '../catalog/units.ts';
import { candidateBadge, licenseText } from '../catalog/weightsLicense.ts';
import type { NamedModel } from '../catalog/namedModel.ts';
import type { BudgetWatch, WatchedVerdict } from '../selection/budgetWatch.ts';
import { candidatesMeant } from '../selection/candidatesMeant.ts';
import { formatBudget } from '../selection/parseBudget.ts';
import { keyFigures } from './keyFigures.ts';
import { candidateTitle } from './modelCard.ts';
import { figureCard } from './modelCardFigures.ts';
import { figureLine, tooltipKinds } from './modelCardTooltip.ts';

/** What is asked of a name in code. */
export interface HoverQuestion extends NamedModel {
	/** The catalog with its costs at the size that the code sets, where they can be counted. */
	readonly counted?: Catalog | undefined;
	readonly watch?: BudgetWatch | undefined;
	/** The file that the budget is from. */
	readonly budgetFile?: string | undefined;
}

/** The only commands that links of a hover run. */
export const hoverCommands = [
	'modelScout.showDetails',
	'modelScout.compareModels',
	'modelScout.insertSnippet',
	'modelScout.pickUnderBudget',
] as const;
type HoverCommand = (typeof hoverCommands)[number];

/**
 * One screen about a model that code names: figures with sources, cost at the size in the code, license, verdict,
 * alternatives and actions. Texts of the catalog stand in it as literal text; links run `hoverCommands` alone.
 */
export function formatModelHover(catalog: Catalog, question: HoverQuestion): string | undefined {
	const model = catalog.modelById.get(question.model);
	if (!model) return undefined;
	const verdict = question.watch?.judge(question);
	const lead = verdict?.candidate ?? candidatesMeant(catalog, question)[0];
	const others = verdict ? (question.watch?.alternativesTo(question) ?? []) : [];
	const blocks = [
		`${headText(catalog, model, lead)}${shareText(catalog, question, lead)}`,
		...(lead ? [figuresText(catalog, question, lead)] : ['The catalog has no figures of this model.']),
		...(verdict ? [verdictText(verdict, question.budgetFile)] : []),
		...(others.length > 0 ? [othersText(catalog, others)] : []),
		actionsText(question, lead, others),
		[...licenseBlock(catalog, question, lead), `Catalog of ${escapeMarkdown(catalog.date)}`].join(' · '),
	];
	return blocks.join('\n\n');
}

function headText(catalog: Catalog, model: Model, lead: Candidate | undefined): string {
	const family = catalog.familyById.get(model.family);
	const parts = [
		`**${escapeMarkdown(model.name, 100)}**`,
		...(family ? [escapeMarkdown(family.name, 100), family.weightClass] : []),
		...(lead ? [escapeMarkdown(candidateTitle(catalog, lead), 200)] : []),
	];
	return parts.join(' · ');
}

/** Which weights a name without a tag loads is for the framework to say: what is shown is the best that it may load. */
function shareText(catalog: Catalog, question: HoverQuestion, lead: Candidate | undefined): string {
	const weights = new Set(candidatesMeant(catalog, question).flatMap(({ checkpoint }) => checkpoint ?? []));
	const isOpen = question.checkpoint === undefined && lead?.checkpoint !== undefined && weights.size > 1;
	return isOpen ? `, one of ${String(weights.size)} weights that this name may load` : '';
}

function figuresText(catalog: Catalog, { input, counted }: HoverQuestion, lead: Candidate): string {
	const figures = tooltipKinds.flatMap(kind => figureCard(catalog, lead, kind) ?? []);
	const lines = figures.map(figureLine);
	if (input) lines.push(`- ${costLine(input, counted, lead)}`);
	return lines.length > 0 ? lines.join('\n') : 'No figure is known.';
}

function costLine(input: readonly [number, number], counted: Catalog | undefined, lead: Candidate): string {
	const size = `at ${formatInput(input)}, the size in this code`;
	const macs = counted && shownFigure(counted, lead, 'macs');
	return macs ? `**${formatMacs(macs.value)}** ${size}, computed from the layers` : `MACs ${size}: unknown`;
}

function licenseBlock(catalog: Catalog, { checkpoint }: HoverQuestion, lead: Candidate | undefined): string[] {
	const id = checkpoint ?? lead?.checkpoint;
	const weights = id === undefined ? undefined : catalog.checkpointById.get(id);
	if (!weights) return [];
	const isMarked = lead ? candidateBadge(catalog, lead) !== undefined : false;
	return [
		`${isMarked ? '$(warning) ' : ''}License of the weights: ${escapeMarkdown(licenseText(weights.weightsLicence), 200)}`,
	];
}

function verdictText({ verdict, budget, reason }: WatchedVerdict, file: string | undefined): string {
	const from = file === undefined ? '' : ` of ${file}`;
	const limits = escapeMarkdown(`${formatBudget(budget)}${from}`, 400);
	const head = {
		meets: `$(pass) **Within the budget** ${limits}`,
		exceeds: `$(error) **Over the budget** ${limits}`,
		unknown: `$(question) **Unknown against the budget** ${limits}`,
	}[verdict];
	return reason === '' ? head : `${head} · ${escapeMarkdown(reason, 300)}`;
}

function othersText(catalog: Catalog, others: readonly Candidate[]): string {
	const lines = others.map(candidate => {
		const weights =
			candidate.checkpoint === undefined ? undefined : catalog.checkpointById.get(candidate.checkpoint);
		const name = weights?.name ?? catalog.modelById.get(candidate.model)?.name ?? candidate.model;
		const link = commandLink(name, 'modelScout.showDetails', candidate.checkpoint ?? candidate.model);
		return `- ${link}: ${escapeMarkdown(keyFigures(catalog, candidate))}`;
	});
	return ['Within the budget:', ...lines].join('\n');
}

function actionsText(
	{ model, checkpoint }: HoverQuestion,
	lead: Candidate | undefined,
	others: readonly Candidate[],
): string {
	const compared = [lead?.id ?? model, ...others.map(({ id }) => id)];
	return [
		commandLink('Details', 'modelScout.showDetails', checkpoint ?? model),
		commandLink('Compare', 'modelScout.compareModels', compared),
		commandLink('Insert or Replace…', 'modelScout.insertSnippet', checkpoint ?? model),
		commandLink('Pick Under a Budget…', 'modelScout.pickUnderBudget'),
	].join(' · ');
}

/** A link that runs one of the commands above; whatever the argument holds, none of it ends the address. */
function commandLink(title: string, command: HoverCommand, argument?: string | readonly string[]): string {
	const json = argument === undefined ? '[]' : JSON.stringify([argument]);
	const query = encodeURIComponent(json).replace(
		/[!'()*~]/g,
		character => `%${character.charCodeAt(0).toString(16)}`,
	);
	return `[${escapeMarkdown(title, 100)}](command:${command}?${query})`;
}
