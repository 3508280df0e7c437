import assert from 'node:assert/strict';
import { shippedData } from '../support/shippedData.ts';
import { comesToMatch, PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();

function openSeed(): Promise<ComparisonPage> {
	return stage.open({ catalog, snapshot: { filter: { source: 'seed' } } });
}

async function headers({ page }: ComparisonPage): Promise<string[]> {
	return page.locator('[role=columnheader] .title').allInnerTexts();
}

/** Puts the keyboard on a header. */
async function toHeader({ page, grid }: ComparisonPage, column: string): Promise<void> {
	await grid.locator(`[role=gridcell].${column}`).first().click();
	await page.keyboard.press('Control+ArrowUp');
	await page.keyboard.press('ArrowUp');
}

function filterField({ page }: ComparisonPage) {
	return page.locator('vscode-textfield.filter input');
}

describe('the filter of a column of numbers', () => {
	stage.use();

	it('opens from its header with Alt+Down, writes into the filter, and gives the keyboard back', async () => {
		const opened = await openSeed();
		const { page } = opened;
		await toHeader(opened, 'macs');
		await page.keyboard.press('Alt+ArrowDown');
		await page.getByRole('dialog', { name: 'Filter MACs' }).waitFor();
		await page.keyboard.type('300M');
		await page.keyboard.press('Tab');
		await page.keyboard.type('1G');
		await page.locator('.count', { hasText: / of 53 candidates, 5 more unknown/ }).waitFor();
		await comesToMatch(() => filterField(opened).inputValue(), /^macs>=300M macs<=1G$/);
		await page.keyboard.press('Escape');
		await page.locator('.popup').waitFor({ state: 'hidden' });
		const focused = await page.evaluate(() => document.activeElement?.classList.contains('macs'));
		assert.equal(focused, true);
	});

	it('shows what was typed into the filter, and marks what is no number', async () => {
		const opened = await openSeed();
		const { page } = opened;
		await filterField(opened).fill('top1:70..80');
		await page.locator('.filtered.top1').waitFor();
		await toHeader(opened, 'top1');
		await page.keyboard.press('Alt+ArrowDown');
		assert.equal(await page.locator('.popup .min').inputValue(), '70');
		assert.equal(await page.locator('.popup .max').inputValue(), '80');
		await page.locator('.popup .max').fill('eighty');
		assert.equal(await page.locator('.popup .max').getAttribute('aria-invalid'), 'true');
		await comesToMatch(() => filterField(opened).inputValue(), /^top1:70\.\.80$/);
		await page.locator('.popup .clear-filter').click();
		await page.locator('.filtered.top1').waitFor({ state: 'detached' });
		await page.waitForFunction(() => {
			const field = document.querySelector('vscode-textfield.filter');
			return field && 'value' in field && field.value === ''; // in the frames after the table
		});
	});

	it('takes a range that is drawn over its histogram', async () => {
		const opened = await openSeed();
		const { page } = opened;
		await toHeader(opened, 'macs');
		await page.keyboard.press('Alt+ArrowDown');
		const bins = page.locator('.histogram .bin');
		assert.equal(await bins.count(), 24);
		assert.match(
			(await page.locator('.histogram').getAttribute('aria-label')) ?? '',
			/^MACs from 41 M to 42 G; most/,
		);
		await bins.nth(2).hover();
		await page.mouse.down();
		await bins.nth(5).hover();
		await page.mouse.up();
		await comesToMatch(() => filterField(opened).inputValue(), /^macs>=[\d.]+M macs<=[\d.]+M$/);
		assert.equal(await page.locator('.bin.inside').count(), 4);
	});
});

describe('the filter of a column of texts', () => {
	stage.use();

	it('chooses by keys, and shows as chosen what was typed into the filter', async () => {
		const opened = await openSeed();
		const { page } = opened;
		await filterField(opened).fill('family:mobilenetv2');
		await page.locator('.filtered.family').waitFor();
		await toHeader(opened, 'family');
		await page.keyboard.press('Alt+ArrowDown');
		const chosen = page.locator('.popup [role=option][aria-selected=true] .label');
		assert.deepEqual(await chosen.allInnerTexts(), ['MobileNetV2']);
		await page.keyboard.type('shufflenetv2');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Space');
		await page.locator('.popup .search').fill('');
		assert.deepEqual(await chosen.allInnerTexts(), ['ShuffleNetV2', 'MobileNetV2']);
		await comesToMatch(() => filterField(opened).inputValue(), /^family=MobileNetV2,ShuffleNetV2$/);
	});

	it('keeps all that have the searched text in them with Enter', async () => {
		const opened = await openSeed();
		await toHeader(opened, 'name');
		await opened.page.keyboard.press('Alt+ArrowDown');
		await opened.page.keyboard.type('v3-large');
		await opened.page.keyboard.press('Enter');
		await opened.page.locator('.count', { hasText: '2 of 53' }).waitFor();
		await comesToMatch(() => filterField(opened).inputValue(), /^model:v3-large$/);
	});
});

describe('the menu of a header', () => {
	stage.use();

	it('opens with Shift+F10, is walked with arrows and letters, and left with Esc', async () => {
		const opened = await openSeed();
		const { page } = opened;
		await toHeader(opened, 'params');
		await page.keyboard.press('Shift+F10');
		await page.getByRole('menu', { name: 'Params' }).waitFor();
		const present = (): Promise<string | undefined> =>
			page.evaluate(() => document.activeElement?.querySelector('.label')?.textContent);
		assert.equal(await present(), 'Sort Ascending');
		await page.keyboard.press('ArrowUp');
		assert.equal(await present(), 'Reset All Columns');
		await page.keyboard.press('h');
		assert.equal(await present(), 'Hide Column');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Enter');
		assert.equal(await opened.grid.locator('.header .params').getAttribute('aria-sort'), 'ascending');
	});

	it('opens by its button and by the right button of the mouse', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		await grid.locator('.header .macs').hover();
		await grid.locator('.header .macs .menu-button').click();
		await page.getByRole('menuitemcheckbox', { name: 'Show as FLOPs (2 × MACs)' }).click();
		await grid.locator('.header .macs .title', { hasText: 'FLOPs' }).waitFor();
		await grid.locator('.header .params').click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Hide Column' }).click();
		await grid.locator('.header .params').waitFor({ state: 'detached' });
	});

	it('keeps a column beside the name while the others scroll', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		await grid.locator('.header .params').click({ button: 'right' });
		await page.getByRole('menuitemcheckbox', { name: 'Keep Beside Name' }).click();
		assert.deepEqual((await headers(opened)).slice(0, 2), ['Model', 'Params']);
		const place = async (): Promise<number | undefined> => (await grid.locator('.header .params').boundingBox())?.x;
		const before = await place();
		await grid.evaluate(element => {
			element.scrollLeft = 400;
		});
		assert.equal(await place(), before);
	});
});

describe('columns', () => {
	stage.use();

	it('are moved and widened by keys, and stay so after a reload', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		await toHeader(opened, 'params');
		await page.keyboard.press('Control+Shift+ArrowLeft');
		await page.keyboard.press('Alt+ArrowRight');
		await page.locator('#spoken', { hasText: 'Params is 120 pixels wide.' }).waitFor({ state: 'attached' });
		assert.deepEqual((await headers(opened)).slice(0, 4), ['Model', 'Top-1', 'Params', 'MACs']);
		await opened.reload();
		assert.deepEqual((await headers(opened)).slice(0, 4), ['Model', 'Top-1', 'Params', 'MACs']);
		assert.equal((await grid.locator('.header .params').boundingBox())?.width, 120);
	});

	it('are moved by dragging their headers, which sorts nothing', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		await grid.locator('.header .macs .title').hover();
		await page.mouse.down();
		const target = await grid.locator('.header .top1').boundingBox();
		await page.mouse.move((target?.x ?? 0) + 5, (target?.y ?? 0) + 10, { steps: 4 });
		assert.equal(await page.locator('.drop-marker').isVisible(), true);
		await page.mouse.up();
		assert.deepEqual((await headers(opened)).slice(0, 3), ['Model', 'MACs', 'Top-1']);
		assert.equal(await grid.locator('.header .macs').getAttribute('aria-sort'), 'none');
	});

	it('are widened by dragging their edges, and fit to what is in them by a double click', async () => {
		const { page, grid } = await openSeed();
		const width = async (): Promise<number> => (await grid.locator('.header .macs').boundingBox())?.width ?? 0;
		const before = await width();
		await grid.locator('.header .macs .edge').hover();
		const edge = await grid.locator('.header .macs .edge').boundingBox();
		await page.mouse.down();
		await page.mouse.move((edge?.x ?? 0) + 63, (edge?.y ?? 0) + 5, { steps: 4 });
		await page.mouse.up();
		assert.ok((await width()) > before + 50);
		await grid.locator('.header .macs .edge').dblclick();
		await page.waitForTimeout(50);
		assert.ok((await width()) < before + 10, String(await width()));
	});
});
