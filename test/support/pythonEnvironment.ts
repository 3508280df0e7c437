import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const environment = resolve('.venv', 'python');
const requirements = join('test', 'python', 'requirements.txt');
const installed = join(environment, 'installed-requirements.txt');
const python =
	process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');

/** The interpreter of a virtual environment with the libraries that we are compared with, made on the first call. */
export function pythonWithLibraries(): string {
	if (!isInstalled()) install();
	return python;
}

/** The copy of the requirements is written last, so that an install that was cut short is done again. */
function isInstalled(): boolean {
	return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(requirements, 'utf8');
}

function install(): void {
	if (!existsSync(python)) run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', environment]);
	run(python, ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', requirements]);
	copyFileSync(requirements, installed);
}

/** @throws {Error} where the command fails. Its output is shown. */
export function run(command: string, args: readonly string[]): void {
	const { status: code, error } = spawnSync(command, args, { stdio: 'inherit' });
	if (error) throw error;
	if (code !== 0) throw new Error(`${command} ended with ${String(code)}`);
}
