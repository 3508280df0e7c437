import * as vscode from 'vscode';
import { plainText } from '../../catalog/plainText.ts';

export const readOnlyScheme = 'model-scout';

/** What a read-only document shows; the query says of what. */
export const documentKinds = ['card', 'pick', 'why', 'comparison'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentAddress {
	readonly kind: DocumentKind;
	/** Title of its tab; the ending decides the language. */
	readonly title: string;
	readonly extension: 'md' | 'txt';
	readonly query: string;
}

export function documentUri({ kind, title, extension, query }: DocumentAddress): vscode.Uri {
	const name = plainText(title, 80).replace(/[/\\?#%]/g, ' ');
	return vscode.Uri.from({ scheme: readOnlyScheme, authority: kind, path: `/${name}.${extension}`, query });
}

/** Shows a Markdown document as a page, or as text where the editor has no preview. */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
	if (vscode.extensions.getExtension('vscode.markdown-language-features')) {
		await vscode.commands.executeCommand('markdown.showPreview', uri);
	} else {
		await vscode.window.showTextDocument(uri, { preview: true });
	}
}
