// Runs every snippet that the catalog offers against the libraries, and writes what came of each to data/reports/verified-snippets.tsv.
// What was run before with the same text and versions is kept. Usage: verifySnippets [--again] [--only FRAMEWORK]
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pythonWithLibraries, run } from './pythonEnvironment.ts';

const snippets = resolve('out', 'snippets.jsonl');
const report = join('data', 'reports', 'verified-snippets.tsv');
const script = join('test', 'python', 'verify_snippets.py');

mkdirSync('out', { recursive: true });
run(process.execPath, [resolve('out', 'test', 'support', 'dumpSnippets.mjs'), snippets]);
const { status } = spawnSync(pythonWithLibraries(), [script, snippets, report, ...process.argv.slice(2)], {
	stdio: 'inherit',
});
process.exitCode = status ?? 1;
