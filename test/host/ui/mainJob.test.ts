import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { familyRows, modelRow, openFamily, showModelScout } from '../../support/editor/familyTree.ts';
import {
	chooseRow,
	openFile,
	openWorkbench,
	quickInput,
	quickPickRows,
	runCommand,
	savedText,
	webviewFrame,
	type Workbench,
} from '../../support/editor/workbench.ts';
import { copySampleWorkspace } from '../../support/sampleWorkspace.ts';
import { shippedData } from '../../support/shippedData.ts';

const sample = copySampleWorkspace();
let workbench: Workbench;
let page: Page;

before(async () => {
	workbench = await openWorkbench({ folder: sample.folder });
	page = workbench.page;
});

after(async () => {
	await workbench.close();
	sample.remove();
});

/** Goes back from field to field until one is reached. */
async function goBackTo(frame: Frame, field: string): Promise<void> {
	for (let step = 0; step < 20; step += 1) {
		await page.keyboard.press('Shift+Tab');
		if ((await frame.locator(field).count()) > 0) return;
	}
	throw new Error(`no ${field} within 20 steps`);
}

/** By keyboard from the table. A command that ends just now may take the keyboard back once more. */
async function goToFilter(frame: Frame): Promise<void> {
	const filter = frame.locator('vscode-textfield.filter:focus-within');
	for (let attempt = 0; attempt < 20 && (await filter.count()) === 0; attempt++) {
		await page.waitForTimeout(250);
		await frame.locator('[role="grid"]').focus();
		await page.keyboard.press('/');
	}
	await filter.waitFor();
}

it('shows every family of the catalog in the tree', async () => {
	await showModelScout(page);
	assert.equal((await familyRows(page)).length, shippedData().families.length);
});

it('picks under a budget and inserts the answer by keyboard alone, and one undo takes it back', async () => {
	await openFile(page, 'train.py');
	const before = await savedText(page, sample.folder, 'train.py');
	await page.keyboard.press('Control+End');
	await runCommand(page, 'Model Scout: Pick Model Under Budget…');
	await quickInput(page).fill('≤300M');
	await page.keyboard.press('Enter');
	await chooseRow(page, 'MobileNetV3-Large 1.0');
	await chooseRow(page, 'Insert Snippet…');
	await chooseRow(page, 'Load with timm');
	await page.locator('.view-line').filter({ hasText: 'create_model("mobilenetv3_large_100' }).waitFor();
	const inserted = await savedText(page, sample.folder, 'train.py');
	assert.match(inserted, /model = timm\.create_model\("mobilenetv3_large_100[.\w]*", pretrained=True\)/);
	assert.equal(inserted.match(/^import timm$/gm)?.length, 1, 'the import that stood there is not repeated');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+Z');
	assert.equal(await savedText(page, sample.folder, 'train.py'), before);
});

it('completes an unfinished device, and offers MACs where none is meant', async () => {
	await runCommand(page, 'Model Scout: Pick Model Under Budget…');
	await quickInput(page).fill('60ms@pix');
	await page.keyboard.press('Enter');
	await quickPickRows(page).filter({ hasText: 'Google Pixel 1' }).first().waitFor();
	assert.match((await quickPickRows(page).first().textContent()) ?? '', /Pixel.*candidates have a latency on it/);
	await quickInput(page).fill('pixel 1');
	await quickPickRows(page).filter({ hasText: 'Google Pixel 2' }).first().waitFor({ state: 'detached' });
	assert.equal(await quickPickRows(page).filter({ hasText: 'Google Pixel 1' }).count(), 1);
	assert.equal(await quickPickRows(page).filter({ hasText: 'Limit MACs Instead' }).count(), 1);
	await page.keyboard.press('Escape');
});

it('finds a model by an alias and opens its card', async () => {
	await runCommand(page, 'Model Scout: Find Model…');
	await quickPickRows(page).first().waitFor();
	await quickInput(page).fill('resnet50');
	await quickPickRows(page).filter({ hasText: 'ResNet-50 D' }).first().waitFor();
	assert.match((await quickPickRows(page).first().textContent()) ?? '', /^ResNet-50\s*81/, 'above its variants');
	await quickInput(page).fill('mbv3 large');
	await chooseRow(page, 'MobileNetV3-Large 1.0');
	await chooseRow(page, 'Show Details');
	await page.locator('.tab.active').filter({ hasText: 'MobileNetV3-Large 1.0' }).waitFor();
	const card = await webviewFrame(page);
	await card.locator('h1', { hasText: 'MobileNetV3-Large 1.0' }).waitFor();
	assert.equal(await card.locator('a[href^="command:"]').count(), 0);
	await runCommand(page, 'View: Close Editor');
});

it('shares one selection between the checkboxes of the tree and the table of the page', async () => {
	await showModelScout(page);
	await openFamily(page, 'PeleeNet');
	const pelee = modelRow(page, 'PeleeNet');
	await pelee.locator('.monaco-custom-toggle, .custom-view-tree-node-item-checkbox').first().click();
	await runCommand(page, 'Model Scout: Compare Models');
	const frame = await webviewFrame(page);
	const selected = frame.locator('[role="row"][aria-selected="true"]');
	await selected.first().waitFor();
	assert.match((await selected.first().textContent()) ?? '', /PeleeNet/);
	await selected.first().click();
	await page.keyboard.press('Space');
	await pelee.locator('[aria-checked="false"]').first().waitFor();
});

it('filters by a column, sets a baseline and writes down the decision by keyboard', async () => {
	await runCommand(page, 'Model Scout: Compare Models');
	const frame = await webviewFrame(page);
	await goToFilter(frame);
	await page.keyboard.type('framework:timm top1>=70');
	await page.keyboard.press('Tab');
	await frame.locator('vscode-textfield.budget:focus-within').waitFor();
	await page.keyboard.type('300M');
	await frame.locator('.verdicts').waitFor();
	await page.keyboard.press('Escape');
	await page.keyboard.press('b');
	await frame.locator('.mark', { hasText: 'baseline' }).waitFor();
	await goBackTo(frame, '.export:focus-within'); // past the plot, its lines and its choices
	await page.keyboard.press('Enter');
	await chooseRow(page, 'Decision Record');
	await chooseRow(page, 'New Document');
	await page.locator('.view-line').filter({ hasText: '# Model within ≤ 300 M MACs' }).waitFor();
	await runCommand(page, 'View: Revert and Close Editor');
	const again = await webviewFrame(page);
	for (const field of ['filter', 'budget']) await again.locator(`vscode-textfield.${field} input`).fill('');
	await again.locator('.verdicts').waitFor({ state: 'detached' });
});

it('keeps the filter of the page over a reload of the window', async () => {
	const frame = await webviewFrame(page);
	await goToFilter(frame);
	await page.keyboard.type('peleenet');
	await frame.locator('[role="row"]', { hasText: 'PeleeNet' }).first().waitFor();
	await page.waitForTimeout(1000); // state is stored with a delay
	const reloaded = page.waitForEvent('load', { timeout: 60_000 }); // before it the frames are those of the old window
	await runCommand(page, 'Developer: Reload Window');
	await reloaded;
	await page.locator('.tab').filter({ hasText: 'Model Comparison' }).first().waitFor({ timeout: 60_000 });
	const restored = await webviewFrame(page, 60_000);
	await restored.locator('[role="row"]', { hasText: 'PeleeNet' }).first().waitFor({ timeout: 30_000 });
	assert.equal(await restored.locator('[role="row"]', { hasText: 'ResNet-50' }).count(), 0);
});
