import { shippedData } from './shippedData.ts';
import type { Page } from 'playwright-core';
import { type Counts } from './counts.ts';
import { familyRows, showModelScout } from './editor/familyTree.ts';
import { openFile, openWorkbench, quickInput, quickPickRows, runCommand } from './editor/workbench.ts';
import { copySampleWorkspace } from './sampleWorkspace.ts';

/** Installs a package into an editor that knows nothing of the checkout, and does the main job in it. */
export async function smokeTestPackage(vsix: string): Promise<Counts> {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder, vsix });
	try {
		await showModelScout(workbench.page);
		const families = await familyRows(workbench.page);
		if (families.length !== shippedData().families.length)
			throw new Error(`the installed package shows ${String(families.length)} families`);
		await insertPickedModel(workbench.page);
		process.stdout.write('✓ installed package: browses, picks and inserts\n');
		return { passed: 1, failed: 0 };
	} catch (error) {
		await workbench.page.screenshot({ path: 'out/package-smoke.png' });
		process.stdout.write(`✗ installed package: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
		return { passed: 0, failed: 1 };
	} finally {
		await workbench.close();
		sample.remove();
	}
}

/** Picks under 300 M MACs and inserts the first answer into a Python file, by keyboard alone. */
async function insertPickedModel(page: Page): Promise<void> {
	await openFile(page, 'train.py');
	await page.keyboard.press('Control+End');
	await runCommand(page, 'Model Scout: Pick Model Under Budget…');
	await quickInput(page).fill('≤300M');
	await page.keyboard.press('Enter');
	await quickPickRows(page).filter({ hasText: 'MobileNet' }).first().waitFor();
	await page.keyboard.press('Enter');
	await quickPickRows(page).filter({ hasText: 'Insert' }).first().waitFor();
	await page.keyboard.press('Enter');
	await quickPickRows(page).filter({ hasText: 'timm' }).first().click();
	await page.locator('.view-line').filter({ hasText: 'create_model(' }).nth(1).waitFor({ timeout: 10_000 });
}
