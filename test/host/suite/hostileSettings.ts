import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PickAnswer } from '../../../src/host/commands/pickUnderBudget.ts';
import { mergeCatalog } from '../../../src/catalog/mergeCatalog.ts';
import { parseCatalogText } from '../../../src/catalog/parseCatalog.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { hostileCatalogText } from '../../support/hostileCatalog.ts';
import { eventually, workspaceFile } from './openText.ts';
import { shippedCatalog } from './projectFiles.ts';

export const hostileFile = (): vscode.Uri => workspaceFile('hostile.catalog.json');

/** What the extension is expected to hold while the hostile file is set. */
export function hostileCatalog(): Catalog {
	return mergeCatalog(shippedCatalog(), parseCatalogText(hostileCatalogText(), 'hostile.catalog.json')).catalog;
}

/**
 * Writes a catalog file and sets it as the person's own, which counts in Restricted Mode too, and waits until it is read.
 * @param problem part of a message that the Problems panel shows once it is.
 */
export async function setCatalog(text: string, problem: string): Promise<void> {
	await vscode.workspace.fs.writeFile(hostileFile(), new TextEncoder().encode(text));
	await updateCatalogs([hostileFile().fsPath]);
	const isRead = async (): Promise<boolean> => {
		await pickSome();
		return problems().some(message => message.includes(problem));
	};
	await eventually(isRead, 15_000);
	assert.ok(await isRead(), `a problem with "${problem}" in: ${problems().slice(0, 5).join('\n')}`);
}

/** Sets no catalog any more and waits until its models are gone. */
export async function unsetCatalog(): Promise<void> {
	await updateCatalogs(undefined);
	const isGone = async (): Promise<boolean> => {
		await pickSome();
		return problems().length === 0;
	};
	await eventually(isGone, 15_000);
	await vscode.workspace.fs.delete(hostileFile());
}

/** What the Problems panel says of the file. */
export function problems(): readonly string[] {
	return vscode.languages.getDiagnostics(hostileFile()).map(({ message }) => message);
}

/** Every candidate there is room for under a budget that nothing exceeds. */
export async function pickSome(budget = '≤900G', limit = 5000): Promise<PickAnswer> {
	return vscode.commands.executeCommand<PickAnswer>('modelScout.pickUnderBudget', { budget, limit });
}

async function updateCatalogs(paths: readonly string[] | undefined): Promise<void> {
	const settings = vscode.workspace.getConfiguration('modelScout');
	await settings.update('catalogs', paths, vscode.ConfigurationTarget.Global);
}
