// What the extension host of a Node build runs: every file of `suite`, found by pattern.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { reportRun } from './reportRun.ts';

export async function run(): Promise<void> {
	const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, forbidPending: true });
	const folder = join(dirname(fileURLToPath(import.meta.url)), 'suite');
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		if (name.endsWith('.test.mjs')) await import(pathToFileURL(join(folder, name)).href);
	}
	await reportRun(mocha);
}
