import type { Catalog } from '../../catalog/catalog.ts';
import type { Task } from '../../catalog/records.ts';
import type { LicenseFilter } from '../../catalog/weightsLicense.ts';
import type { Budget } from '../../selection/budget.ts';
import { createSelectionTable, type SelectionTable } from '../../selection/engine.ts';
import { parseBudget, type BudgetContext, type BudgetProblem } from '../../selection/parseBudget.ts';
import { pickUnderBudget, type PickOptions, type PickResult } from '../../selection/pick.ts';
import type { Settings } from '../settings.ts';
import type { PickRequest } from './pickRequest.ts';

export type AnsweredPick =
	{ readonly ok: true; readonly result: PickResult } | { readonly ok: false; readonly problem: BudgetProblem };

export type PickSettings = Pick<Settings, 'flopsMeans' | 'latencyDevice' | 'withoutLicenses'>;

/** The budget of a request, read with the person's settings where the request leaves something open. */
export function readRequest(catalog: Catalog, request: PickRequest, settings: PickSettings) {
	const context: BudgetContext = {
		catalog,
		flopsMeans: request.flops ?? settings.flopsMeans,
		latencyDevice: request.device ?? (settings.latencyDevice || undefined),
		source: request.source,
		task: request.task,
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
	return parsed.ok ? { ok: true, result: pickFrom(catalog, parsed.budget, request, settings, tables) } : parsed;
}

/** The columns of all candidates of a task that the person's settings keep, made once per catalog until either changes. */
export function tableOf(
	catalog: Catalog,
	tables: WeakMap<Catalog, SelectionTable>,
	{ withoutLicenses }: PickSettings,
	task: Task = 'classification',
): SelectionTable {
	const known = tables.get(catalog);
	const isSame =
		known?.filter.task === task && String(known.filter.withoutLicenses ?? []) === String(withoutLicenses);
	if (known && isSame) return known;
	const table = createSelectionTable(catalog, { task, withoutLicenses });
	tables.set(catalog, table);
	return table;
}

/** Licenses that a request names itself stand in for those of the settings. */
export function licenseFilter({ licenses }: Pick<PickRequest, 'licenses'>, settings: PickSettings): LicenseFilter {
	return licenses ? { licenses } : { withoutLicenses: settings.withoutLicenses };
}

function pickFrom(
	catalog: Catalog,
	budget: Budget,
	request: PickRequest,
	settings: PickSettings,
	tables: WeakMap<Catalog, SelectionTable>,
): PickResult {
	const { task, source, framework, family, licenses, limit } = request;
	const options: PickOptions = { task, source, framework, family, ...licenseFilter(request, settings), limit };
	const isFiltered = [source, framework, family, licenses].some(filter => filter !== undefined);
	return pickUnderBudget(isFiltered ? catalog : tableOf(catalog, tables, settings, task), budget, options);
}
