import * as vscode from 'vscode';
import { idsIn, toggled, withRecent } from '../catalog/rememberedIds.ts';

const favoritesKey = 'favoriteModels';
/** What follows the person to other machines. */
export const syncedKeys = [favoritesKey];
const recentsKey = 'recentModels';

/** The models that the person starred, and those used lately: ids, the same in every workspace. */
export class RememberedModels implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	readonly onDidChangeFavorites = this.changed.event;

	/** @param memory that all workspaces share. */
	constructor(private readonly memory: vscode.Memento) {}

	/** In the order in which they were starred. */
	get favorites(): readonly string[] {
		return idsIn(this.memory.get(favoritesKey));
	}

	/** The one used last first. */
	get recents(): readonly string[] {
		return idsIn(this.memory.get(recentsKey));
	}

	/** Stars the models that have no star; takes away the stars where all of them have one. */
	async toggleFavorites(ids: readonly string[]): Promise<void> {
		await this.memory.update(favoritesKey, toggled(this.favorites, ids));
		this.changed.fire();
	}

	async remember(id: string): Promise<void> {
		await this.memory.update(recentsKey, withRecent(this.recents, id));
	}

	async clearRecents(): Promise<void> {
		await this.memory.update(recentsKey, undefined);
	}

	dispose(): void {
		this.changed.dispose();
	}
}
