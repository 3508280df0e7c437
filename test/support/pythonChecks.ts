// Parses every snippet, runs those of PyTorch's libraries, counts the networks of which we count the cost, and runs the code that we write of them, in a virtual environment that it makes on the first run.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const environment = resolve('.venv', 'python');
const requirements = join('test', 'python', 'requirements.txt');
const installed = join(environment, 'installed-requirements.txt');
const snippets = resolve('out', 'snippets.jsonl');
const networks = resolve('out', 'networks.jsonl');
const onnxFiles = resolve('out', 'onnx');
/** The files of a part are there at a time, half a gigabyte. */
const onnxParts = 6;
const architectures = resolve('out', 'architectures.jsonl');

const python =
	process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');

if (!isInstalled()) install();
mkdirSync('out', { recursive: true });
run(process.execPath, [resolve('out', 'test', 'support', 'dumpSnippets.mjs'), snippets]);
run(python, [join('test', 'python', 'check_inserted.py'), join('test', 'fixtures', 'inserted')]);
run(process.execPath, [resolve('out', 'test', 'support', 'dumpNetworks.mjs'), networks]);
run(python, [join('test', 'python', 'check_costs.py'), networks]);
run(process.execPath, [resolve('out', 'test', 'support', 'dumpArchitectures.mjs'), architectures]);
run(python, [join('test', 'python', 'check_modules.py'), architectures]);
for (let part = 0; part < onnxParts; part++) {
	const share = [String(part), String(onnxParts)];
	run(process.execPath, [resolve('out', 'test', 'support', 'dumpOnnx.mjs'), onnxFiles, ...share]);
	run(python, [join('test', 'python', 'check_onnx.py'), onnxFiles]);
}
const { status } = spawnSync(python, [join('test', 'python', 'check_snippets.py'), snippets], { stdio: 'inherit' });
process.exitCode = status ?? 1;

/** The copy of the requirements is written last, so that an install that was cut short is done again. */
function isInstalled(): boolean {
	return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(requirements, 'utf8');
}

function install(): void {
	if (!existsSync(python)) run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', environment]);
	run(python, ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', requirements]);
	copyFileSync(requirements, installed);
}

function run(command: string, args: readonly string[]): void {
	const { status: code, error } = spawnSync(command, args, { stdio: 'inherit' });
	if (error) throw error;
	if (code !== 0) throw new Error(`${command} ended with ${String(code)}`);
}
