// What the extension host of a browser runs: every `*.web.test.ts` of the suite, bundled into this one file.
import 'mocha/mocha.js';
import { reportRun } from '../reportRun.ts';

mocha.setup({ ui: 'bdd', timeout: 30_000 });

export async function run(): Promise<void> {
	await import('virtual:web-suite');
	await reportRun(mocha);
}
