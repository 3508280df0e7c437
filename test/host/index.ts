// What the extension host of a Node build runs: every file of `suite`, found by pattern.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadedMocha } from './loadedMocha.ts';
import { reportRun } from './reportRun.ts';

export async function run(): Promise<void> {
	const folder = join(dirname(fileURLToPath(import.meta.url)), 'suite');
	await reportRun(await loadedMocha(folder, 30_000));
}
