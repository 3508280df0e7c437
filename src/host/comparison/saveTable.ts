import * as vscode from 'vscode';
import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';
import { exportCsv, exportMarkdown, exportTsv, type ExportTable } from '../../comparison/exportTable.ts';
import type { ExportFormat } from '../../comparison/pageMessage.ts';
import { choose } from '../quickInput/choose.ts';
import { snapshotTable, type TableChoice } from './snapshotTable.ts';

/** Puts rows on the clipboard with a line of headers, tab-separated. */
export async function copyTable(snapshot: ComparisonSnapshot, choice: TableChoice): Promise<void> {
	const table = snapshotTable(snapshot, choice);
	await vscode.env.clipboard.writeText(exportTsv(table));
	vscode.window.setStatusBarMessage(
		`Copied ${table.rows.length === 1 ? '1 row' : `${table.rows.length} rows`}`,
		3000,
	);
}

export async function saveTable(
	snapshot: ComparisonSnapshot,
	choice: TableChoice & { readonly format: ExportFormat },
): Promise<void> {
	await offerTable(snapshotTable(snapshot, choice), choice.format);
}

const formats = {
	csv: { label: 'CSV', extension: 'csv', language: 'csv', textOf: exportCsv },
	markdown: { label: 'Markdown', extension: 'md', language: 'markdown', textOf: exportMarkdown },
} as const satisfies Record<ExportFormat, unknown>;

/** Asks in which form and where a table goes, unless the form is given. */
export async function exportTable(table: ExportTable): Promise<void> {
	const answer = await choose<ExportFormat>({
		title: 'Export Comparison',
		placeholder: 'Format',
		items: [
			{ label: 'CSV', description: 'numbers as plain numbers, for spreadsheets and scripts', value: 'csv' },
			{ label: 'Markdown', description: 'a table for documents', value: 'markdown' },
		],
	});
	if (answer?.kind === 'chosen') await offerTable(table, answer.value);
}

async function offerTable(table: ExportTable, format: ExportFormat): Promise<void> {
	const { label, extension, language, textOf } = formats[format];
	const content = textOf(table);
	const answer = await choose<'document' | 'file'>({
		title: `Export Comparison as ${label}`,
		placeholder: 'Where to',
		items: [
			{ label: '$(new-file) New Document', value: 'document' },
			{ label: '$(save) File…', value: 'file' },
		],
	});
	if (answer?.kind !== 'chosen') return;
	if (answer.value === 'document') {
		await vscode.window.showTextDocument(await newDocument(content, language));
		return;
	}
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const file = await vscode.window.showSaveDialog({
		filters: { [label]: [extension] },
		...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `model-comparison.${extension}`) } : {}),
	});
	if (file) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
}

/** CSV is no language of every editor. */
async function newDocument(content: string, wanted: string): Promise<vscode.TextDocument> {
	const known = await vscode.languages.getLanguages();
	const language = known.includes(wanted) ? wanted : 'plaintext';
	return vscode.workspace.openTextDocument({ content, language });
}
