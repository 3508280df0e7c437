import * as vscode from 'vscode';
import { accuracyKindOf } from '../../catalog/accuracy.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Candidate } from '../../catalog/records.ts';
import { candidatesIn } from '../../catalog/shownFigure.ts';
import { compareModels, type ModelComparison } from '../../comparison/compareModels.ts';
import { exportMarkdown } from '../../comparison/exportTable.ts';
import type { ColumnId } from '../../comparison/columns.ts';
import { comparisonSnapshot } from '../../comparison/snapshot.ts';
import { snapshotTable } from './snapshotTable.ts';
import { resolveDevice } from '../../latency/devices.ts';
import { documentUri } from '../documents/documentUri.ts';

/** What is compared, or the whole catalog where nothing is. */
export function comparedTable(catalog: Catalog, compared: readonly string[]): ModelComparison {
	const candidates = compared.flatMap((id): readonly Candidate[] => {
		const candidate = catalog.candidateById.get(id);
		return candidate ? [candidate] : [];
	});
	return compareModels(catalog, candidates.length > 0 ? candidates : candidatesIn(catalog));
}

/** What fits beside a name in an editor. */
const keyColumns: readonly ColumnId[] = [
	'name',
	'top1',
	'ap',
	'miou',
	'macs',
	'params',
	'latencyMs',
	'input',
	'framework',
	'weights',
];

/** What is compared, or the whole catalog where nothing is, as a Markdown document: key figures, most accurate first. */
export function comparisonText(catalog: Catalog, compared: readonly string[], latencyDevice: string): string {
	const known = compared.filter(id => catalog.candidateById.has(id));
	const snapshot = comparisonSnapshot(catalog, {
		latencyDevice: deviceId(catalog, latencyDevice),
		...(known.length > 0 ? { candidateIds: known } : {}),
	});
	const accuracies = snapshot.numbers[accuracyKindOf(snapshot.task)].values;
	const percentOf = (row: number): number => accuracies[row] ?? NaN;
	const rows = [...Array(snapshot.rows).keys()].sort((a, b) => (percentOf(b) || 0) - (percentOf(a) || 0) || a - b);
	const others = ['top1', 'ap', 'miou'].filter(kind => kind !== accuracyKindOf(snapshot.task));
	const columns = keyColumns.filter(id => !others.includes(id));
	const candidateIds = rows.flatMap(row => snapshot.ids.at(row) ?? []);
	return `# Model Comparison\n\n${exportMarkdown(snapshotTable(snapshot, { candidateIds, columns }))}`;
}

/** Id of the device that a setting names, perhaps with a precision behind it. */
export function deviceId(catalog: Catalog, text: string): string | undefined {
	return resolveDevice(catalog, text.split('/')[0] ?? '')?.id;
}

/** Opens the comparison as a text: where our page cannot start, the editor's preview, a page too, could not either. */
export async function showComparisonText(): Promise<void> {
	const uri = documentUri({ kind: 'comparison', title: 'Model Comparison', extension: 'md', query: '' });
	await vscode.window.showTextDocument(uri, { preview: false });
}
