import assert from 'node:assert/strict';
import { shippedData } from '../support/shippedData.ts';
import { comesToMatch, PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();
const seed = { filter: { source: 'seed' } };
const selection = ['efficientnet/b0', 'mobilenet-v3/large-1.0', 'mobilenet-v2/1.0'];

function openSeed(options: { readonly selection?: readonly string[]; readonly budget?: string } = {}) {
	return stage.open({ catalog, snapshot: { ...seed, ...options } });
}

async function fold({ page }: ComparisonPage, text: string): Promise<void> {
	await page.locator('vscode-single-select.fold').click();
	await page.locator('vscode-single-select.fold li', { hasText: text }).click();
	await page.getByRole('treegrid').waitFor();
}

async function activeRow({ page }: ComparisonPage): Promise<string> {
	return page.evaluate(() => {
		const row = document.activeElement?.closest('[role=row]');
		const name = row?.querySelector('.name .text')?.textContent ?? '';
		return `${row?.getAttribute('aria-level') ?? ''} ${row?.getAttribute('aria-expanded') ?? '-'} ${name}`;
	});
}

describe('folded rows', () => {
	stage.use();

	it('show each family through its best, and the others below by arrow keys', async () => {
		const opened = await openSeed();
		const { page } = opened;
		await fold(opened, 'best per family');
		const grid = page.locator('.grid');
		assert.equal(await page.locator('.count').innerText(), '53 candidates');
		assert.ok(Number(await grid.getAttribute('aria-rowcount')) < 40);
		const first = grid.locator('.body .row').first();
		assert.match(await first.locator('.name').innerText(), /^EfficientNet\s*EfficientNet-B7[\s\S]*best of 8/);
		await first.locator('.name .text').click();
		assert.equal(await activeRow(opened), '1 false EfficientNet-B7');
		await page.keyboard.press('ArrowRight');
		assert.equal(await activeRow(opened), '1 true EfficientNet-B7');
		await page.keyboard.press('ArrowDown');
		assert.equal(await activeRow(opened), '2 - EfficientNet-B6');
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowLeft');
		assert.equal(await activeRow(opened), '1 false EfficientNet-B7');
	});

	it('take the best within the budget, and stay folded after a reload', async () => {
		const opened = await openSeed({ budget: '600M' });
		await fold(opened, 'best per family');
		const names = (): Promise<string[]> => opened.page.locator('.body .name .text').allInnerTexts();
		const before = await names();
		assert.ok(before.includes('EfficientNet-B0') && !before.includes('EfficientNet-B7'));
		await opened.reload();
		assert.deepEqual(await names(), before);
	});
});

describe('costs as FLOPs', () => {
	stage.use();

	it('are twice the MACs, named so, and copied so', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		await page.locator('vscode-textfield.filter input').fill('family:mobilenetv2 macs=300M');
		await page.locator('.count', { hasText: '1 of 53' }).waitFor();
		await page.locator('vscode-checkbox.flops').click();
		await grid.locator('.header .macs', { hasText: 'FLOPs' }).waitFor();
		assert.equal(await grid.locator('.body .macs').innerText(), '★600 M');
		await comesToMatch(() => page.locator('.count').innerText(), /^1 of 53 candidates$/);
		await grid.locator('.body .macs').click();
		await comesToMatch(() => page.locator('.note').innerText(), /: FLOPs 600 M, /);
		await page.keyboard.press('Control+c');
		assert.equal((await opened.message('copyRows')).flops, true);
	});
});

describe('the menu of a row', () => {
	stage.use();

	it('opens with the keyboard and asks the editor for what is chosen', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		await page.locator('vscode-textfield.filter input').fill('small-0.75');
		await grid.locator('.body .name', { hasText: 'MobileNetV3-Small 0.75' }).click();
		const candidateId = 'mobilenet-v3/small-0.75@224';
		for (const [item, type] of [
			['Open Source…', 'openSource'],
			['Copy Name', 'copyName'],
			['Copy as Markdown with Sources', 'copyAsMarkdown'],
			['Insert Config Record…', 'insertConfigRecord'],
		] as const) {
			await page.keyboard.press('ContextMenu');
			await page.getByRole('menuitem', { name: item }).click();
			assert.equal((await opened.message(type)).candidateId, candidateId);
		}
		await page.keyboard.press('Shift+F10');
		await page.keyboard.press('Enter');
		assert.equal((await opened.message('insertSnippet')).candidateId, candidateId);
		await page.keyboard.press('Shift+F10');
		await page.getByRole('menuitemcheckbox', { name: 'Baseline' }).click();
		assert.match(await grid.locator('.row.active .name').innerText(), /baseline/);
	});

	it('is of the row under the pointer', async () => {
		const opened = await openSeed();
		await opened.grid.locator('.body .row').nth(3).locator('.top1').click({ button: 'right' });
		await opened.page.getByRole('menuitem', { name: 'Show Details' }).click();
		const row = await opened.grid.locator('.row.active').getAttribute('aria-rowindex');
		assert.equal(row, '5');
		await opened.message('showDetails');
	});
});

describe('models side by side', () => {
	stage.use();

	it('take the place of the table with C, and give it back with Esc', async () => {
		const opened = await openSeed({ selection });
		const { page, grid } = opened;
		await grid.locator('.pinned .row').nth(2).waitFor();
		await grid.locator('.pinned .name .text').first().click();
		await page.keyboard.press('c');
		await page.locator('.compared-frame').waitFor();
		assert.equal(await grid.isVisible(), false);
		assert.deepEqual(await page.locator('.compared-name').allInnerTexts(), [
			'EfficientNet-B0',
			'MobileNetV3-Large 1.0',
			'MobileNetV2 1.0',
		]);
		const top1 = page.locator('.compared-frame tr', { hasText: 'Top-1' }).locator('td');
		assert.match(await top1.nth(0).innerText(), /^★\s*76\.3 %$/);
		assert.match(await top1.nth(1).innerText(), /75\.2 %\s*−1\.10/);
		const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');
		assert.equal(await focused(), 'compared-frame');
		await page.keyboard.press('Escape');
		await page.locator('.compared-frame').waitFor({ state: 'detached' });
		assert.match(await focused(), /^cell left name/);
	});

	it('are copied as Markdown, and compared with another baseline', async () => {
		const opened = await openSeed({ selection });
		const { page } = opened;
		await page.locator('#foot .side-by-side').click();
		await page.getByRole('button', { name: 'Baseline: MobileNetV2 1.0' }).click();
		await page.locator('.compared-frame tr', { hasText: 'Top-1' }).locator('td', { hasText: '+4.30' }).waitFor();
		await page.locator('.copy-compared').click();
		const { text } = await opened.message('copyText');
		assert.match(text, /^\| Figure +\| +EfficientNet-B0, 224 px \|/);
		assert.match(text, /\| Source of/);
	});

	it('say how to get there where too few are pinned', async () => {
		const opened = await openSeed();
		await opened.grid.locator('.body .name').first().click();
		await opened.page.keyboard.press('c');
		const spoken = opened.page.locator('#spoken', { hasText: 'Pin two to six rows' });
		await spoken.waitFor({ state: 'attached' });
	});
});
