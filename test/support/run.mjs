// Runs one of the project's own scripts on a fresh clone: installs what is missing, builds, and hands over.
// Usage: node test/support/run.mjs SCRIPT [ARG …], where SCRIPT is a file of this folder without its ending.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [name, ...args] = process.argv.slice(2);
const script = resolve('out', 'test', 'support', `${name}.mjs`);

requireNode(20, 19);
if (installIsStale()) run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund']);
run(process.execPath, ['esbuild.mjs']);
run(process.execPath, ['esbuild.mjs', '--tests']);

// In this process, so that Ctrl+C and other signals reach the script itself.
process.argv = [process.execPath, script, ...args];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(script).href);

function requireNode(major, minor) {
	const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number);
	if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
	process.stderr.write(`Node ${major}.${minor} or newer is needed; this is ${process.versions.node}.\n`);
	process.exit(1);
}

/** npm writes its own lock into node_modules last, so an older one means an install of another state. */
function installIsStale() {
	const installed = 'node_modules/.package-lock.json';
	return !existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs;
}

function run(command, commandArgs) {
	const { status, error } = spawnSync(command, commandArgs, { stdio: 'inherit', shell: command.endsWith('.cmd') });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
