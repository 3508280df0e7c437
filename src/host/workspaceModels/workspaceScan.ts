import * as vscode from 'vscode';
import { escapeMarkdown } from '../../catalog/plainText.ts';
import type { NamedPlace } from '../../catalog/namedModel.ts';
import { modelCard } from '../../comparison/modelCard.ts';
import { formatModelTooltip } from '../../comparison/modelCardTooltip.ts';
import { workspaceRows, type FileOfModels, type FileRow, type PlaceRow } from '../../comparison/workspaceModels.ts';
import { codeEndings, foreignFiles, maxCodeBytes, placesInFile } from '../../mentions/filePlaces.ts';
import { currentText } from '../currentText.ts';
import type { ModelLanguage } from '../language/modelLanguage.ts';

/** Files that are read at most. */
const mostFiles = 10_000;
/** Files that are read at the same time. */
const together = 8;

export const codePattern = `**/*.{${codeEndings.join(',')}}`;

export interface FileOfRows {
	readonly uri: vscode.Uri;
	readonly row: FileRow;
}

/** The models that the files of the workspace name. Files are read and never run. */
export class WorkspaceScan {
	private readonly places = new Map<string, { readonly uri: vscode.Uri; readonly places: readonly NamedPlace[] }>();

	constructor(private readonly language: ModelLanguage) {}

	/** Reads every file of code that the settings do not exclude. What was read stays where the token stops it. */
	async read(
		tell: (done: number, all: number) => void,
		token: vscode.CancellationToken,
	): Promise<{ readonly done: number; readonly all: number }> {
		this.places.clear();
		const uris = await vscode.workspace.findFiles(codePattern, foreignFiles, mostFiles, token);
		let done = 0;
		while (done < uris.length && !token.isCancellationRequested) {
			const turn = uris.slice(done, done + together);
			await Promise.all(turn.map(uri => this.readFile(uri)));
			done += turn.length;
			tell(done, uris.length);
		}
		return { done, all: uris.length };
	}

	/** Reads a file anew, as it stands in an editor or else on its file system. */
	async readFile(uri: vscode.Uri): Promise<void> {
		const { names } = await this.language.contexts.load(uri);
		const read = await currentText(uri, maxCodeBytes);
		// one that is gone, cannot be read or was written by a program is listed no more
		const places = 'text' in read ? placesInFile(uri.path, read.text, names) : [];
		if (places.length > 0) this.places.set(uri.toString(), { uri, places });
		else this.places.delete(uri.toString());
	}

	/** Against the budgets that are in force now. */
	async rows(): Promise<readonly FileOfRows[]> {
		const uris = new Map<string, vscode.Uri>();
		const files: FileOfModels[] = [];
		let catalog;
		for (const { uri, places } of this.places.values()) {
			const context = await this.language.contexts.load(uri);
			const path = vscode.workspace.asRelativePath(uri);
			({ catalog } = context);
			uris.set(path, uri);
			files.push({ path, places, watch: context.watch });
		}
		const rows = catalog ? workspaceRows(catalog, files) : [];
		return rows.flatMap(row => {
			const uri = uris.get(row.path);
			return uri ? [{ uri, row }] : [];
		});
	}

	/** What the budget says, and the card of what a place names. Untrusted Markdown. */
	async tooltip(uri: vscode.Uri, { place: { named }, reason }: PlaceRow): Promise<vscode.MarkdownString | undefined> {
		const { catalog, watch } = await this.language.contexts.load(uri);
		const model = catalog.modelById.get(named.model);
		const card = model && modelCard(catalog, model, watch.judge(named)?.candidate);
		const lead = reason === '' ? '' : `**${escapeMarkdown(reason, 300)}**\n\n`;
		return card && new vscode.MarkdownString(lead + formatModelTooltip(card));
	}
}
