import * as vscode from 'vscode';
import type { PlaceRow } from '../../comparison/workspaceModels.ts';
import type { LazyLanguage } from '../language/lazyLanguage.ts';
import { placeItem, fileItem } from './workspaceItem.ts';
import type { FileOfRows, WorkspaceScan } from './workspaceScan.ts';

export type WorkspaceNode =
	| ({ readonly kind: 'file' } & FileOfRows)
	| { readonly kind: 'place'; readonly uri: vscode.Uri; readonly row: PlaceRow };

const viewId = 'modelScout.workspaceModels';

/** Time without a further change after which changed files are read again, in ms. */
const settleTime = 300;

/** The view of the models that the code of the workspace names. Nothing is read before it is asked to. */
export class WorkspaceView implements vscode.TreeDataProvider<WorkspaceNode>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.changed.event;
	private readonly view: vscode.TreeView<WorkspaceNode>;
	private readonly subscriptions: { dispose(): unknown }[];
	private readonly changedFiles = new Map<string, vscode.Uri>();
	private scan: WorkspaceScan | undefined;
	private files: readonly FileOfRows[] = [];
	private running: vscode.CancellationTokenSource | undefined;
	private settling: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly language: LazyLanguage,
		private readonly log: vscode.LogOutputChannel,
	) {
		this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
		this.subscriptions = [
			this.changed,
			this.view,
			language.onDidChange(() => {
				this.refreshSoon();
			}),
		];
	}

	/** Reads the workspace; a second call starts anew. */
	async find(): Promise<void> {
		this.running?.cancel();
		const running = new vscode.CancellationTokenSource();
		this.running = running;
		await setState('running');
		await vscode.commands.executeCommand(`${viewId}.focus`);
		try {
			await vscode.window.withProgress({ location: { viewId } }, () => this.read(running.token));
		} finally {
			running.dispose();
			if (this.running === running) {
				this.running = undefined;
				await setState('done');
				await this.focusFirst();
			}
		}
	}

	stop(): void {
		this.running?.cancel();
	}

	getChildren(node?: WorkspaceNode): WorkspaceNode[] {
		if (!node) return this.files.map(file => ({ kind: 'file', ...file }));
		return node.kind === 'file' ? node.row.rows.map(row => ({ kind: 'place', uri: node.uri, row })) : [];
	}

	/** Without it no row could be revealed. */
	getParent(node: WorkspaceNode): WorkspaceNode | undefined {
		if (node.kind === 'file') return undefined;
		const file = this.files.find(({ uri }) => uri.toString() === node.uri.toString());
		return file && { kind: 'file', ...file };
	}

	getTreeItem(node: WorkspaceNode): vscode.TreeItem {
		return node.kind === 'file' ? fileItem(node) : placeItem(node);
	}

	async resolveTreeItem(item: vscode.TreeItem, node: WorkspaceNode): Promise<vscode.TreeItem> {
		if (node.kind === 'place') item.tooltip = await this.scan?.tooltip(node.uri, node.row);
		return item;
	}

	dispose(): void {
		clearTimeout(this.settling);
		this.stop();
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	private async read(token: vscode.CancellationToken): Promise<void> {
		const scan = this.scan ?? (await this.load());
		this.scan = scan;
		const { done, all } = await scan.read((read, of) => {
			if (!token.isCancellationRequested) this.view.message = `Reading ${read} of ${of} files…`;
		}, token);
		if (token.isCancellationRequested && this.running?.token !== token) return; // a later call tells
		await this.refresh();
		this.view.message = done < all ? `Stopped after ${done} of ${all} files.` : '';
	}

	/** The keyboard was in the text that the rows took the place of, and would be nowhere. */
	private async focusFirst(): Promise<void> {
		const [first] = this.getChildren();
		if (first && this.view.visible) await this.view.reveal(first, { focus: true, select: false });
	}

	private async load(): Promise<WorkspaceScan> {
		const [{ language }, { WorkspaceScan, codePattern }] = await Promise.all([
			this.language.load(),
			import('./workspaceScan.ts'),
		]);
		const watcher = vscode.workspace.createFileSystemWatcher(codePattern);
		const readAgain = (uri: vscode.Uri): void => {
			if (!vscode.workspace.getWorkspaceFolder(uri)) return;
			this.changedFiles.set(uri.toString(), uri);
			this.refreshSoon();
		};
		this.subscriptions.push(
			watcher,
			watcher.onDidChange(readAgain),
			watcher.onDidCreate(readAgain),
			watcher.onDidDelete(readAgain),
			vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
				if (uri.scheme !== 'vscode-notebook-cell') readAgain(uri);
			}),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				if (this.changedFiles.has(uri.toString())) readAgain(uri);
			}),
		);
		return new WorkspaceScan(language);
	}

	private refreshSoon(): void {
		if (!this.scan) return;
		clearTimeout(this.settling);
		this.settling = setTimeout(() => {
			this.refresh().catch((error: unknown) => {
				this.log.error('The models of the workspace could not be listed.', error);
			});
		}, settleTime);
	}

	private async refresh(): Promise<void> {
		const { scan } = this;
		if (!scan) return;
		const uris = [...this.changedFiles.values()];
		this.changedFiles.clear();
		await Promise.all(uris.map(uri => scan.readFile(uri)));
		this.files = await scan.rows();
		const over = this.files.reduce((sum, { row }) => sum + row.over, 0);
		this.view.description = over === 0 ? '' : `${over} over budget`;
		this.changed.fire();
	}
}

async function setState(state: 'running' | 'done'): Promise<void> {
	await vscode.commands.executeCommand('setContext', 'modelScout.workspaceScan', state);
}
