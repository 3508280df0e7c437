import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { decodeShippedCatalog } from '../catalog/shippedCatalog.ts';
import { readBytes } from './files.ts';
import { readSettings, section } from './settings.ts';
import type { UserCatalogs } from './userCatalogs.ts';
import { WorkspaceCatalogs } from './workspaceCatalogs.ts';

/** Time without a further change after which a catalog is read again, in ms. */
const settleTime = 50;

/**
 * The catalog: the shipped one with the files of the workspace and of the person added. Nothing is read before the first call of `load`; after a
 * failure the next call tries again.
 */
export class CatalogLoader implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	/** Fires when `load` would answer with another catalog than before. */
	readonly onDidChangeCatalog = this.changed.event;
	private readonly workspaceCatalogs = new WorkspaceCatalogs(() => {
		this.reloadSoon();
	});
	private readonly subscriptions: { dispose(): unknown }[] = [this.changed, this.workspaceCatalogs];
	private loading: Promise<Catalog> | undefined;
	private shipped: Promise<Catalog> | undefined;
	private userCatalogs: UserCatalogs | undefined;
	private settling: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly extensionUri: vscode.Uri,
		private readonly log: vscode.LogOutputChannel,
	) {
		this.subscriptions.push(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(`${section}.catalogs`)) this.reloadSoon();
			}),
			vscode.workspace.onDidChangeWorkspaceFolders(() => {
				this.reloadSoon();
			}),
			vscode.workspace.onDidGrantWorkspaceTrust(() => {
				this.reloadSoon();
			}),
		);
	}

	load(): Promise<Catalog> {
		return (this.loading ??= this.read().catch((error: unknown) => {
			this.loading = undefined;
			throw error;
		}));
	}

	/** Reads everything again on the next call of `load`. */
	reload(): void {
		clearTimeout(this.settling);
		this.shipped = undefined;
		this.loading = undefined;
		this.changed.fire();
	}

	dispose(): void {
		clearTimeout(this.settling);
		this.userCatalogs?.dispose();
		vscode.Disposable.from(...this.subscriptions).dispose();
	}

	/** After a change of the user's files; where no catalog was asked for yet there is nothing to do. */
	private reloadSoon(): void {
		if (!this.loading) return;
		const logFailure = (error: unknown): void => {
			this.log.error('The catalog could not be loaded again.', error);
		};
		clearTimeout(this.settling);
		this.settling = setTimeout(() => {
			this.loading = undefined;
			this.changed.fire();
			this.load().catch(logFailure); // so that the Problems panel follows the file also while no view shows the catalog
		}, settleTime);
	}

	private async read(): Promise<Catalog> {
		const started = Date.now();
		const [shipped, found] = await Promise.all([this.readShipped(), this.workspaceCatalogs.find()]);
		const paths = readSettings().catalogs;
		if (paths.length + found.length === 0 && !this.userCatalogs) {
			this.log.debug(`Loaded the shipped catalog of ${shipped.date} in ${Date.now() - started} ms.`);
			return shipped;
		}
		this.userCatalogs ??= await this.createUserCatalogs();
		return this.userCatalogs.addTo(shipped, found, paths);
	}

	private readShipped(): Promise<Catalog> {
		const file = vscode.Uri.joinPath(this.extensionUri, 'dist', 'catalog.json');
		return (this.shipped ??= readBytes(file)
			.then(decodeShippedCatalog)
			.catch((error: unknown) => {
				this.shipped = undefined;
				throw error;
			}));
	}

	private async createUserCatalogs(): Promise<UserCatalogs> {
		const { UserCatalogs } = await import('./userCatalogs.ts');
		return new UserCatalogs(() => {
			this.reloadSoon();
		}, this.log);
	}
}
