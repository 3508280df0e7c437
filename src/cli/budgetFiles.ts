import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../catalog/plainText.ts';
import { budgetFileName, maxBudgetFileBytes, parseBudgetFile, type CodeBudget } from '../selection/budgetFile.ts';
import { readTextFile } from './loadCatalogs.ts';
import { UsageError } from './usageError.ts';

/** Finds the budgets that hold for files: those of the nearest `model-scout.json`, in the folder of the file or above it. */
export class BudgetFiles {
	private readonly byFolder = new Map<string, readonly CodeBudget[]>();

	constructor(private readonly catalog: Catalog) {}

	/** @throws {UsageError} if the file cannot be used: the message names the place. */
	budgetsFor(path: string): readonly CodeBudget[] {
		return this.budgetsIn(dirname(resolve(path)));
	}

	private budgetsIn(folder: string): readonly CodeBudget[] {
		const known = this.byFolder.get(folder);
		if (known) return known;
		const file = join(folder, budgetFileName);
		const above = dirname(folder);
		const budgets = existsSync(file) ? this.read(file) : above === folder ? [] : this.budgetsIn(above);
		this.byFolder.set(folder, budgets);
		return budgets;
	}

	private read(file: string): readonly CodeBudget[] {
		const parsed = parseBudgetFile(readTextFile(file, maxBudgetFileBytes), this.catalog);
		if (parsed.ok) return parsed.budgets;
		const [first] = parsed.problems.map(
			({ line, column, message }) => `${file}:${String(line)}:${String(column)}: ${message}`,
		);
		throw new UsageError(plainText(first ?? file, 600));
	}
}
