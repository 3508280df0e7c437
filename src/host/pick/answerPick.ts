import type { Catalog } from '../../catalog/catalog.ts';
import type { Budget } from '../../selection/budget.ts';
import { createSelectionTable, type SelectionTable } from '../../selection/engine.ts';
import { parseBudget, type BudgetContext, type BudgetProblem } from '../../selection/parseBudget.ts';
import { pickUnderBudget, type PickOptions, type PickResult } from '../../selection/pick.ts';
import type { Settings } from '../settings.ts';
import type { PickRequest } from './pickRequest.ts';

export type AnsweredPick =
	{ readonly ok: true; readonly result: PickResult } | { readonly ok: false; readonly problem: BudgetProblem };

export type PickSettings = Pick<Settings, 'flopsMeans' | 'latencyDevice'>;

/** The budget of a request, read with the person's settings where the request leaves something open. */
export function readRequest(catalog: Catalog, request: PickRequest, settings: PickSettings) {
	const context: BudgetContext = {
		catalog,
		flopsMeans: request.flops ?? settings.flopsMeans,
		latencyDevice: request.device ?? (settings.latencyDevice || undefined),
		source: request.source,
	};
	return parseBudget(request.budget, context);
}

/**
 * The answer to a request.
 * @param tables columns made before, by catalog; a request for all candidates uses them
 */
export function answerPick(
	catalog: Catalog,
	request: PickRequest,
	settings: PickSettings,
	tables = new WeakMap<Catalog, SelectionTable>(),
): AnsweredPick {
	const parsed = readRequest(catalog, request, settings);
	return parsed.ok ? { ok: true, result: pickFrom(catalog, parsed.budget, request, tables) } : parsed;
}

/** The columns of all candidates, made once per catalog. */
export function tableOf(catalog: Catalog, tables: WeakMap<Catalog, SelectionTable>): SelectionTable {
	const table = tables.get(catalog) ?? createSelectionTable(catalog);
	tables.set(catalog, table);
	return table;
}

function pickFrom(
	catalog: Catalog,
	budget: Budget,
	request: PickRequest,
	tables: WeakMap<Catalog, SelectionTable>,
): PickResult {
	const { task, source, framework, family, limit } = request;
	const options: PickOptions = { task, source, framework, family, limit };
	const isFiltered = [task, source, framework, family].some(filter => filter !== undefined);
	return pickUnderBudget(isFiltered ? catalog : tableOf(catalog, tables), budget, options);
}
