import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { containerIcon } from '../support/editor/familyTree.ts';
import { openWorkbench } from '../support/editor/workbench.ts';
import { copySampleWorkspace } from '../support/sampleWorkspace.ts';
import { median, type BenchResult } from './benchResult.ts';
import { emptyNames, packEmptyExtension } from './emptyExtension.ts';
import { packWithoutLanguages } from './ownPackage.ts';

const rounds = 9;

interface View {
	/** Title of its container in the activity bar. */
	readonly container: string;
	/** Label of a row that it shows at once. */
	readonly row: string;
}

const oursView: View = { container: 'Model Scout', row: 'Classification' };

/**
 * The first opening of the tree in a real VS Code, from the press of the mouse on its icon to its rows on the screen, so with
 * loading the extension and the catalog; against an extension whose tree is one row. Both are installed packages. A third one is opened before both.
 */
export async function benchEditorTree(): Promise<readonly BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-bench-'));
	try {
		const besides = ['first', 'empty'].map(name => packEmptyExtension(folder, name));
		const vsix = packWithoutLanguages(folder);
		const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
		for (let round = 0; round < rounds; round++) {
			const { ours, theirs } = await timesOfOneStart(vsix, besides, round % 2 === 0);
			times.ours.push(ours);
			times.theirs.push(theirs);
		}
		const gate = { kind: 'over', max: 100 } as const;
		return [
			{
				what: 'first opening of the tree',
				ours: median(times.ours),
				peer: 'tree of one row',
				theirs: median(times.theirs),
				gate,
			},
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function timesOfOneStart(
	vsix: string,
	besides: readonly string[],
	oursFirst: boolean,
): Promise<{ readonly ours: number; readonly theirs: number }> {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder, vsix, besides });
	const { page } = workbench;
	try {
		await page.waitForTimeout(5000); // until what starts with the editor is done
		await openingTime(page, emptyNames('first'));
		if (oursFirst) {
			const ours = await openingTime(page, oursView);
			return { ours, theirs: await openingTime(page, emptyNames('empty')) };
		}
		const theirs = await openingTime(page, emptyNames('empty'));
		return { ours: await openingTime(page, oursView), theirs };
	} finally {
		await workbench.close();
		sample.remove();
	}
}

/** From the press of the mouse to the frame after the one in which the row is there, in ms. */
async function openingTime(page: Page, { container, row }: View): Promise<number> {
	await page.evaluate(`
		window.paintedAfter = undefined;
		const isDrawn = () => [...document.querySelectorAll('.sidebar .monaco-list-row .label-name')].some(
			label => label.textContent === ${JSON.stringify(row)},
		);
		addEventListener('mousedown', () => {
			const start = performance.now();
			const watch = () => {
				if (!isDrawn()) return void requestAnimationFrame(watch);
				requestAnimationFrame(() => { window.paintedAfter = performance.now() - start; });
			};
			watch();
		}, { capture: true, once: true });
	`);
	await containerIcon(page, container).click();
	const ms: unknown = await page.waitForFunction('window.paintedAfter').then(handle => handle.jsonValue());
	if (typeof ms !== 'number') throw new Error(`the view ${container} did not open`);
	return ms;
}
