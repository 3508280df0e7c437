import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { shippedData } from '../support/shippedData.ts';
import { comesToMatch, PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();

function openSeed(size = { width: 1200, height: 800 }): Promise<ComparisonPage> {
	return stage.open({ catalog, snapshot: { filter: { source: 'seed' } }, size });
}

describe('sorting by several columns', () => {
	stage.use();

	it('adds a column with Shift+Enter and says the place of each', async () => {
		const opened = await openSeed();
		const { grid, page } = opened;
		await grid.locator('[role=columnheader].family').click();
		await grid.locator('[role=gridcell].macs').first().click();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Shift+Enter');
		const [family, macs] = ['family', 'macs'].map(id => grid.locator(`[role=columnheader].${id}`));
		assert.equal(await family?.innerText(), 'Family▴1');
		assert.equal(await macs?.innerText(), 'MACs▴2');
		assert.equal(await family?.getAttribute('aria-sort'), 'ascending');
		assert.match((await macs?.getAttribute('title')) ?? '', /Sorted by it in place 2, ascending\./);
		assert.deepEqual((await opened.cells('name')).slice(0, 2), ['AlexNet', 'AmoebaNet (GPipe, 557 M)']);
		await page.keyboard.press('Enter');
		assert.equal(await family?.getAttribute('aria-sort'), 'none');
		assert.equal(await macs?.innerText(), 'MACs▴');
	});
});

describe('the columns of the table', () => {
	stage.use();

	it('are hidden and shown in a list, and stay so after a reload', async () => {
		const opened = await openSeed();
		const { page, grid } = opened;
		const headers = (): Promise<string[]> => grid.locator('[role=columnheader] .title').allInnerTexts();
		const before = await headers();
		assert.ok(before.includes('Params'));
		const list = page.locator('vscode-multi-select.columns');
		await list.locator('.select-face').click();
		await list.locator('li.option', { hasText: 'Params' }).click();
		await page.keyboard.press('Escape');
		await page.locator('[role=columnheader].macs').waitFor();
		await page.waitForFunction(() => document.querySelector('[role=columnheader].params') === null);
		assert.deepEqual(
			await headers(),
			before.filter(title => title !== 'Params'),
		);
		await opened.reload();
		assert.ok(!(await headers()).includes('Params'));
	});
});

describe('the baseline', () => {
	stage.use();

	it('is set and cleared with B, and every number says how it stands to it', async () => {
		// high enough for all rows to be drawn
		const { page, grid } = await openSeed({ width: 1200, height: 2400 });
		const row = grid.locator('[role=row]', { hasText: 'MobileNetV2 1.0' }).first();
		await row.locator('.macs').click();
		await page.keyboard.press('b');
		assert.match(await row.locator('.name').innerText(), /baseline/);
		assert.equal(await row.locator('.macs .delta').innerText(), '');
		const other = grid.locator('[role=row]', { hasText: 'ResNet-50' }).first();
		assert.equal(await other.locator('.macs .delta').innerText(), '×14');
		assert.match(await other.locator('.top1 .delta').innerText(), /^\+\d/);
		await other.locator('.macs').click();
		await comesToMatch(() => page.locator('.note').innerText(), /MACs 4\.1 G, 14 times the baseline/);
		await row.locator('.macs').click();
		await page.keyboard.press('b');
		assert.equal(await grid.locator('.delta').count(), 0);
	});

	it('is set by a button, too', async () => {
		const { page, grid } = await openSeed();
		const button = page.locator('#foot .baseline');
		await button.click();
		assert.equal(await button.getAttribute('aria-pressed'), 'true');
		assert.ok((await grid.locator('.delta').count()) > 0);
	});
});

describe('the filter', () => {
	stage.use();

	it('takes numbers and texts of columns, and says what it does not understand', async () => {
		const opened = await openSeed();
		const { page } = opened;
		const field = page.locator('vscode-textfield.filter input');
		await field.fill('top1>=75 macs<600M');
		await page.locator('.count', { hasText: /^\d+ of 53 candidates/ }).waitFor();
		await field.fill('family:resnet year:2015');
		await page.locator('.problem', { hasText: '“year:2015” is about no column' }).waitFor();
		const families = await opened.cells('family');
		assert.ok(families.length > 2 && families.every(family => /resnet/i.test(family)), families.join());
		await field.fill('family:resnet');
		await page.waitForFunction(() => document.querySelector('.problem')?.textContent === '');
	});
});

describe('the room of the plot', () => {
	stage.use();

	it('leaves the plot as large as it is, however little there is to say about a part', async () => {
		const { page } = await openSeed();
		const frame = page.locator('.plot-frame');
		const words = page.locator('#plot-summary');
		const height = async (of: Locator): Promise<number> => (await of.boundingBox())?.height ?? NaN;
		await frame.focus();
		await page.keyboard.press('+');
		await page.locator('.show-all').waitFor();
		const [frameBefore, wordsBefore] = [await height(frame), await height(words)];
		for (const key of ['+', '+', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowDown'])
			await page.keyboard.press(key);
		await page.waitForFunction(() => !document.querySelector('#plot-summary')?.textContent.includes('frontier'));
		assert.ok((await height(words)) < wordsBefore);
		assert.equal(await height(frame), frameBefore);
	});

	it('gives back the room of the words where the page becomes wider', async () => {
		const { page } = await openSeed({ width: 1110, height: 800 });
		const room = async (): Promise<number> => (await page.locator('.caption').boundingBox())?.height ?? NaN;
		await page.locator('.plot-frame').focus();
		await page.keyboard.press('+');
		await page.locator('.show-all').waitFor();
		const narrow = await room();
		await page.setViewportSize({ width: 1900, height: 800 });
		await page.waitForFunction(
			height => (document.querySelector('.caption')?.getBoundingClientRect().height ?? height) < height,
			narrow,
		);
	});
});

describe('the zoom of the plot', () => {
	stage.use();

	it('has the keyboard after the button that shows all is gone', async () => {
		const { page } = await openSeed();
		await page.locator('.plot-frame').focus();
		await page.keyboard.press('+');
		await page.locator('.show-all').focus();
		await page.keyboard.press('Enter');
		await page.locator('.show-all').waitFor({ state: 'detached' });
		await page.locator('.plot-frame:focus').waitFor({ timeout: 5000 });
	});

	it('leaves the keyboard on the limit that a button has put on an axis', async () => {
		const { page } = await openSeed();
		await page.locator('.add-limit.x').focus();
		await page.keyboard.press('Enter');
		await page.locator('.add-limit.x').waitFor({ state: 'detached' });
		await page.locator('.limit-handle.vertical:focus').waitFor({ timeout: 5000 });
	});

	it('goes nearer and back by keys, wheel and drag, and stays after a reload', async () => {
		const opened = await openSeed();
		const { page } = opened;
		const summary = page.locator('#plot-summary');
		const frame = page.locator('.plot-frame');
		const all = await summary.innerText();
		await frame.focus();
		await page.keyboard.press('+');
		await page.locator('.show-all').waitFor();
		assert.match(await summary.innerText(), /candidates outside of the part that is shown/);
		const near = await summary.innerText();
		await page.keyboard.press('Shift+ArrowRight');
		await page.waitForFunction(text => document.querySelector('#plot-summary')?.textContent !== text, near);
		await page.keyboard.press('-');
		await page.locator('.show-all').waitFor({ state: 'detached' });
		assert.equal(await summary.innerText(), all);
		await frame.hover();
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -300);
		await page.keyboard.up('Control');
		await page.locator('.show-all').waitFor();
		const zoomed = await summary.innerText();
		await page.mouse.down();
		await page.mouse.move(560, 330, { steps: 4 });
		await page.mouse.up();
		await page.waitForFunction(text => document.querySelector('#plot-summary')?.textContent !== text, zoomed);
		const moved = await summary.innerText();
		await opened.reload();
		assert.equal(await summary.innerText(), moved);
		await page.locator('.show-all').click();
		await page.locator('.show-all').waitFor({ state: 'detached' });
		assert.equal(await summary.innerText(), all);
	});
});
