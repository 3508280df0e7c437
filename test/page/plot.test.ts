import assert from 'node:assert/strict';
import { shippedData } from '../support/shippedData.ts';
import { comesToMatch, PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();
let opened: ComparisonPage;

async function openSeed(budget = ''): Promise<void> {
	opened = await stage.open({ catalog, snapshot: { filter: { source: 'seed' }, budget } });
}

function budgetText(): Promise<string> {
	return opened.page.locator('vscode-textfield.budget input').inputValue();
}

describe('a line of the budget', () => {
	stage.use();

	it('is a slider that keys move, which rewrites its own limit and keeps the others', async () => {
		await openSeed('6M params, 300M');
		const slider = opened.page.getByRole('slider', { name: 'Limit on MACs' });
		assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^≤ 300 M MACs, \d+ within the budget$/);
		await slider.focus();
		await opened.page.keyboard.press('PageUp');
		const { text } = await opened.message('setBudget');
		assert.match(text, /^6M params, ≤ \d+ M MACs$/);
		assert.equal(await budgetText(), text);
		assert.equal(await slider.evaluate(element => element === document.activeElement), true);
	});

	it('takes a typed value, and says what is none', async () => {
		await openSeed('300M');
		await opened.page.getByRole('slider', { name: 'Limit on MACs' }).focus();
		await opened.page.keyboard.press('Enter');
		const field = opened.page.locator('.limit-field');
		await field.fill('5 fps');
		await opened.page.keyboard.press('Enter');
		assert.equal(await field.getAttribute('aria-invalid'), 'true');
		await field.fill('0.8 GFLOPs');
		await opened.page.keyboard.press('Enter');
		assert.equal((await opened.message('setBudget')).text, '≤ 400 M MACs');
		assert.equal(await field.isVisible(), false);
	});

	it('is dragged, and verdicts follow before the host is asked', async () => {
		await openSeed('300M');
		const { page } = opened;
		const box = await page.getByRole('slider', { name: 'Limit on MACs' }).boundingBox();
		assert.ok(box);
		const before = await page.locator('button.verdict.meets').innerText();
		await page.mouse.move(box.x + box.width / 2, box.y + 150);
		await page.mouse.down();
		await page.mouse.move(box.x + 120, box.y + 150, { steps: 4 });
		assert.notEqual(await page.locator('button.verdict.meets').innerText(), before);
		assert.deepEqual(
			opened.posted.filter(({ type }) => type === 'setBudget'),
			[],
		);
		await page.mouse.up();
		assert.equal((await opened.message('setBudget')).text, await budgetText());
	});

	it('is put at a point with L where there is none', async () => {
		await openSeed();
		await opened.page.locator('.plot-frame').focus();
		await opened.page.keyboard.press('ArrowRight');
		await opened.page.keyboard.press('l');
		assert.equal((await opened.message('setBudget')).text, '≤ 41 M MACs');
	});
});

describe('a rectangle in the plot', () => {
	stage.use();
	beforeEach(() => openSeed());

	it('drawn with Shift pins the points in it', async () => {
		const { page } = opened;
		const box = await page.locator('.plot-frame').boundingBox();
		assert.ok(box);
		await page.keyboard.down('Shift');
		await page.mouse.move(box.x + 80, box.y + 20);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
		await page.mouse.up();
		await page.keyboard.up('Shift');
		await page.locator('.brush-pin').click();
		const { candidateIds } = await opened.message('selectionChanged');
		assert.ok(candidateIds.length > 1);
		await comesToMatch(() => page.locator('.count').innerText(), /pinned/);
	});

	it('marked by the keyboard narrows the filter to it', async () => {
		const { page } = opened;
		await page.locator('.plot-frame').focus();
		for (const key of ['ArrowRight', 'r', 'ArrowRight', 'ArrowRight', 'r']) await page.keyboard.press(key);
		await page.locator('.brush-filter').focus();
		await page.keyboard.press('Enter');
		const filter = page.locator('vscode-textfield.filter input');
		await page.waitForFunction(() => document.querySelector('.count')?.textContent.includes(' of '));
		await comesToMatch(() => filter.inputValue(), /^macs:[\d.]+M\.\.[\d.]+M top1:[\d.]+\.\.[\d.]+$/);
	});
});

describe('the axes of the plot', () => {
	stage.use();

	it('take any two numbers, trade places, and come back after a reload', async () => {
		await openSeed();
		const { page } = opened;
		await page.locator('select.x-axis').selectOption('top1');
		await page.locator('#plot-summary', { hasText: 'MACs, logarithmic, against top-1 accuracy' }).waitFor();
		await page.locator('select.y-axis').selectOption('input');
		await page.locator('select.grouping').selectOption('family');
		await page.locator('.plot-frame').focus();
		await page.keyboard.press('+');
		await page.locator('.show-all').waitFor();
		await opened.reload();
		assert.equal(await page.locator('select.x-axis').inputValue(), 'top1');
		assert.equal(await page.locator('select.grouping').inputValue(), 'family');
		assert.equal(await page.locator('.show-all').count(), 1);
	});
});
