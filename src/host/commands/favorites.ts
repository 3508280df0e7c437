import * as vscode from 'vscode';
import { labelText } from '../../catalog/plainText.ts';
import type { Services } from '../services.ts';
import { askTarget, targetsIn } from './targets.ts';

/** Stars the models that it is called with, or takes their stars away; asks for one where none is named. */
export async function toggleFavorite(services: Services, args: readonly unknown[]): Promise<void> {
	const { remembered, catalogs } = services;
	const named = targetsIn(await catalogs.load(), args).map(({ model }) => model);
	const asked = named.length > 0 ? undefined : await askTarget(services, args, 'Add to or Remove from Favorites');
	const models = asked ? [asked.model] : named;
	if (models.length === 0) return;
	const ids = [...new Set(models.map(({ id }) => id))];
	await remembered.toggleFavorites(ids);
	const [first] = models;
	const what = ids.length === 1 && first ? labelText(first.name) : `${ids.length} models`;
	const isIn = ids.every(id => remembered.favorites.includes(id));
	vscode.window.setStatusBarMessage(`${isIn ? 'Added to' : 'Removed from'} the favorites: ${what}`, 3000);
}
