import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Output {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Packages the extension as it is built in `dist`. */
export function packExtension(vsix: string): Output {
	return vsce(['package', '--no-dependencies', '--out', vsix]);
}

/** Packages the extension in a folder, for a measurement. */
export function packFolder(folder: string, vsix: string): void {
	const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
	const { status, stderr } = vsce(['package', ...options], folder);
	if (status !== 0) throw new Error(`${folder} was not packaged: ${stderr}`);
}

/** Runs the packager of the marketplace, in the folder of the project where no other is given. */
export function vsce(args: readonly string[], folder = '.'): Output {
	const packager = resolve('node_modules/@vscode/vsce/vsce');
	return spawnSync(process.execPath, [packager, ...args], { cwd: folder, encoding: 'utf8' });
}
