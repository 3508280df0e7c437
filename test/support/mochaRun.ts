import { resolve } from 'node:path';
import { loadedMocha } from '../host/loadedMocha.ts';
import { collectRun } from '../host/reportRun.ts';
import { type Counts, printReport } from './counts.ts';

/** Runs every `*.test.mjs` below a folder in this process, and prints what failed. */
export async function runMocha(title: string, folder: string, timeoutMs = 60_000): Promise<Counts> {
	const mocha = await loadedMocha(resolve(folder), timeoutMs);
	return printReport(title, await collectRun(mocha, 'dot'));
}
