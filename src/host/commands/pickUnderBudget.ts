import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { formatBudget } from '../../selection/parseBudget.ts';
import { toPickOutput, type PickOutput } from '../../selection/pickOutput.ts';
import { formatPickText } from '../../selection/pickText.ts';
import { documentUri } from '../documents/documentUri.ts';
import { answerPick } from '../pick/answerPick.ts';
import { askBudget } from '../pick/askBudget.ts';
import { lastBudget, lastTask, rememberBudget } from '../pick/lastBudget.ts';
import { pickArgumentsIn } from '../pick/pickArguments.ts';
import type { PickArguments, PickRequest } from '../pick/pickRequest.ts';
import { showRanking, type RankingAnswer } from '../pick/showRanking.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { ArgumentError } from './argumentError.ts';
import { showModelActions } from './modelActions.ts';
import { runCommand } from './runCommand.ts';
import { candidateOf, askTarget } from './targets.ts';

/** The answer that a program gets: the contract of the command line, with its text beside it. */
export type PickAnswer = PickOutput & { readonly text: string };

/** Matches in an answer to a program that does not say how many it wants: as many as the command line prints. */
const defaultLimit = 10;

/**
 * Asks for a budget and shows what meets it. Called with `{ budget }` it answers without asking or showing anything, and
 * with `{ budget, show: true }` it shows the answer to that budget.
 */
export async function pickUnderBudget(services: Services, args: readonly unknown[]): Promise<PickAnswer | undefined> {
	const catalog = await services.catalogs.load();
	const request = pickArgumentsIn(catalog, args);
	if (request && request.show !== true) return answerProgram(catalog, request, services);
	await pickInteractively(services, catalog, request);
	return undefined;
}

/** The same with the cost of a model as the budget. */
export async function pickWithinModel(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const target = await askTarget(services, args, 'Pick Under This Model’s Budget');
	if (!target) return;
	const reference = (target.candidate ?? candidateOf(catalog, target) ?? target.model).id;
	const budget = formatBudget({ text: '', limits: [{ metric: 'macs', max: 1, text: '', reference }], floors: [] });
	const task = catalog.familyById.get(target.model.family)?.task;
	await pickInteractively(services, catalog, { budget, task });
}

/** Opens the answer to the last budget, or to the one that the command was called with, as a text. */
export async function showPickReport(services: Services, args: readonly unknown[]): Promise<void> {
	const catalog = await services.catalogs.load();
	const request = pickArgumentsIn(catalog, args) ?? (await askedBudget(services, catalog));
	if (request) await openReport(request);
}

async function askedBudget(services: Services, catalog: Catalog): Promise<PickRequest | undefined> {
	const budget = lastBudget(services.memory);
	if (budget === undefined) return askBudget(services, catalog, readSettings().budget);
	return { budget, task: lastTask(services.memory) };
}

async function pickInteractively(services: Services, catalog: Catalog, start: PickRequest | undefined): Promise<void> {
	let request = start;
	let text = start?.budget ?? (readSettings().budget || (lastBudget(services.memory) ?? ''));
	for (;;) {
		const answered = request && answerPick(catalog, request, readSettings(), services.tables);
		if (!request || !answered?.ok) {
			const asked = await askBudget(services, catalog, text, start?.task);
			if (!asked) return;
			request = { ...start, ...asked };
			text = asked.budget;
			continue;
		}
		await rememberBudget(services.memory, request.budget);
		const answer = await showRanking(answered.result);
		if (!answer) return;
		if (answer.kind === 'chosen') {
			const next = await follow(services, catalog, request, answer.value);
			if (next === 'done') return;
			if (next === 'list') continue;
			text = next.budget;
		}
		request = undefined; // back to the budget
	}
}

type Next = 'done' | 'list' | { readonly budget: string };

/** Does what was chosen in the ranked list, and says what is shown next. */
async function follow(
	services: Services,
	catalog: Catalog,
	request: PickRequest,
	answer: RankingAnswer,
): Promise<Next> {
	switch (answer.kind) {
		case 'report':
			await openReport(request);
			return 'done';
		case 'limitMacs':
			return { budget: '≤300M' };
		case 'insert':
			await runCommand('modelScout.insertSnippet', answer.candidate.id);
			return 'done';
		case 'details':
			await runCommand('modelScout.showDetails', answer.candidate.id);
			return 'done';
		case 'compare':
			services.compared.add([answer.candidate.id]);
			return 'list';
		case 'actions': {
			const { candidate } = answer;
			const model = catalog.modelById.get(candidate.model);
			if (!model) return 'done';
			const done = await showModelActions(services, { model, candidate, canGoBack: true });
			return done === 'back' ? 'list' : 'done';
		}
	}
}

function answerProgram(catalog: Catalog, request: PickArguments, services: Services): PickAnswer {
	const asked = { ...request, limit: request.limit ?? defaultLimit };
	const answered = answerPick(catalog, asked, readSettings(), services.tables);
	if (!answered.ok) throw new ArgumentError(answered.problem.text);
	return { ...toPickOutput(answered.result), text: formatPickText(answered.result) };
}

async function openReport(request: PickRequest): Promise<void> {
	const { budget, task, source, framework, family, licenses, limit, flops, device } = request;
	const query = JSON.stringify({ budget, task, source, framework, family, licenses, limit, flops, device });
	const uri = documentUri({ kind: 'pick', title: `Pick ${budget}`, extension: 'txt', query });
	await vscode.window.showTextDocument(uri, { preview: true });
}
