import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { englishIssues } from '../../catalog/englishIssues.ts';
import { packHostMessage } from '../../comparison/packHostMessage.ts';
import { packSnapshot } from '../../comparison/packSnapshot.ts';
import { pageHtml } from '../../comparison/pageHtml.ts';
import type { HostMessage, PageMessage } from '../../comparison/pageMessage.ts';
import { readPageState } from '../../comparison/pageState.ts';
import { pageMessageSchema } from '../../comparison/pageMessage.schema.ts';
import { comparisonSnapshot } from '../../comparison/snapshot.ts';
import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';
import { runCommand } from '../commands/runCommand.ts';
import { tableOf } from '../pick/answerPick.ts';
import { readSettings } from '../settings.ts';
import { ComparisonMemory } from './comparisonMemory.ts';
import { comparisonViewType, type ComparisonServices } from './comparisonHost.ts';
import { decisionText } from './decisionText.ts';
import type { MadeSnapshots } from './madeSnapshots.ts';
import { plotImage } from './plotImage.ts';
import { copyTable, exportTable } from './saveTable.ts';
import { snapshotTable, type TableChoice } from './snapshotTable.ts';
import { deviceId, showComparisonText } from './comparisonText.ts';

/** Time in which what the editor is told leaves this process, in ms: work that begins before holds it back. */
const sendingTime = 8;

/** Time after which a page that has not answered is taken for one that cannot start, in ms. */
const readyTimeout = 10_000;

export function createPanel(extensionUri: vscode.Uri): vscode.WebviewPanel {
	return vscode.window.createWebviewPanel(comparisonViewType, 'Model Comparison', vscode.ViewColumn.Active, {
		...webviewOptions(extensionUri),
		enableFindWidget: true,
	});
}

/** The style sheet of the page. */
export async function readPageStyle(extensionUri: vscode.Uri): Promise<string> {
	const file = vscode.Uri.joinPath(pageFolder(extensionUri), 'page.css');
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

/** The page and what it is told. It is not trusted: everything that arrives is parsed. */
export class ComparisonPanel implements vscode.Disposable {
	private readonly subscriptions: vscode.Disposable[] = [];
	private readonly closed = new vscode.EventEmitter<void>();
	readonly onDidDispose = this.closed.event;
	/** Nothing is posted before the page says that it listens: it could be lost. */
	private listens = false;
	private waiting: ReturnType<typeof setTimeout> | undefined;
	private snapshot: ComparisonSnapshot | undefined;
	private readonly chosen: ComparisonMemory;
	/** Number of the last change of the selection that the page has told of; 0 where it has told of none. */
	private pageChange = 0;
	/** Whether what is remembered of the page takes the place of what it has of its own. */
	private replaces = false;

	constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly services: ComparisonServices,
		private readonly snapshots: MadeSnapshots,
		/** What `readPageStyle` gives. */
		private readonly style: string,
	) {
		const { compared, catalogs } = services;
		this.chosen = new ComparisonMemory(services.memory);
		this.subscriptions.push(
			panel.webview.onDidReceiveMessage((raw: unknown) => this.receive(raw)),
			panel.onDidDispose(() => {
				this.dispose();
			}),
			panel.onDidChangeViewState(() => {
				if (!panel.visible) this.stopWaiting();
				else if (!this.listens) this.waitForPage();
				if (!panel.visible) this.listens = false; // a hidden page is thrown away and begins anew
			}),
			compared.onDidChange(ids => {
				this.post({ type: 'select', candidateIds: ids, afterChange: this.pageChange });
			}),
			catalogs.onDidChangeCatalog(() => this.show()),
		);
		panel.iconPath = {
			light: vscode.Uri.joinPath(services.extensionUri, 'media', 'comparisonLight.svg'),
			dark: vscode.Uri.joinPath(services.extensionUri, 'media', 'comparisonDark.svg'),
		};
		panel.webview.options = webviewOptions(services.extensionUri);
		panel.webview.html = this.html();
		this.waitForPage();
		this.prepare();
	}

	reveal(): void {
		this.panel.reveal();
		void this.show();
	}

	/** Sets the page up as is remembered, whatever it was set up as. */
	async restore(): Promise<void> {
		this.replaces = true;
		await this.show();
	}

	dispose(): void {
		this.stopWaiting();
		vscode.Disposable.from(...this.subscriptions.splice(0)).dispose();
		this.panel.dispose();
		this.closed.fire();
		this.closed.dispose();
	}

	private html(): string {
		const script = vscode.Uri.joinPath(pageFolder(this.services.extensionUri), 'page.js');
		return pageHtml({
			nonce: crypto.randomUUID().replaceAll('-', ''),
			scriptUri: this.panel.webview.asWebviewUri(script).toString(),
			style: this.style,
		});
	}

	private waitForPage(): void {
		this.stopWaiting();
		this.waiting = setTimeout(() => {
			this.services.log.warn(`The comparison page did not answer within ${readyTimeout} ms.`);
			void showComparisonText();
		}, readyTimeout);
	}

	private stopWaiting(): void {
		clearTimeout(this.waiting);
	}

	private async receive(raw: unknown): Promise<void> {
		const message = pageMessageSchema.safeParse(raw, englishIssues);
		if (!message.success) {
			this.services.log.warn(`Ignored a message from the comparison page: ${z.prettifyError(message.error)}`);
			return;
		}
		try {
			await this.handle(message.data);
		} catch (error) {
			this.services.log.error(`The comparison page's ${message.data.type} failed.`, error);
			void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
		}
	}

	private async handle(message: PageMessage): Promise<unknown> {
		const { compared } = this.services;
		switch (message.type) {
			case 'listens':
				this.listens = true;
				this.pageChange = 0;
				return this.show();
			case 'ready':
				this.stopWaiting();
				return undefined;
			case 'selectionChanged':
				this.pageChange = message.change;
				compared.replace([...message.candidateIds, ...this.hiddenIds()]);
				return undefined;
			case 'setBudget':
				await this.chosen.keep('budget', message.text);
				return this.show();
			case 'setLatencyDevice':
				await this.chosen.keep('device', message.device);
				return this.show();
			case 'setCostInput':
				return runCommand('modelScout.showCostsAtInput', message.side || 'own');
			case 'setTask':
				await this.chosen.keep('task', message.task);
				return this.show();
			case 'copyText':
				return vscode.env.clipboard.writeText(message.text);
			case 'copyRows':
				return this.snapshot && copyTable(this.snapshot, message);
			case 'export':
				return this.export(message);
			case 'stateChanged':
				return this.replaces ? undefined : this.chosen.keep('state', message.state); // not of the page that is replaced
			default:
				return runCommand(`modelScout.${message.type}`, message.candidateId); // a new message type must be handled to compile
		}
	}

	/** The table, the plot of its rows, or the decision for its budget: as they stand now, also where the page is closed meanwhile. */
	private async export(choice: TableChoice): Promise<void> {
		const { snapshot } = this;
		if (!snapshot) return;
		const state = readPageState(this.chosen.state ?? '');
		const catalog = await this.services.catalogs.load();
		await exportTable(snapshotTable(snapshot, { ...choice, baselineId: state.baselineId }), {
			record: decisionText(catalog, snapshot),
			plot: plotImage(snapshot, choice, state),
		});
	}

	/** What is compared of other tasks: the page shows those of one, and says nothing of the others. */
	private hiddenIds(): readonly string[] {
		const shown = new Set(this.snapshot?.ids);
		return this.services.compared.ids.filter(id => !shown.has(id));
	}

	/** Posts everything that the page shows. */
	private async show(): Promise<void> {
		if (!this.listens) return;
		this.snapshot = await this.currentSnapshot();
		const { state } = this.chosen;
		const { replaces } = this;
		this.replaces = false;
		const show = { type: 'show', snapshot: this.snapshot, afterChange: this.pageChange } as const;
		this.post(state === undefined ? show : { ...show, state, replaces });
	}

	private async currentSnapshot(): Promise<ComparisonSnapshot> {
		const { catalogs, compared, tables } = this.services;
		const { chosen } = this;
		const catalog = await catalogs.load();
		const settings = readSettings();
		const { flopsMeans, withoutLicenses } = settings;
		const choices = {
			budget: chosen.budget ?? settings.budget,
			flopsMeans,
			latencyDevice: deviceId(catalog, chosen.device ?? settings.latencyDevice),
			costInputs: catalogs.costInputs,
			selection: compared.ids,
			filter: { task: chosen.task },
		};
		return this.snapshots.of(catalog, { ...choices, withoutLicenses }, () =>
			comparisonSnapshot(catalog, { ...choices, tableOf: task => tableOf(catalog, tables, settings, task) }),
		);
	}

	/** While the editor loads the page, what that shows is made and packed. */
	private prepare(): void {
		const preparing = setTimeout(() => {
			this.currentSnapshot()
				.then(snapshot => this.pack(snapshot))
				.catch((error: unknown) => {
					this.services.log.debug('The comparison was not made ahead.', error); // the page asks for it again
				});
		}, sendingTime);
		this.subscriptions.push(
			new vscode.Disposable(() => {
				clearTimeout(preparing);
			}),
		);
	}

	private pack(snapshot: ComparisonSnapshot): Uint8Array {
		return this.snapshots.packed(snapshot, packSnapshot);
	}

	private post(message: HostMessage): void {
		if (!this.listens) return;
		void this.panel.webview.postMessage(packHostMessage(message, snapshot => this.pack(snapshot)));
	}
}

/** Scripts run; files are read from the folder of the page alone. */
function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
	return { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
}

function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'dist', 'page');
}
