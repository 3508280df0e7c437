// `npm test`: everything, in the order in which a fault is found soonest. Stops at the first part that fails.
import { spawnSync } from 'node:child_process';
import { newestVersion } from './editor/install.ts';
import { addCounts, type Counts, noCounts } from './counts.ts';
import { runHostSuite, runWebSuite } from './hostSuite.ts';
import { runMocha } from './mochaRun.ts';

const node = process.execPath;

/** A check that only passes or fails, as one of the counted. */
function check(title: string, command: string, args: readonly string[]): Counts {
	const { status } = spawnSync(command, args, { stdio: 'inherit' });
	process.stdout.write(`${title}: ${status === 0 ? 'passed' : 'failed'}\n`);
	return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const tsc = 'node_modules/typescript/bin/tsc';

const parts: readonly (() => Counts | Promise<Counts>)[] = [
	() => check('types of core and host', node, [tsc, '-p', '.']),
	() => check('types of the page', node, [tsc, '-p', 'src/webview']),
	() => check('types of the tests', node, [tsc, '-p', 'test']),
	() => check('types of the page tests', node, [tsc, '-p', 'test/page']),
	() => check('lint', node, ['node_modules/eslint/bin/eslint.js', '.']),
	() => check('format', node, ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
	() => runMocha('unit', 'out/test/unit'),
	() => runMocha('page in Chromium', 'out/test/page'),
	() => runHostSuite(newestVersion, ['trusted', 'restricted']),
	() => runWebSuite(),
	() => runMocha('editor driven from outside', 'out/test/host/ui', 180_000),
];

let counts = noCounts;
for (const part of parts) {
	counts = addCounts(counts, await part());
	if (counts.failed > 0) break;
}
process.stdout.write(`${String(counts.passed)} passed, ${String(counts.failed)} failed\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;
