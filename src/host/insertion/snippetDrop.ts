import * as vscode from 'vscode';
import type { CatalogLoader } from '../catalogLoader.ts';
import { recordMime } from '../tree/familyDrag.ts';

const selector: vscode.DocumentSelector = ['python', 'yaml', 'json', 'jsonc'].map(language => ({ language }));

/** Turns a row of the tree that is dropped into an editor into the lines that load the model, or its record. */
export function registerSnippetDrop(catalogs: CatalogLoader): vscode.Disposable {
	return vscode.languages.registerDocumentDropEditProvider(
		selector,
		{
			provideDocumentDropEdits: async (document, position, data, token) => {
				const ids = await data.get(recordMime)?.asString();
				if (ids === undefined || token.isCancellationRequested) return undefined;
				const { dropEdit } = await import('./dropEdit.ts');
				return dropEdit(await catalogs.load(), { document, position, names: ids.split('\n') });
			},
		},
		{
			dropMimeTypes: [recordMime],
			providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append('modelScout', 'snippet')],
		},
	);
}
