import * as vscode from 'vscode';
import { escapeUnseen } from '../../catalog/plainText.ts';
import { readPageState } from '../../comparison/pageState.ts';
import { formatScoutView, viewFileEnding, type ScoutView } from '../../comparison/scoutView.ts';
import { parseScoutView } from '../../comparison/scoutView.schema.ts';
import { ArgumentError } from '../commands/argumentError.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { ComparisonMemory } from './comparisonMemory.ts';

const filters = { 'Model Scout view': [viewFileEnding.slice(1), 'json'] };

/** Writes the comparison as it stands into a file that opens it again. */
export async function saveView({ compared, memory }: Services): Promise<void> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const file = await vscode.window.showSaveDialog({
		title: 'Save View',
		filters,
		...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `comparison${viewFileEnding}`) } : {}),
	});
	if (!file) return;
	const view = presentView(new ComparisonMemory(memory), compared.ids);
	await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(formatScoutView(view)));
}

/**
 * Sets the comparison up as a file says, and shows it. A file that is not wholly a view changes nothing.
 * @param args URI of the file; asked for without it.
 */
export async function openView({ comparison, compared, memory }: Services, args: readonly unknown[]): Promise<void> {
	const [given] = args;
	if (given !== undefined && !(given instanceof vscode.Uri))
		throw new ArgumentError('Open View takes the URI of a file, or nothing.');
	const file = given ?? (await vscode.window.showOpenDialog({ title: 'Open View', filters }))?.[0];
	if (!file) return;
	const name = escapeUnseen(file.path.slice(file.path.lastIndexOf('/') + 1), 100);
	const read = parseScoutView(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
	if (!read.ok) throw new Error(`${name} cannot be opened: ${read.problem}.`);
	const { task, budget, latencyDevice, selection, page } = read.view;
	const chosen = new ComparisonMemory(memory);
	await chosen.keep('task', task);
	await chosen.keep('budget', budget ?? '');
	await chosen.keep('device', latencyDevice);
	await chosen.keep('state', JSON.stringify({ ...page, version: 1 }));
	compared.replace(selection);
	await comparison.restore();
}

function presentView(chosen: ComparisonMemory, selection: readonly string[]): ScoutView {
	const settings = readSettings();
	const { version, ...page } = readPageState(chosen.state ?? '');
	const { task } = chosen;
	const latencyDevice = chosen.device ?? settings.latencyDevice;
	return {
		version,
		...(task && { task }),
		budget: chosen.budget ?? settings.budget,
		...(latencyDevice === '' ? {} : { latencyDevice }),
		selection,
		page,
	};
}
