import * as vscode from 'vscode';
import { longestText } from '../../mentions/filePlaces.ts';
import { openModelDocument, updateModelDocument, type ModelDocument } from '../../mentions/modelDocument.ts';
import type { PythonScope } from '../../mentions/pythonScope.ts';
import { snippetLanguage } from '../insertion/offersFor.ts';
import { cellsAround } from './cellsAround.ts';

interface ReadVersion {
	readonly version: number;
	readonly inherited: PythonScope | undefined;
	readonly document: ModelDocument;
}

/** The models that open texts name: each read once per version, cells with what the cells before them import. */
export class ModelDocuments implements vscode.Disposable {
	private readonly read = new Map<string, ReadVersion>();
	private readonly subscription = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
		this.read.delete(uri.toString());
	});

	/** Undefined for a text in a language, or of a length, that is not read. */
	of(document: vscode.TextDocument): ModelDocument | undefined {
		return this.reading(
			document,
			inheritedBy(document, cell => this.of(cell)?.scope),
		);
	}

	dispose(): void {
		this.subscription.dispose();
		this.read.clear();
	}

	private reading(document: vscode.TextDocument, inherited: PythonScope | undefined): ModelDocument | undefined {
		const language = snippetLanguage(document.languageId);
		if (!language) return undefined;
		const key = document.uri.toString();
		const known = this.read.get(key);
		if (
			known?.version === document.version &&
			known.inherited === inherited &&
			known.document.language === language
		)
			return known.document;
		const text = document.getText();
		if (text.length > longestText[language]) return undefined;
		const isSame = known?.document.language === language;
		const read = isSame
			? updateModelDocument(known.document, text, inherited)
			: openModelDocument(text, language, inherited);
		this.read.set(key, { version: document.version, inherited, document: read });
		return read;
	}
}

/** What the Python cells before a cell bind: the scope of the nearest one, which has those of the others. */
function inheritedBy(
	document: vscode.TextDocument,
	scopeOf: (cell: vscode.TextDocument) => PythonScope | undefined,
): PythonScope | undefined {
	const cells = cellsAround(document).filter(({ languageId }) => languageId === 'python');
	const before = cells[cells.indexOf(document) - 1];
	return before && scopeOf(before);
}
