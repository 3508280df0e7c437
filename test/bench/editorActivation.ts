import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { containerIcon } from '../support/editor/familyTree.ts';
import { openWorkbench, runCommand } from '../support/editor/workbench.ts';
import { copySampleWorkspace } from '../support/sampleWorkspace.ts';
import { median, type BenchResult } from './benchResult.ts';
import { emptyNames, packEmptyExtension } from './emptyExtension.ts';
import { packWithoutLanguages } from './ownPackage.ts';

const rounds = 5;

interface Activation {
	/** In ms, as the editor states it. */
	readonly load: number;
	readonly activate: number;
}

/**
 * Activation inside a real VS Code, against an extension that holds nothing and is built the same way. The editor's own
 * report is read; it counts in whole milliseconds. Each is activated by the opening of its tree, a third extension before both, so
 * that neither pays for the first module and the first tree.
 */
export async function benchEditorActivation(): Promise<readonly BenchResult[]> {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-bench-'));
	try {
		const besides = ['first', 'empty'].map(name => packEmptyExtension(folder, name));
		const vsix = packWithoutLanguages(folder);
		const ours: Activation[] = [];
		const empty: Activation[] = [];
		for (let round = 0; round < rounds; round++) {
			const report = await reportOfOneStart(vsix, besides, round % 2 === 0);
			ours.push(activationIn(report, 'model-scout.model-scout'));
			empty.push(activationIn(report, 'bench.empty'));
		}
		const [load, loadEmpty] = [ours, empty].map(all => median(all.map(each => each.load)));
		return [
			{
				what: 'load code in the editor',
				ours: load ?? NaN,
				peer: 'empty extension',
				theirs: loadEmpty ?? NaN,
				gate: { kind: 'ratio', max: 3 },
			},
			{
				what: 'activate() in the editor',
				ours: median(ours.map(each => each.activate)),
				peer: 'no wait',
				gate: { kind: 'time', max: 5 },
			},
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function reportOfOneStart(vsix: string, besides: readonly string[], oursFirst: boolean): Promise<string> {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder, vsix, besides });
	const { page } = workbench;
	try {
		await page.waitForTimeout(5000); // until what starts with the editor is done
		const [first, empty] = [emptyNames('first').container, emptyNames('empty').container];
		for (const container of oursFirst ? [first, 'Model Scout', empty] : [first, empty, 'Model Scout']) {
			await containerIcon(page, container).click();
			await page.waitForTimeout(1000);
		}
		return await performanceReport(page, ['model-scout.model-scout', 'bench.empty']);
	} finally {
		await workbench.close();
		sample.remove();
	}
}

/** The editor fills its report bit by bit, so it is read until it names the extensions. */
async function performanceReport(page: Page, ids: readonly string[]): Promise<string> {
	await runCommand(page, 'Developer: Startup Performance');
	await page.locator('.tab.active').filter({ hasText: 'Startup Performance' }).waitFor();
	const lines = page.locator('.editor-instance .view-lines').first();
	await lines.filter({ hasText: 'System Info' }).waitFor();
	let report = '';
	for (let tries = 0; tries < 20 && !ids.every(id => activationRow(report, id)); tries++) {
		await page.waitForTimeout(500);
		await lines.click();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.press('ControlOrMeta+C');
		await page.waitForTimeout(500);
		report = await page.evaluate('navigator.clipboard.readText()').then(String);
	}
	return report;
}

/** `| model-scout.model-scout | false | 14 | 3 | 0 | onView:… | … |` */
function activationRow(report: string, id: string): string | undefined {
	return report.split('\n').find(line => line.includes(`| ${id} `) && line.split('|').length > 7);
}

function activationIn(report: string, id: string): Activation {
	const [load, activate] = activationRow(report, id)?.split('|').slice(3, 5).map(Number) ?? [];
	if (load === undefined || activate === undefined)
		throw new Error(`no activation of ${id} in the report:\n${report}`);
	return { load, activate };
}
