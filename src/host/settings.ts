import * as vscode from 'vscode';
import type { CatalogLayer } from '../catalog/layerCatalogs.ts';
import { frameworks, type Framework } from '../catalog/records.ts';
import { classesLeftOut, type LicenseClass } from '../catalog/weightsLicense.ts';
import { hintModes, type HintMode } from '../comparison/hintMode.ts';
import { groupings, type Grouping } from './tree/familyTreeNode.ts';

/** What a person has set, each value checked: a settings file may hold anything. */
export interface Settings {
	/** Empty where none is set. */
	readonly budget: string;
	/** Name of a device as typed; empty where none is set. */
	readonly latencyDevice: string;
	readonly flopsMeans: 'flops' | 'macs';
	/** Most wanted first. */
	readonly frameworks: readonly Framework[];
	/** Those that the workspace sets, and those that the person has set for all workspaces. */
	readonly catalogs: readonly CatalogPath[];
	/** Files of templates. */
	readonly templates: readonly CatalogPath[];
	readonly grouping: Grouping;
	/** Beside which names in code a hint stands. */
	readonly hints: HintMode;
	/** Classes of licenses whose weights no pick is made from. */
	readonly withoutLicenses: readonly LicenseClass[];
}

/** Path of a catalog file, absolute or relative to a workspace folder, and who set it. */
export interface CatalogPath {
	readonly path: string;
	readonly layer: CatalogLayer;
}

export const section = 'modelScout';

export function readSettings(): Settings {
	const settings = vscode.workspace.getConfiguration(section);
	const wanted = textsIn(settings.get('frameworks'));
	return {
		budget: textIn(settings.get('budget')),
		latencyDevice: textIn(settings.get('latencyDevice')),
		flopsMeans: settings.get('flopsMeans') === 'macs' ? 'macs' : 'flops',
		frameworks: wanted.flatMap(name => frameworks.find(framework => framework === name) ?? []),
		catalogs: pathsIn(settings, 'catalogs'),
		templates: pathsIn(settings, 'templates'),
		hints: hintModes.find(mode => mode === settings.get('hints')) ?? 'overBudget',
		grouping: groupings.find(grouping => grouping === settings.get('tree.grouping')) ?? 'class',
		withoutLicenses: classesLeftOut(textsIn(settings.get('weightsLicenses'))),
	};
}

/** The settings, read once and again after they change: reading them takes longer than a hover. */
export class CurrentSettings implements vscode.Disposable {
	private known: Settings | undefined;
	private readonly subscriptions = [
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(section)) this.known = undefined;
		}),
		vscode.workspace.onDidGrantWorkspaceTrust(() => {
			this.known = undefined;
		}),
	];

	read(): Settings {
		return (this.known ??= readSettings());
	}

	dispose(): void {
		vscode.Disposable.from(...this.subscriptions).dispose();
	}
}

/** Stores where a value is set already, else for the person. */
export async function writeSetting(key: 'tree.grouping' | 'hints', value: Grouping | HintMode): Promise<void> {
	const settings = vscode.workspace.getConfiguration(section);
	const inWorkspace = settings.inspect(key)?.workspaceValue !== undefined;
	const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await settings.update(key, value, target);
}

/** A workspace adds to the files of the person. What it sets counts only where it is trusted: a path may lead anywhere. */
function pathsIn(settings: vscode.WorkspaceConfiguration, key: string): readonly CatalogPath[] {
	const set = settings.inspect(key);
	const ofWorkspace = vscode.workspace.isTrusted ? textsIn(set?.workspaceValue) : [];
	return [
		...ofWorkspace.map((path): CatalogPath => ({ path, layer: 'workspace' })),
		...textsIn(set?.globalValue).map((path): CatalogPath => ({ path, layer: 'user' })),
	];
}

function textIn(value: unknown): string {
	return typeof value === 'string' ? value.slice(0, 1000) : '';
}

function textsIn(value: unknown): readonly string[] {
	if (!Array.isArray(value)) return [];
	return value.slice(0, 100).flatMap((entry: unknown) => (typeof entry === 'string' && entry !== '' ? [entry] : []));
}
