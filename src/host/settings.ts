import * as vscode from 'vscode';
import { frameworks, type Framework } from '../catalog/records.ts';
import { classesLeftOut, type LicenseClass } from '../catalog/weightsLicense.ts';
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
	/** Paths of catalog files, absolute or relative to a workspace folder. */
	readonly catalogs: readonly string[];
	readonly grouping: Grouping;
	/** Classes of licenses whose weights no pick is made from. */
	readonly withoutLicenses: readonly LicenseClass[];
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
		catalogs: textsIn(settings.get('catalogs')),
		grouping: groupings.find(grouping => grouping === settings.get('tree.grouping')) ?? 'class',
		withoutLicenses: classesLeftOut(textsIn(settings.get('weightsLicenses'))),
	};
}

/** Stores where a value is set already, else for the person. */
export async function writeSetting(key: 'tree.grouping', value: Grouping): Promise<void> {
	const settings = vscode.workspace.getConfiguration(section);
	const inWorkspace = settings.inspect(key)?.workspaceValue !== undefined;
	const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await settings.update(key, value, target);
}

function textIn(value: unknown): string {
	return typeof value === 'string' ? value.slice(0, 1000) : '';
}

function textsIn(value: unknown): readonly string[] {
	if (!Array.isArray(value)) return [];
	return value.slice(0, 100).flatMap((entry: unknown) => (typeof entry === 'string' && entry !== '' ? [entry] : []));
}
