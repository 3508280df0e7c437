import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packFolder } from '../support/packExtension.ts';

/** Title of the view container of an empty extension, the label of the one row in its tree, and its commands. */
export function emptyNames(name: string): Readonly<Record<'container' | 'row' | 'activate' | 'page', string>> {
	return {
		container: `Bench ${name}`,
		row: `Row of ${name}`,
		activate: `Bench: Activate ${name}`,
		page: `Bench: Open Page of ${name}`,
	};
}

/** In the page of an empty extension. */
export const wordId = 'word-of-empty-page';

/**
 * Package of an extension that holds nothing but one command that activates it, a tree of one row and a page of one word, built
 * as ours is.
 * @returns path of the package.
 */
export function packEmptyExtension(parent: string, name: string): string {
	const folder = join(parent, name);
	const { container, row } = emptyNames(name);
	mkdirSync(folder);
	const manifest = {
		name,
		publisher: 'bench',
		version: '0.0.1',
		engines: { vscode: '^1.106.0' },
		main: './extension.mjs',
		contributes: {
			commands: [
				{ command: `bench.${name}`, title: `Activate ${name}`, category: 'Bench' },
				{ command: `bench.${name}.page`, title: `Open Page of ${name}`, category: 'Bench' },
			],
			viewsContainers: { activitybar: [{ id: `bench-${name}`, title: container, icon: '$(beaker)' }] },
			views: { [`bench-${name}`]: [{ id: `bench.${name}.tree`, name: container, icon: '$(beaker)' }] },
		},
	};
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	const code = `import * as vscode from 'vscode';
export function activate(context) {
	context.subscriptions.push(vscode.commands.registerCommand('bench.${name}', () => undefined));
	const openPage = () => {
		const panel = vscode.window.createWebviewPanel('bench.${name}.page', '${name}', vscode.ViewColumn.One, { enableScripts: true });
		panel.webview.html = '<!DOCTYPE html><title>${name}</title><body><p id="${wordId}">Ready</p></body>';
	};
	context.subscriptions.push(vscode.commands.registerCommand('bench.${name}.page', openPage));
	const getChildren = parent => (parent ? [] : ['${row}']);
	const getTreeItem = label => new vscode.TreeItem(label);
	context.subscriptions.push(vscode.window.createTreeView('bench.${name}.tree', { treeDataProvider: { getChildren, getTreeItem } }));
}
`;
	writeFileSync(join(folder, 'extension.mjs'), code);
	const vsix = join(parent, `${name}.vsix`);
	packFolder(folder, vsix);
	return vsix;
}
