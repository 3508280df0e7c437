import * as vscode from 'vscode';
import { versionInMetadata } from '../../mentions/packageMetadata.ts';
import { isFile, readBytes } from '../files.ts';
import { notebookOf } from './cellsAround.ts';

type Versions = Readonly<Partial<Record<'timm' | 'torchvision', string>>>;

/** Folders in which people keep the environment of a project. */
const environments = ['.venv', 'venv', 'env', '.env'];
const packages = ['timm', 'torchvision'] as const;

/** Time in ms after which a folder is read again: packages change seldom, and a wrong version only makes a finding quieter. */
const freshFor = 30_000;

/** Which versions of packages the environment of a workspace folder has, as their metadata say. Nothing is run. */
export class InstalledVersions {
	private readonly read = new Map<string, { readonly at: number; readonly versions: Promise<Versions> }>();

	async of(uri: vscode.Uri): Promise<Versions> {
		const folder = vscode.workspace.getWorkspaceFolder(notebookOf(uri)?.uri ?? uri);
		if (!folder) return {};
		const key = folder.uri.toString();
		const known = this.read.get(key);
		if (known && Date.now() - known.at < freshFor) return known.versions;
		const versions = versionsIn(folder.uri);
		this.read.set(key, { at: Date.now(), versions });
		return versions;
	}
}

/** Of the first environment that has any of the packages. */
async function versionsIn(folder: vscode.Uri): Promise<Versions> {
	for (const name of environments) {
		const environment = vscode.Uri.joinPath(folder, name);
		if (!(await isFile(vscode.Uri.joinPath(environment, 'pyvenv.cfg')))) continue;
		const versions = await versionsOfPackages(await sitePackages(environment));
		if (Object.keys(versions).length > 0) return versions;
	}
	return {};
}

/** `lib/python3.12/site-packages`, or `Lib/site-packages` on Windows. */
async function sitePackages(environment: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const lib = vscode.Uri.joinPath(environment, 'lib');
	const pythons = (await namesIn(lib)).filter(name => /^python3\.\d+$/.test(name));
	return [
		...pythons.map(name => vscode.Uri.joinPath(lib, name, 'site-packages')),
		vscode.Uri.joinPath(environment, 'Lib', 'site-packages'),
	];
}

async function versionsOfPackages(folders: readonly vscode.Uri[]): Promise<Versions> {
	const versions: Partial<Record<(typeof packages)[number], string>> = {};
	for (const folder of folders) {
		const names = await namesIn(folder);
		for (const name of packages) {
			const info = names.find(each => each.toLowerCase().startsWith(`${name}-`) && each.endsWith('.dist-info'));
			const version =
				info === undefined ? undefined : await versionIn(vscode.Uri.joinPath(folder, info, 'METADATA'));
			if (version !== undefined) versions[name] ??= version;
		}
	}
	return versions;
}

async function versionIn(metadata: vscode.Uri): Promise<string | undefined> {
	try {
		return versionInMetadata(new TextDecoder().decode(await readBytes(metadata)));
	} catch {
		return undefined; // half installed: nothing is known of it
	}
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
	try {
		return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
	} catch {
		return []; // there is none
	}
}
