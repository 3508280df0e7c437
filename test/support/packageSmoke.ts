import { shippedData } from './shippedData.ts';
import type { Page } from 'playwright-core';
import { type Counts } from './counts.ts';
import { familyRows, showModelScout } from './editor/familyTree.ts';
import { chooseRow, openFile, openWorkbench, quickInput, runCommand } from './editor/workbench.ts';
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
		process.stdout.write(`${await shownText(workbench.page)}\n`);
		return { passed: 0, failed: 1 };
	} finally {
		await workbench.close();
		sample.remove();
	}
}

/** Picks under 300 M MACs and inserts an answer into a Python file, by keyboard alone. */
async function insertPickedModel(page: Page): Promise<void> {
	await openFile(page, 'train.py');
	await page.keyboard.press('Control+End');
	await runCommand(page, 'Model Scout: Pick Model Under Budget…');
	await quickInput(page).fill('≤300M');
	await page.keyboard.press('Enter');
	await chooseRow(page, 'MobileNetV3-Large 1.0');
	await chooseRow(page, 'Insert Snippet…');
	await chooseRow(page, 'Load with timm');
	await page.locator('.view-line').filter({ hasText: 'create_model("mobilenetv3_large_100' }).waitFor();
}

/** What a person would read in the editor: where a picture of a failure cannot be seen, its text can. */
async function shownText(page: Page): Promise<string> {
	const parts = page.locator('.quick-input-widget, .notifications-toasts, .editor-instance');
	return (await parts.allInnerTexts()).join('\n').slice(0, 3000);
}
