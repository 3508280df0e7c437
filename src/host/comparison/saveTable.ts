import * as vscode from 'vscode';
import type { ComparisonSnapshot } from '../../comparison/comparisonSnapshot.ts';
import { exportCsv, exportJson, exportMarkdown, exportTsv, type ExportTable } from '../../comparison/exportTable.ts';
import { exportLatex } from '../../comparison/exportLatex.ts';
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

interface ExportedText {
	readonly label: string;
	readonly description: string;
	readonly extension: string;
	/** Language id of a document that holds it. */
	readonly language: string;
	readonly textOf: (table: ExportTable) => string;
}

const tableTexts: readonly ExportedText[] = [
	{
		label: 'CSV',
		description: 'numbers as plain numbers, for spreadsheets and scripts',
		extension: 'csv',
		language: 'csv',
		textOf: exportCsv,
	},
	{
		label: 'TSV',
		description: 'the same with tabs and the headers that the table shows',
		extension: 'tsv',
		language: 'tsv',
		textOf: exportTsv,
	},
	{
		label: 'Markdown',
		description: 'a table for documents',
		extension: 'md',
		language: 'markdown',
		textOf: exportMarkdown,
	},
	{ label: 'JSON', description: 'a list of objects', extension: 'json', language: 'json', textOf: exportJson },
	{ label: 'LaTeX', description: 'a table for papers', extension: 'tex', language: 'latex', textOf: exportLatex },
];

/** What is exported beside the table, where there is any. */
export interface BesideTable {
	/** The decision for the budget that stands above the table. */
	readonly record?: (() => string) | undefined;
	/** The plot as an image. */
	readonly plot?: (() => string) | undefined;
}

/** Asks in which form and where a table, or what stands beside it, goes. */
export async function exportTable(table: ExportTable, { record, plot }: BesideTable = {}): Promise<void> {
	const beside: readonly (ExportedText | undefined)[] = [
		plot && {
			label: 'SVG',
			description: 'the plot as an image, with a title and a description',
			extension: 'svg',
			language: 'xml',
			textOf: plot,
		},
		record && {
			label: 'Decision Record',
			description: 'question, answer, alternatives, sources, command line',
			extension: 'md',
			language: 'markdown',
			textOf: record,
		},
	];
	const answer = await choose<ExportedText>({
		title: 'Export Comparison',
		placeholder: 'Format',
		items: [...tableTexts, ...beside.filter(each => each !== undefined)].map(value => ({
			label: value.label,
			description: value.description,
			value,
		})),
	});
	if (answer?.kind === 'chosen') await offerText(answer.value, table);
}

async function offerText({ label, extension, language, textOf }: ExportedText, table: ExportTable): Promise<void> {
	const answer = await choose<'document' | 'file'>({
		title: `Export Comparison as ${label}`,
		placeholder: 'Where to',
		items: [
			{ label: '$(new-file) New Document', value: 'document' },
			{ label: '$(save) File…', value: 'file' },
		],
	});
	if (answer?.kind !== 'chosen') return;
	const content = textOf(table);
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
