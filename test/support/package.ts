// Packages the extension and checks the package: sizes, list of files, and that it works once installed.
// Usage: package [--update] (writes the golden list of files anew)
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Counts } from './counts.ts';
import { packExtension, vsce } from './packExtension.ts';
import { smokeTestPackage } from './packageSmoke.ts';

const vsix = 'out/model-scout.vsix';
const goldenList = 'test/fixtures/vsix-files.txt';

/** Limits in bytes, from the speed goals: what loads at activation, what a page loads, what is downloaded. */
const limits: readonly { readonly title: string; readonly bytes: () => number; readonly max: number }[] = [
	{ title: 'loaded at activation', bytes: () => sizeWithImports('dist/extension.mjs'), max: 60_000 },
	{ title: 'page', bytes: () => sizeOf('dist/page/page.js'), max: 260_000 },
	{ title: 'page, compressed', bytes: () => gzipSync(readFileSync('dist/page/page.js')).length, max: 75_000 },
	// Was 350,000 before names in code were understood and networks counted: the host of a browser takes one file, so all of that is in it.
	{ title: 'web host', bytes: () => sizeOf('dist/web/extension.js'), max: 520_000 },
	{ title: 'package', bytes: () => sizeOf(vsix), max: 2_000_000 },
];

let passed = 0;
let failed = 0;

pack();
for (const { title, bytes, max } of limits) {
	report(bytes() <= max, `${title}: ${String(bytes())} bytes, limit ${String(max)}`);
}
report(listIsGolden(), `list of files as in ${goldenList}`);
const smoke: Counts = await smokeTestPackage(vsix);
passed += smoke.passed;
failed += smoke.failed;
process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function report(ok: boolean, text: string): void {
	process.stdout.write(`${ok ? '✓' : '✗'} ${text}\n`);
	if (ok) passed += 1;
	else failed += 1;
}

function sizeOf(file: string): number {
	return statSync(file).size;
}

/** Size of a bundled module together with all that it imports at once; what it imports on use is left out. */
function sizeWithImports(file: string, counted = new Set<string>()): number {
	if (counted.has(file)) return 0;
	counted.add(file);
	const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)];
	const sizes = imports.map(([, path = '']) => sizeWithImports(join(dirname(file), path), counted));
	return sizes.reduce((sum, size) => sum + size, sizeOf(file));
}

/** A warning of the packager is a fault: each is about something that users or the marketplace will see. */
function pack(): void {
	const { status, stdout, stderr } = packExtension(vsix);
	process.stdout.write(stdout + stderr);
	report(status === 0 && !/warning/i.test(stdout + stderr), 'packages without a warning');
}

function listIsGolden(): boolean {
	// The hash in the name of a chunk changes with its content.
	const listed = vsce(['ls', '--no-dependencies']).stdout.replace(/-[A-Z0-9]{8}\.mjs$/gm, '-*.mjs');
	const files = listed.split('\n').filter(line => /^[\w.-]+(\/|$)/.test(line));
	const list = `${[...new Set(files)].sort().join('\n')}\n`;
	if (process.argv.includes('--update')) writeFileSync(goldenList, list);
	const golden = readFileSync(goldenList, 'utf8');
	if (list !== golden) process.stdout.write(`The package holds:\n${list}`);
	return list === golden;
}
