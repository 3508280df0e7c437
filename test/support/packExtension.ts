import { spawnSync } from 'node:child_process';

interface Output {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Packages the extension as it is built in `dist`. */
export function packExtension(vsix: string): Output {
	return vsce(['package', '--no-dependencies', '--out', vsix]);
}

/** Runs the packager of the marketplace in the folder of the project. */
export function vsce(args: readonly string[]): Output {
	return spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args], { encoding: 'utf8' });
}
