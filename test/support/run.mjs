// Runs one of the project's own scripts on a fresh clone: installs what is missing, builds, and hands over.
// Usage: node test/support/run.mjs SCRIPT [ARG …], where SCRIPT is a file of this folder without its ending.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const [script, ...args] = process.argv.slice(2);
const node = process.execPath;

if (installIsStale()) run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund']);
run(node, ['esbuild.mjs']);
run(node, ['esbuild.mjs', '--tests']);
run(node, ['--enable-source-maps', `out/test/support/${script}.mjs`, ...args]);

/** npm writes its own lock into node_modules last, so an older one means an install of another state. */
function installIsStale() {
	const installed = 'node_modules/.package-lock.json';
	return !existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs;
}

function run(command, commandArgs) {
	const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
	const { status, error } = spawnSync(command, commandArgs, { stdio: 'inherit', env });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}
