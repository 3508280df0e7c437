import type { ServerVersion } from './editor/install.ts';
import { openWorkbench, type Workbench } from './editor/workbench.ts';
import { runInWebHost } from './editor/webBuild.ts';
import { copySampleWorkspace } from './sampleWorkspace.ts';
import { resultMark } from '../host/reportRun.ts';
import { addCounts, type Counts, noCounts, parseReport, printReport } from './counts.ts';

const timeoutMs = 8 * 60_000;

export type TrustMode = 'trusted' | 'restricted';

/** Runs the host suite in a real VS Code server, once in each mode. */
export async function runHostSuite(version: ServerVersion, modes: readonly TrustMode[]): Promise<Counts> {
	let counts = noCounts;
	for (const mode of modes) {
		const sample = copySampleWorkspace();
		const workbench = await openWorkbench({
			folder: sample.folder,
			version,
			restricted: mode === 'restricted',
			tests: 'out/test/host/index.mjs',
		});
		try {
			counts = addCounts(counts, await finishedRun(workbench, `host suite, ${mode}, VS Code ${version.vscode}`));
		} finally {
			await workbench.close();
			sample.remove();
		}
	}
	return counts;
}

/** Runs the part of the suite that needs no Node in the extension host of a browser. */
export async function runWebSuite(): Promise<Counts> {
	const sample = copySampleWorkspace();
	try {
		const { log, exitCode } = await runInWebHost(sample.folder, 'out/test/host/web/runTests.js');
		return reportOf('host suite, in a browser', log, exitCode);
	} finally {
		sample.remove();
	}
}

async function finishedRun(workbench: Workbench, title: string): Promise<Counts> {
	const timeout = new Promise<number>(done => setTimeout(done, timeoutMs, -1).unref());
	return reportOf(title, workbench.log, await Promise.race([workbench.exitCode, timeout]));
}

function reportOf(title: string, log: readonly string[], code: number): Counts {
	const line = log.findLast(printed => printed.includes(resultMark));
	if (line === undefined) {
		const tail = log.slice(-20).join('\n');
		throw new Error(`${title}: no result (exit code ${String(code)}). The host printed last:\n${tail}`);
	}
	return printReport(title, parseReport(line.slice(line.indexOf(resultMark) + resultMark.length)));
}
