// Takes the pictures of the README from the real editor. Usage: npm run screenshots
import type { Page } from 'playwright-core';
import { modelRow, openFamily, showModelScout } from './editor/familyTree.ts';
import {
	openFile,
	openWorkbench,
	quickInput,
	quickPickRows,
	runCommand,
	webviewFrame,
	type Workbench,
} from './editor/workbench.ts';
import { copySampleWorkspace } from './sampleWorkspace.ts';

const sample = copySampleWorkspace();
const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
const size = { width: 1200, height: 760 };
const workbench: Workbench = await openWorkbench({ folder: sample.folder, settings, size });
try {
	await takePictures(workbench.page);
} finally {
	await workbench.close();
	sample.remove();
}

async function takePictures(page: Page): Promise<void> {
	await openFile(page, 'train.py');
	await page.keyboard.press('Control+End');
	await showModelScout(page);
	await openFamily(page, 'MobileNetV3');
	await widenSideBar(page, 120);
	await modelRow(page, 'MobileNetV3-Large 1.0').hover({ position: { x: 330, y: 10 } });
	await page.locator('.monaco-hover .rendered-markdown', { hasText: 'top-1' }).waitFor();
	await settle(page);
	await page.screenshot({ path: 'media/readme/tree.png' });

	await page.mouse.move(900, 600);
	await runCommand(page, 'Model Scout: Pick Model Under Budget…');
	await quickInput(page).fill('≤300M, 60ms@pixel-1');
	await page.keyboard.press('Enter');
	await quickPickRows(page).filter({ hasText: 'MnasNet' }).first().waitFor();
	await settle(page);
	await page.screenshot({ path: 'media/readme/pick.png' });
	await page.keyboard.press('Escape');

	await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
	await runCommand(page, 'Model Scout: Compare Models');
	const frame = await webviewFrame(page);
	await frame.locator('[role="row"]').nth(5).waitFor();
	await frame.locator('.budget').first().click();
	await page.keyboard.type('600M');
	await page.keyboard.press('Enter');
	await frame.locator('button.verdict.meets').click();
	await settle(page);
	await page.screenshot({ path: 'media/readme/comparison.png' });
}

async function widenSideBar(page: Page, px: number): Promise<void> {
	const box = await page.locator('.part.sidebar').boundingBox();
	if (!box) throw new Error('the side bar is closed');
	const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
	await page.mouse.move(edge, middle);
	await page.mouse.down();
	await page.mouse.move(edge + px, middle, { steps: 5 });
	await page.mouse.up();
}

/** Widgets of the editor fade in. */
async function settle(page: Page): Promise<void> {
	await page.waitForTimeout(1000);
}
