import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { plainText } from '../../catalog/plainText.ts';
import { tasks } from '../../catalog/records.ts';
import {
	budgetFileName,
	maxBudgetFileBytes,
	parseBudgetFile,
	type BudgetFileProblem,
	type CodeBudget,
} from '../../selection/budgetFile.ts';
import { parseBudget } from '../../selection/parseBudget.ts';
import { currentText, type CurrentText } from '../currentText.ts';
import { isFile } from '../files.ts';
import { section, type CurrentSettings } from '../settings.ts';
import { watchFiles } from '../workspaceCatalogs.ts';
import { notebookOf } from './cellsAround.ts';
import { findingSource } from './modelDiagnostics.ts';

/** The limits that hold for a file of code; the same object as long as they do not change. */
export interface BudgetInForce {
	readonly budgets: readonly CodeBudget[];
	/** The `model-scout.json` that says so; undefined where the setting does, or nothing. */
	readonly file?: vscode.Uri;
	/** Whether the file is at fault as it is now, and the limits are those of before. */
	readonly isOfBefore?: boolean;
}

/** Time without a further change after which files are read again, in ms. */
const settleTime = 30;

interface ReadBudget {
	readonly from: CurrentText;
	readonly catalog: Catalog;
	readonly inForce: BudgetInForce;
}

/**
 * Finds the budget for a file as the command line does: of the nearest `model-scout.json`, in its folder or above. Only where there
 * is none the setting counts. What is wrong with a file is shown in the Problems panel; its last good state stays in force.
 */
export class CodeBudgets implements vscode.Disposable {
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('model-scout-budget');
	/** By folder. */
	private readonly nearest = new Map<string, Promise<vscode.Uri | undefined>>();
	private readonly texts = new Map<string, Promise<CurrentText>>();
	private readonly read = new Map<string, ReadBudget>();
	private readonly watchers = new Map<string, vscode.Disposable>();
	private readonly subscriptions: readonly { dispose(): unknown }[];
	private ofSettings:
		{ readonly key: string; readonly catalog: Catalog; readonly inForce: BudgetInForce } | undefined;
	private settling: ReturnType<typeof setTimeout> | undefined;

	/** @param changed is called when other limits may be in force than before */
	constructor(
		private readonly changed: () => void,
		private readonly settings: CurrentSettings,
		private readonly log: vscode.LogOutputChannel,
	) {
		const { workspace } = vscode;
		const readAgain = ({ uri }: { readonly uri: vscode.Uri }): void => {
			if (isBudgetFile(uri)) this.readSoon();
		};
		this.subscriptions = [
			this.diagnostics,
			workspace.onDidChangeTextDocument(({ document }) => {
				readAgain(document);
			}),
			workspace.onDidSaveTextDocument(readAgain),
			workspace.onDidCloseTextDocument(readAgain),
			workspace.onDidChangeWorkspaceFolders(() => {
				this.watchFolders();
				this.readSoon();
			}),
			workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(section)) changed();
			}),
		];
		this.watchFolders();
	}

	async inForce(uri: vscode.Uri, catalog: Catalog): Promise<BudgetInForce> {
		const folder = folderOf(uri);
		const file = folder && (await this.nearestTo(folder));
		return file ? this.ofFile(file, catalog) : this.ofSetting(catalog);
	}

	dispose(): void {
		clearTimeout(this.settling);
		vscode.Disposable.from(...this.subscriptions, ...this.watchers.values()).dispose();
	}

	private nearestTo(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
		const key = folder.toString();
		const known = this.nearest.get(key) ?? this.lookIn(folder);
		this.nearest.set(key, known);
		return known;
	}

	private async lookIn(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
		const file = vscode.Uri.joinPath(folder, budgetFileName);
		if (await isFile(file)) return file;
		const above = vscode.Uri.joinPath(folder, '..');
		const isRoot = above.path === folder.path || /^\/[a-z]:\/?$/i.test(folder.path);
		return isRoot ? undefined : this.nearestTo(above);
	}

	private async ofFile(file: vscode.Uri, catalog: Catalog): Promise<BudgetInForce> {
		const key = file.toString();
		const reading = this.texts.get(key) ?? currentText(file, maxBudgetFileBytes);
		this.texts.set(key, reading);
		const from = await reading;
		if (this.texts.get(key) !== reading) return this.ofFile(file, catalog); // it changed meanwhile
		const known = this.read.get(key);
		if (known?.catalog === catalog && isSame(known.from, from)) return known.inForce;
		this.watchFile(file);
		const parsed =
			'text' in from
				? parseBudgetFile(from.text, catalog)
				: { ok: false as const, problems: [{ line: 1, column: 1, message: from.fault }] };
		const problems = parsed.ok ? [] : parsed.problems;
		this.diagnostics.set(file, problems.map(diagnosticOf));
		const inForce: BudgetInForce = parsed.ok
			? { file, budgets: parsed.budgets }
			: { file, budgets: known?.inForce.budgets ?? [], isOfBefore: true };
		this.read.set(key, { from, catalog, inForce });
		return inForce;
	}

	private ofSetting(catalog: Catalog): BudgetInForce {
		const { budget, flopsMeans, latencyDevice } = this.settings.read();
		const key = JSON.stringify([budget, flopsMeans, latencyDevice]);
		if (this.ofSettings?.key === key && this.ofSettings.catalog === catalog) return this.ofSettings.inForce;
		const budgets = tasks.flatMap((task): readonly CodeBudget[] => {
			const context = { catalog, flopsMeans, latencyDevice: latencyDevice || undefined, task };
			const parsed = budget.trim() === '' ? undefined : parseBudget(budget, context);
			if (parsed && !parsed.ok) this.log.debug(`The budget of the settings: ${parsed.problem.text}`);
			return parsed?.ok ? [{ task, budget: parsed.budget, severity: 'warning' }] : [];
		});
		this.ofSettings = { key, catalog, inForce: { budgets } };
		return this.ofSettings.inForce;
	}

	private watchFolders(): void {
		const folders = vscode.workspace.workspaceFolders ?? [];
		for (const folder of folders)
			this.watch(folder.uri, new vscode.RelativePattern(folder, `**/${budgetFileName}`));
	}

	/** A file above the workspace, which the watchers of its folders do not see. */
	private watchFile(file: vscode.Uri): void {
		if (vscode.workspace.getWorkspaceFolder(file)) return;
		const folder = vscode.Uri.joinPath(file, '..');
		this.watch(file, new vscode.RelativePattern(folder, budgetFileName));
	}

	private watch(uri: vscode.Uri, pattern: vscode.RelativePattern): void {
		const key = uri.toString();
		if (this.watchers.has(key)) return;
		const readAgain = (): void => {
			this.readSoon();
		};
		this.watchers.set(key, watchFiles(pattern, readAgain));
	}

	private readSoon(): void {
		clearTimeout(this.settling);
		this.settling = setTimeout(() => {
			this.nearest.clear();
			this.texts.clear();
			void this.forgetGone().then(this.changed);
		}, settleTime);
	}

	/** A file that is gone and comes back later is read as a new one. */
	private async forgetGone(): Promise<void> {
		for (const key of this.read.keys()) {
			const uri = vscode.Uri.parse(key);
			if (await isFile(uri)) continue;
			this.read.delete(key);
			this.diagnostics.delete(uri);
		}
	}
}

/** Where the limits are from, for people: `configs/model-scout.json`; undefined of the setting. */
export function originOf({ file }: BudgetInForce): string | undefined {
	return file && plainText(vscode.workspace.asRelativePath(file), 100);
}

export function isBudgetFile({ path }: vscode.Uri): boolean {
	return path.endsWith(`/${budgetFileName}`);
}

/** The folder of a file or notebook; of a text that no file holds yet the first one of the workspace. */
function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
	const file = notebookOf(uri)?.uri ?? uri;
	return file.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(file, '..');
}

function isSame(a: CurrentText, b: CurrentText): boolean {
	return 'text' in a ? 'text' in b && a.text === b.text : 'fault' in b && a.fault === b.fault;
}

function diagnosticOf({ line, column, message }: BudgetFileProblem): vscode.Diagnostic {
	const range = new vscode.Range(line - 1, column - 1, line - 1, Number.MAX_SAFE_INTEGER);
	const diagnostic = new vscode.Diagnostic(range, plainText(message, 400), vscode.DiagnosticSeverity.Error);
	diagnostic.source = findingSource;
	return diagnostic;
}
