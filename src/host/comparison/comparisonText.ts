import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Candidate } from '../../catalog/records.ts';
import { candidatesIn } from '../../catalog/shownFigure.ts';
import { compareModels, type ModelComparison } from '../../comparison/compareModels.ts';
import { exportMarkdown } from '../../comparison/exportTable.ts';
import { documentUri } from '../documents/documentUri.ts';

/** What is compared, or the whole catalog where nothing is. */
export function comparedTable(catalog: Catalog, compared: readonly string[]): ModelComparison {
	const candidates = compared.flatMap((id): readonly Candidate[] => {
		const candidate = catalog.candidateById.get(id);
		return candidate ? [candidate] : [];
	});
	return compareModels(catalog, candidates.length > 0 ? candidates : candidatesIn(catalog));
}

/** The comparison as a Markdown document. */
export function comparisonText(catalog: Catalog, compared: readonly string[]): string {
	return `# Model Comparison\n\n${exportMarkdown(comparedTable(catalog, compared))}`;
}

/** Opens the comparison as a text: where our page cannot start, the editor's preview, a page too, could not either. */
export async function showComparisonText(): Promise<void> {
	const uri = documentUri({ kind: 'comparison', title: 'Model Comparison', extension: 'md', query: '' });
	await vscode.window.showTextDocument(uri, { preview: false });
}
