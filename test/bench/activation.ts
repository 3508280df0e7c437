import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alternate, type BenchResult } from './benchResult.ts';
import { loadTime } from './freshProcess.ts';

/**
 * Loading the code of the extension, as its host does at activation, against an extension that holds nothing. Plain Node
 * stands in for the host, and a module with the names of the editor's classes for its API.
 */
export async function benchActivation(): Promise<readonly BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-bench-'));
	const urlOf = (file: string): string => pathToFileURL(join(folder, file)).href;
	try {
		writeFileSync(join(folder, 'empty.mjs'), 'export function activate() {}\n');
		cpSync('dist/extension.mjs', join(folder, 'extension.mjs'));
		cpSync('dist/chunks', join(folder, 'chunks'), { recursive: true });
		writeApiStandIn(folder);
		const { ours, theirs } = await alternate(
			15,
			() => loadTime(urlOf('extension.mjs'), urlOf('loader.mjs')),
			() => loadTime(urlOf('empty.mjs'), urlOf('loader.mjs')),
		);
		const gate = { kind: 'ratio', max: 3 } as const;
		return [{ what: 'load code at activation', ours, peer: 'empty extension', theirs, gate }];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A package `vscode` with every value that the API declares, each an empty class, and a module that loads it first. */
function writeApiStandIn(folder: string): void {
	const declared = readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
	const values = declared.matchAll(/^\texport (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm);
	const names = new Set([...values].map(([, name = '']) => name));
	const api = join(folder, 'node_modules', 'vscode');
	mkdirSync(api, { recursive: true });
	writeFileSync(join(api, 'package.json'), '{ "type": "module", "main": "api.js" }');
	writeFileSync(join(api, 'api.js'), [...names].map(name => `export class ${name} {}\n`).join(''));
	writeFileSync(join(folder, 'loader.mjs'), "import 'vscode';\n");
}
