import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { collectRun } from '../host/reportRun.ts';
import { type Counts, printReport } from './counts.ts';

/** Runs every `*.test.mjs` below a folder in this process, and prints what failed. */
export async function runMocha(title: string, folder: string, timeoutMs = 60_000): Promise<Counts> {
	const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, forbidOnly: true, forbidPending: true });
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		if (name.endsWith('.test.mjs')) await import(pathToFileURL(resolve(join(folder, name))).href);
	}
	return printReport(title, await collectRun(mocha, 'dot'));
}
