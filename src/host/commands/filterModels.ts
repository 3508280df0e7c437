import * as vscode from 'vscode';
import type { Services } from '../services.ts';

/** Asks for the text of the tree's filter; an empty one clears it. */
export async function filterModels({ view }: Services): Promise<void> {
	const text = await vscode.window.showInputBox({
		title: 'Filter Models',
		prompt: 'Shows only the models that match by name, alias, family or weights. Empty shows all.',
		placeHolder: 'mbv3, resnet, timm’s efficientnet_b0',
		value: view.filter,
	});
	if (text === undefined) return;
	await view.setFilter(text);
	await vscode.commands.executeCommand('modelScout.families.focus');
}
