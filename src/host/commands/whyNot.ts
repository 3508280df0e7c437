import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { documentUri } from '../documents/documentUri.ts';
import { askBudget } from '../pick/askBudget.ts';
import { lastBudget, rememberBudget } from '../pick/lastBudget.ts';
import { whyNotLines } from '../pick/pickReport.ts';
import { readSettings } from '../settings.ts';
import { askTarget } from './targets.ts';

/** Says why a model is not the pick of a budget: in a message where that is enough, with the whole answer a click away. */
export async function showWhyNot(services: Services, args: readonly unknown[]): Promise<readonly string[] | undefined> {
	const catalog = await services.catalogs.load();
	const target = await askTarget(services, args, 'Why Not This Model?');
	if (!target) return undefined;
	const task = catalog.familyById.get(target.model.family)?.task;
	const budget =
		budgetIn(args) ??
		(await askBudget(services, catalog, lastBudget(services.memory) ?? readSettings().budget, task))?.budget;
	if (budget === undefined) return undefined;
	const request = { model: (target.candidate ?? target.checkpoint ?? target.model).id, budget };
	const lines = whyNotLines(catalog, request, readSettings());
	if (budgetIn(args) !== undefined) return lines;
	await rememberBudget(services.memory, budget);
	const title = `Why not ${target.model.name}`;
	const uri = documentUri({ kind: 'why', title, extension: 'txt', query: JSON.stringify(request) });
	await vscode.window.showTextDocument(uri, { preview: true });
	return lines;
}

/** A program asks with `{ model, budget }` and gets the sentences back. */
function budgetIn([first]: readonly unknown[]): string | undefined {
	if (typeof first !== 'object' || first === null || !('budget' in first)) return undefined;
	return typeof first.budget === 'string' ? first.budget : undefined;
}
