import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { costsAtInput } from '../../comparison/costsAtInput.ts';
import { frameworkListsSchema } from '../../frameworks/frameworkLists.schema.ts';
import { createModelNames, type FrameworkLists, type ModelNames } from '../../mentions/modelNames.ts';
import { createBudgetWatch, type BudgetWatch } from '../../selection/budgetWatch.ts';
import type { CatalogLoader } from '../catalogLoader.ts';
import { readBytes } from '../files.ts';
import type { CurrentSettings } from '../settings.ts';
import type { BudgetInForce, CodeBudgets } from './codeBudgets.ts';

/** What names in a file of code are looked up in and held against. */
export interface ModelContext {
	readonly catalog: Catalog;
	readonly names: ModelNames;
	readonly budget: BudgetInForce;
	/** One that judges nothing where no budget is set. */
	readonly watch: BudgetWatch;
	/** The catalog with its costs at an input size in px that stands in the code. */
	readonly countedAt: (input: readonly [number, number]) => Catalog;
}

/** Sizes of which costs are kept: a text seldom names more. */
const mostSizes = 20;

export interface ContextServices {
	readonly catalogs: CatalogLoader;
	readonly extensionUri: vscode.Uri;
	readonly log: vscode.LogOutputChannel;
}

/** Makes a context once for a catalog and a budget, and anew when either changes. */
export class ModelContexts {
	private readonly names = new WeakMap<Catalog, ModelNames>();
	private lists: Promise<FrameworkLists> | undefined;
	private known = new WeakMap<BudgetInForce, ModelContext>();
	private licenses = '';

	constructor(
		private readonly services: ContextServices,
		private readonly budgets: CodeBudgets,
		private readonly settings: CurrentSettings,
	) {}

	/** @param uri of the file of code, notebook or cell */
	async load(uri: vscode.Uri): Promise<ModelContext> {
		const [catalog, lists] = await Promise.all([this.services.catalogs.load(), (this.lists ??= this.readLists())]);
		const budget = await this.budgets.inForce(uri, catalog);
		const { withoutLicenses } = this.settings.read();
		if (this.licenses !== withoutLicenses.join()) {
			this.licenses = withoutLicenses.join();
			this.known = new WeakMap();
		}
		const known = this.known.get(budget);
		if (known?.catalog === catalog) return known;
		const names = this.names.get(catalog) ?? createModelNames(catalog, lists);
		this.names.set(catalog, names);
		const countedAt = keptCounts(catalog);
		const watch = createBudgetWatch(catalog, budget.budgets, { withoutLicenses, countedAt });
		const context = { catalog, names, budget, watch, countedAt };
		this.known.set(budget, context);
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

/** Counts the networks once for each size, however many names have it. */
function keptCounts(catalog: Catalog): ModelContext['countedAt'] {
	const kept = new Map<string, Catalog>();
	return input => {
		const key = input.join();
		if (kept.size > mostSizes) kept.clear();
		const counted = kept.get(key) ?? costsAtInput(catalog, input);
		kept.set(key, counted);
		return counted;
	};
}
