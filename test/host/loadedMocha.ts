import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';

/** Every `*.test.mjs` below a folder, given by its absolute path, ready to run. */
export async function loadedMocha(folder: string, timeoutMs: number): Promise<Mocha> {
	const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, forbidOnly: true, forbidPending: true });
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		if (name.endsWith('.test.mjs')) await import(pathToFileURL(join(folder, name)).href);
	}
	return mocha;
}
