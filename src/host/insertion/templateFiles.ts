import * as vscode from 'vscode';
import type { SnippetTemplate } from '../../frameworks/snippetTemplate.ts';
import { findCatalogFile } from '../catalogFile.ts';
import { isFile, readBytes } from '../files.ts';
import { readSettings } from '../settings.ts';

/**
 * Templates of the person and of the team, in files of the workspace and of the setting. They are text that is inserted and never run,
 * so those of the workspace are read in Restricted Mode too. What is wrong with one is shown in the Problems panel at its place.
 */
export class TemplateFiles implements vscode.Disposable {
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('model-scout-templates');
	private readonly saved: vscode.Disposable;

	constructor(private readonly log: vscode.LogOutputChannel) {
		this.saved = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
			if (this.diagnostics.has(uri)) void this.read();
		});
	}

	/** All templates as the files are now. Of those with one name the first counts, and files of the workspace come first. */
	async read(): Promise<readonly SnippetTemplate[]> {
		const { firstOfEachName, parseTemplateFile, templateFileName } =
			await import('../../frameworks/templateFile.ts');
		const { diagnosticOf } = await import('../userCatalogs.ts');
		const all: SnippetTemplate[] = [];
		this.diagnostics.clear();
		for (const uri of await this.files(templateFileName)) {
			const text = await vscode.workspace.decode(await readBytes(uri), { uri });
			const { templates, problems } = parseTemplateFile(text, uri.path);
			this.diagnostics.set(uri, problems.map(diagnosticOf));
			all.push(...templates);
		}
		return firstOfEachName(all);
	}

	dispose(): void {
		this.saved.dispose();
		this.diagnostics.dispose();
	}

	private async files(name: string): Promise<readonly vscode.Uri[]> {
		const uris = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, name));
		for (const path of readSettings().templates) {
			const found = await findCatalogFile(path, 'file of templates');
			if (found.ok) uris.push(found.uri);
			else this.log.warn(found.problem);
		}
		const there = await Promise.all(uris.map(isFile));
		return uris.filter((_, index) => there[index]);
	}
}
