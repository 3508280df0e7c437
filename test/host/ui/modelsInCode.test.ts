import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';
import { openFile, quickInput, runCommand } from '../../support/editor/workbench.ts';

const code = `import timm

large = timm.create_model("resnet152", pretrained=True)
small = timm.create_model("mobilenetv3_large_100", pretrained=True)
wrong = timm.create_model("resnet5O")
`;

const editor = new EditorOfTests();

async function goTo(line: number, column: number): Promise<void> {
	const { page } = editor;
	const place = `${String(line)}:${String(column)}`;
	await page.keyboard.press('Control+G');
	await quickInput(page).fill(`:${place}`);
	await page.keyboard.press('Enter');
	await quickInput(page).waitFor({ state: 'hidden' });
	await page.locator('.statusbar-item', { hasText: `Ln ${place.replace(':', ', Col ')}` }).waitFor();
}

/** Opens the list of quick fixes, with its first one. The editor closes it where it takes back the keyboard just then. */
async function openFixes(): Promise<Locator> {
	const first = editor.page.locator('.action-widget .focused').first();
	for (let tried = 0; tried < 5 && !(await first.isVisible()); tried++) {
		await editor.page.keyboard.press('Control+.');
		await editor.page.waitForTimeout(1000);
	}
	return first;
}

describe('models in code, as a person sees them', () => {
	editor.use();
	before(async () => {
		writeFileSync(join(editor.folder, 'named.py'), code);
		writeFileSync(join(editor.folder, 'model-scout.json'), '{ "budgets": [{ "limits": "300M, 10M params" }] }\n');
		await openFile(editor.page, 'named.py');
	});
	describe('one of them', oneModel);
	describe('all of them', allModels);
});

function oneModel(): void {
	it('has a hint beside a name over the budget, and no other', async () => {
		const lines = editor.page.locator('.view-line').filter({ hasText: /over.budget/ });
		await lines.first().waitFor();
		assert.deepEqual(
			(await lines.allInnerTexts()).map(text => text.replaceAll('\u00a0', ' ')),
			['large = timm.create_model("resnet152"5.875 G MACs · over budget, pretrained=True)'],
		);
	});

	it('has a hover by keyboard, with figures, the verdict and what to do', async () => {
		const { page } = editor;
		await goTo(3, 30);
		await page.keyboard.press('Control+K');
		await page.keyboard.press('Control+I');
		const hover = page.locator('.monaco-hover').filter({ hasText: 'top-1' });
		await hover.waitFor();
		const text = await hover.innerText();
		assert.match(text, /ResNet-152 .*\n[^]*top-1 [\d.]+ %/);
		assert.match(text, /Over the budget ≤ 300 M MACs, ≤ 10 M params of model-scout.json/);
		assert.match(text, /Insert or Replace…/);
		await page.keyboard.press('Escape');
	});

	it('completes the names that its framework takes, the best within the budget first', async () => {
		const { page } = editor;
		await goTo(5, 28);
		await page.keyboard.press('Control+I');
		const rows = page.locator('.suggest-widget .monaco-list-row');
		await rows.first().waitFor();
		const [best = ''] = await rows.allInnerTexts();
		assert.match(best, /^mobilenetv3_large_100\n77\.92 % · 216\.6 M MACs · 5\.483 M params$/);
		await page.keyboard.press('Escape');
	});

	it('offers the right name for a wrong one, and one undo brings the wrong one back', async () => {
		const { page } = editor;
		const line = page.locator('.view-line').filter({ hasText: 'wrong' });
		await goTo(5, 30);
		const fix = await openFixes();
		await fix.filter({ hasText: 'Replace resnet5O by resnet50' }).waitFor();
		await page.keyboard.press('Enter');
		await line.filter({ hasText: '"resnet50"' }).waitFor();
		await page.keyboard.press('Control+Z');
		await line.filter({ hasText: '"resnet5O"' }).waitFor();
	});
}

function allModels(): void {
	it('are counted in the language status, beside the budget in force', async () => {
		const { page } = editor;
		await page.locator('[id="status.languageStatus"] a').click();
		const status = page.locator('.hover-language-status').filter({ hasText: '2 models, 1 over budget' });
		await status.waitFor();
		assert.match(await status.innerText(), /Budget ≤ 300 M MACs, ≤ 10 M params of model-scout/);
		await page.keyboard.press('Escape');
	});

	it('are listed in Models in This Workspace, and a place of it opens', async () => {
		const { page } = editor;
		await runCommand(page, 'Model Scout: Find Models in Workspace');
		const rows = page.locator('.pane:has(.pane-header[aria-label^="Models in This Workspace"]) .monaco-list-row');
		await rows.filter({ hasText: 'resnet152' }).waitFor();
		const labels = await Promise.all(
			(await rows.all()).map(async row => (await row.getAttribute('aria-label')) ?? ''),
		);
		assert.ok(labels.includes('named.py, 2 models, 1 over budget'), labels.join('\n'));
		const places = labels.filter(label => label.includes(', line '));
		assert.match(places[1] ?? '', /^resnet152, over budget, line 3, [\d.]+ %, 5\.875 G MACs, 60\.19 M params$/);
		assert.match(places[2] ?? '', /^mobilenetv3_large_100, within budget, line 4, /);
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
		await page.locator('[id="status.editor.selection"]').filter({ hasText: 'Ln 3, Col' }).waitFor();
	});
}
