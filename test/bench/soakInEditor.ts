import type { CDPSession, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { copySampleWorkspace } from '../support/sampleWorkspace.ts';
import type { BenchResult } from './benchResult.ts';
import { soakCycles, warmUpCycles } from './soakCycles.ts';
import { timesMark } from './timesMark.ts';

const longestMs = 30 * 60_000;

interface Held {
	/** Of the extension host, in MB. */
	readonly host: number;
	/** Of the window and the pages in it, in MB. */
	readonly window: number;
	/** Pages that are in the window though none is open. */
	readonly pages: number;
}

/**
 * What a real VS Code holds after the comparison was opened and closed many times, against what it held after the first of
 * these. The memory is that after a collection of garbage.
 */
export async function benchSoakInEditor(): Promise<readonly BenchResult[]> {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder, tests: 'out/test/bench/measureSoak.mjs' });
	try {
		const session = await workbench.page.context().newCDPSession(workbench.page);
		const before = await heldAfter(workbench, session, 1);
		const after = await heldAfter(workbench, session, 2);
		const peer = `after ${String(warmUpCycles)}`;
		const what = `after ${String(soakCycles)} openings more`;
		const gate = { kind: 'ratio', max: 1.05 } as const;
		return [
			{ what: `memory of the host ${what}`, ours: after.host, unit: 'MB', peer, theirs: before.host, gate },
			{ what: `memory of the window ${what}`, ours: after.window, unit: 'MB', peer, theirs: before.window, gate },
			{ what: `pages left ${what}`, ours: after.pages, unit: '', peer: 'none', gate: { kind: 'time', max: 0 } },
		];
	} finally {
		await workbench.close();
		sample.remove();
	}
}

/** @param count of the lines that the extension host has printed then. */
async function heldAfter({ page, log }: Workbench, session: CDPSession, count: number): Promise<Held> {
	for (let waited = 0; waited < longestMs; waited += 100) {
		const line = log.filter(printed => printed.includes(timesMark))[count - 1];
		if (line !== undefined) {
			const host = Number(line.slice(line.indexOf(timesMark) + timesMark.length));
			return { host, window: await windowMegabytes(session), pages: pagesIn(page) };
		}
		await page.waitForTimeout(100);
	}
	throw new Error(`the openings did not end: ${log.slice(-5).join('\n')}`);
}

async function windowMegabytes(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	const usage = await session.send('Runtime.getHeapUsage');
	return (usage.usedSize + usage.backingStorageSize) / 1e6;
}

function pagesIn(page: Page): number {
	return page.frames().filter(frame => frame.url().includes('fake.html')).length;
}
