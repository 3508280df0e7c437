import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packFolder } from '../support/packExtension.ts';
import { openWorkbench, quickInput, quickPickRows, runCommand } from '../support/editor/workbench.ts';
import { copySampleWorkspace } from '../support/sampleWorkspace.ts';
import { alternate, type BenchResult } from './benchResult.ts';
import { emptyNames, packEmptyExtension, wordId } from './emptyExtension.ts';

const rounds = 15;
const longestMs = 30_000;

/**
 * The comparison of the whole catalog in a real VS Code, from the key that runs its command to rows on the screen, against a
 * page of one word that an extension with nothing else opens in the same window. Both are installed packages, and each was opened once before.
 */
export async function benchPanelInEditor(): Promise<readonly BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-bench-'));
	const sample = copySampleWorkspace();
	try {
		const empty = packEmptyExtension(folder, 'empty');
		const vsix = join(folder, 'ours.vsix');
		packFolder('.', vsix);
		const workbench = await openWorkbench({ folder: sample.folder, vsix, besides: [empty] });
		try {
			return await measure(workbench.page);
		} finally {
			await workbench.close();
		}
	} finally {
		sample.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function measure(page: Page): Promise<readonly BenchResult[]> {
	await page.addInitScript({ content: paintWatch });
	await runCommand(page, emptyNames('empty').activate); // the palette knows the commands of extensions by then
	await page.waitForTimeout(5000); // until what starts with the editor is done
	const ours = (): Promise<number> => openingTime(page, 'Model Scout: Compare Models');
	const theirs = (): Promise<number> => openingTime(page, emptyNames('empty').page);
	const [first, firstTheirs] = [await ours(), await theirs()];
	const times = await alternate(rounds, ours, theirs);
	const peer = 'page of one word';
	return [
		{ what: 'command to rows in the editor', ...times, peer, gate: { kind: 'over', max: 100 } },
		{ what: 'the first time, with loading', ours: first, peer, theirs: firstTheirs },
	];
}

/**
 * In the frame that the editor puts round a page: sets `paintedAt`, in ms since 1970, in the frame after the one in which what is
 * waited for is there and to be seen. The editor names a page active when it shows it.
 */
const paintWatch = `
	const isDrawn = () => {
		const page = document.querySelector('iframe#active-frame');
		return !!page?.contentDocument?.querySelector('[role=row] [role=gridcell], #${wordId}');
	};
	const watch = () => {
		if (!isDrawn()) return void requestAnimationFrame(watch);
		requestAnimationFrame(() => { window.paintedAt = performance.timeOrigin + performance.now(); });
	};
	if (window !== top && parent === top) watch();
`;

/** In ms, from the press of the key in the palette. The page is closed again. */
async function openingTime(page: Page, command: string): Promise<number> {
	await page.keyboard.press('F1');
	await quickInput(page).fill(`>${command}`);
	await quickPickRows(page).filter({ hasText: command }).first().waitFor();
	await page.evaluate(`addEventListener(
		'keydown',
		() => { window.pressedAt = performance.timeOrigin + performance.now(); },
		{ capture: true, once: true },
	)`);
	await page.keyboard.press('Enter');
	const paintedAt = await firstPaint(page);
	const pressedAt = Number(await page.evaluate('window.pressedAt'));
	await runCommand(page, 'View: Close Editor');
	await page.locator('iframe.webview').waitFor({ state: 'detached' });
	await page.waitForTimeout(500); // until the editor is at rest
	return paintedAt - pressedAt;
}

async function firstPaint(page: Page): Promise<number> {
	const until = Date.now() + longestMs;
	while (Date.now() < until) {
		for (const frame of page.frames().slice(1)) {
			const at: unknown = await frame
				.evaluate((): unknown => Reflect.get(globalThis, 'paintedAt')) // a text would be refused by the policy
				.catch(() => undefined); // the frame may be gone by now
			if (typeof at === 'number') return at;
		}
		await page.waitForTimeout(20);
	}
	throw new Error('the page shows nothing');
}
