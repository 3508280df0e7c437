// Parses every snippet, runs a hundred of all libraries and conversions between them afresh, counts the networks of which we count the cost, runs the code that we write of them,
// and checks all Python of the libraries, in a virtual environment that it makes on the first run.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pythonWithLibraries, run } from './pythonEnvironment.ts';

const snippets = resolve('out', 'snippets.jsonl');
const networks = resolve('out', 'networks.jsonl');
const onnxFiles = resolve('out', 'onnx');
/** The files of a part are there at a time, half a gigabyte. */
const onnxParts = 6;
const architectures = resolve('out', 'architectures.jsonl');

const python = pythonWithLibraries();
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
const report = join('data', 'reports', 'verified-snippets.tsv');
run(python, [join('test', 'python', 'verify_snippets.py'), snippets, report, '--sample', '100']);
const conversions = resolve('out', 'conversions.jsonl');
run(process.execPath, [resolve('out', 'test', 'support', 'dumpConversions.mjs'), conversions]);
run(python, [join('test', 'python', 'check_conversions.py'), conversions]);
run(process.execPath, [resolve('out', 'test', 'support', 'checkInstalled.mjs')]);
const { status } = spawnSync(python, [join('test', 'python', 'check_snippets.py'), snippets], { stdio: 'inherit' });
process.exitCode = status ?? 1;
