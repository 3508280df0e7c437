import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { tasks } from '../../catalog/records.ts';
import { frameworkListsSchema } from '../../frameworks/frameworkLists.schema.ts';
import { createModelNames, type FrameworkLists, type ModelNames } from '../../mentions/modelNames.ts';
import type { CodeBudget } from '../../selection/budgetFile.ts';
import { createBudgetWatch, type BudgetWatch } from '../../selection/budgetWatch.ts';
import { parseBudget } from '../../selection/parseBudget.ts';
import type { CatalogLoader } from '../catalogLoader.ts';
import { readBytes } from '../files.ts';
import { readSettings } from '../settings.ts';
import { countedCatalog } from './countedCatalog.ts';

/** What names in code are looked up in and held against. */
export interface ModelContext {
	readonly catalog: Catalog;
	readonly names: ModelNames;
	/** One that judges nothing where no budget is set. */
	readonly watch: BudgetWatch;
}

export interface ContextServices {
	readonly catalogs: CatalogLoader;
	readonly extensionUri: vscode.Uri;
	readonly log: vscode.LogOutputChannel;
}

/** Makes the context once for a catalog and a budget, and anew when either changes. */
export class ModelContexts {
	private readonly names = new WeakMap<Catalog, ModelNames>();
	private lists: Promise<FrameworkLists> | undefined;
	private last: { readonly key: string; readonly context: ModelContext } | undefined;

	constructor(private readonly services: ContextServices) {}

	async load(): Promise<ModelContext> {
		const [catalog, lists] = await Promise.all([this.services.catalogs.load(), (this.lists ??= this.readLists())]);
		const { budget, flopsMeans, latencyDevice, withoutLicenses } = readSettings();
		const key = JSON.stringify([budget, flopsMeans, latencyDevice, withoutLicenses]);
		if (this.last?.key === key && this.last.context.catalog === catalog) return this.last.context;
		const budgets = tasks.flatMap((task): readonly CodeBudget[] => {
			const context = { catalog, flopsMeans, latencyDevice: latencyDevice || undefined, task };
			const parsed = budget.trim() === '' ? undefined : parseBudget(budget, context);
			if (parsed && !parsed.ok) this.services.log.debug(`The budget of the settings: ${parsed.problem.text}`);
			return parsed?.ok ? [{ task, budget: parsed.budget, severity: 'warning' }] : [];
		});
		const names = this.names.get(catalog) ?? createModelNames(catalog, lists);
		this.names.set(catalog, names);
		const countedAt = (input: readonly [number, number]): Catalog | undefined => countedCatalog(catalog, input);
		const context = { catalog, names, watch: createBudgetWatch(catalog, budgets, { withoutLicenses, countedAt }) };
		this.last = { key, context };
		return context;
	}

	/** The names that frameworks themselves list. Without the file those of the catalog have to do. */
	private async readLists(): Promise<FrameworkLists> {
		try {
			const file = vscode.Uri.joinPath(this.services.extensionUri, 'dist', 'names.json');
			return frameworkListsSchema.parse(JSON.parse(new TextDecoder().decode(await readBytes(file))));
		} catch (error) {
			this.services.log.warn('The names of frameworks could not be read.', error);
			return {};
		}
	}
}

export function rangeIn(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
