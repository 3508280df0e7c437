import * as vscode from 'vscode';
import { codeStatus } from '../../comparison/codeStatus.ts';
import { namedPlaces } from '../../mentions/namedModel.ts';
import { cellsAround } from './cellsAround.ts';
import { originOf } from './codeBudgets.ts';
import type { ModelContexts } from './modelContext.ts';
import type { ModelDocuments } from './modelDocuments.ts';
import { modelCode } from './modelCode.ts';

/** Time without a further change after which a text is counted again, in ms. */
const settleTime = 300;

/** One line in the language status of a text that names models: how many, how many over budget, and which budget that is. */
export class ModelStatus implements vscode.Disposable {
	private readonly subscriptions: readonly vscode.Disposable[];
	private item: vscode.LanguageStatusItem | undefined;
	private waiting: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly documents: ModelDocuments,
		private readonly contexts: ModelContexts,
		private readonly log: vscode.LogOutputChannel,
	) {
		this.subscriptions = [
			vscode.window.onDidChangeActiveTextEditor(() => {
				this.countSoon(0);
			}),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (this.active().includes(document)) this.countSoon();
			}),
		];
		this.countSoon(0);
	}

	/** @param wait time in ms without a further call */
	countSoon(wait = settleTime): void {
		clearTimeout(this.waiting);
		this.waiting = setTimeout(() => {
			this.count().catch((error: unknown) => {
				this.log.error('The models of a text could not be counted.', error);
			});
		}, wait);
	}

	dispose(): void {
		clearTimeout(this.waiting);
		this.hide();
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	/** The text in the active editor, or all cells of its notebook. */
	private active(): readonly vscode.TextDocument[] {
		const document = vscode.window.activeTextEditor?.document;
		if (!document || vscode.languages.match(modelCode, document) === 0) return [];
		const cells = cellsAround(document);
		return cells.length > 0 ? cells : [document];
	}

	private async count(): Promise<void> {
		const [first, ...others] = this.active();
		if (!first || ![first, ...others].some(document => this.documents.of(document)?.mayName)) {
			this.hide();
			return;
		}
		const { names, watch, budget } = await this.contexts.load(first.uri);
		if (this.active()[0] !== first) return; // another editor has its own turn
		const read = [first, ...others].flatMap(document => this.documents.of(document) ?? []);
		const named = read.flatMap(document => namedPlaces(document, names).map(place => place.named));
		if (named.length === 0) {
			this.hide();
			return;
		}
		const verdicts = named.map(each => watch.judge(each)?.verdict);
		const { budgets, isOfBefore } = budget;
		const { text, detail, isOver } = codeStatus({ verdicts, budgets, budgetFile: originOf(budget), isOfBefore });
		this.item ??= vscode.languages.createLanguageStatusItem('modelScout.models', modelCode);
		this.item.name = 'Model Scout';
		this.item.text = text;
		this.item.detail = detail;
		this.item.severity = vscode.LanguageStatusSeverity[isOver ? 'Warning' : 'Information'];
		this.item.accessibilityInformation = { label: `${text}. ${detail}` };
		this.item.command =
			budgets.length === 0
				? { command: 'modelScout.openBudget', title: 'Set Budget' }
				: { command: 'modelScout.workspaceModels.focus', title: 'Show Models' };
	}

	private hide(): void {
		this.item?.dispose();
		this.item = undefined;
	}
}
