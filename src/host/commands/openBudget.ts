import * as vscode from 'vscode';
import { budgetFileName } from '../../selection/budgetFile.ts';
import type { LazyLanguage } from '../language/lazyLanguage.ts';
import { readSettings } from '../settings.ts';

const firstText = `{
	"budgets": [{ "task": "classification", "limits": "600M, 10M params" }]
}
`;

/** Opens what limits the code in the active editor, or in the workspace; where nothing does, a file to fill in and save. */
export async function openBudget(lazy: LazyLanguage): Promise<void> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const code =
		vscode.window.activeTextEditor?.document.uri ?? (folder && vscode.Uri.joinPath(folder, budgetFileName));
	const { language } = await lazy.load();
	const file = code && (await language.contexts.load(code)).budget.file;
	if (file) {
		await vscode.window.showTextDocument(file);
	} else if (readSettings().budget.trim() !== '' || !folder) {
		await vscode.commands.executeCommand('workbench.action.openSettings', 'modelScout.budget');
	} else {
		const uri = vscode.Uri.joinPath(folder, budgetFileName).with({ scheme: 'untitled' });
		const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
		if (editor.document.getText() === '')
			await editor.edit(edit => {
				edit.insert(new vscode.Position(0, 0), firstText);
			});
	}
}
