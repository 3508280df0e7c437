import assert from 'node:assert/strict';
import { packHostMessage } from '../../src/comparison/packHostMessage.ts';
import { comparisonSnapshot } from '../../src/comparison/snapshot.ts';
import { aCatalog } from '../support/builders.ts';
import { shippedData } from '../support/shippedData.ts';
import { comesToMatch, PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();
const seed = { filter: { source: 'seed' } };
let opened: ComparisonPage;

async function openSeed(size = { width: 1200, height: 800 }): Promise<ComparisonPage> {
	opened = await stage.open({ catalog, snapshot: seed, size });
	return opened;
}

async function activeCell(): Promise<string> {
	return opened.page.evaluate(() => {
		const cell = document.activeElement;
		const row = cell?.closest('[role=row]');
		return `${row?.getAttribute('aria-rowindex') ?? 'none'} ${cell?.classList.item(2) ?? 'none'}`;
	});
}

describe('the table', () => {
	stage.use();

	it('shows the 53 rows of the seed and says so, though it draws only those in view', async () => {
		const { grid, page } = await openSeed();
		assert.equal(await grid.getAttribute('aria-rowcount'), '54');
		assert.equal(await page.locator('.count').innerText(), '53 candidates');
		assert.ok((await grid.locator('[role=row]').count()) < 54);
		assert.equal((await opened.cells('top1'))[0], '★84.4 %');
	});

	it('draws the last row when it is scrolled to, at its place', async () => {
		const { grid, page } = await openSeed();
		await grid.locator('[role=gridcell]').first().focus();
		await page.keyboard.press('Control+End');
		const last = grid.locator('[aria-rowindex="54"]');
		const [row, table] = [await last.boundingBox(), await grid.boundingBox()];
		assert.ok(row && table && row.y + row.height <= table.y + table.height + 1);
		assert.match(await activeCell(), /^54 /);
	});

	it('keeps the keyboard on its cell when that is scrolled out of view', async () => {
		const { grid, page } = await openSeed();
		await grid.locator('[role=gridcell].macs').nth(1).click();
		await grid.evaluate(element => {
			element.scrollTop = 10_000;
		});
		await page.waitForTimeout(100);
		assert.equal(await activeCell(), '3 macs');
		await page.keyboard.press('ArrowDown');
		assert.equal(await activeCell(), '4 macs');
	});
});

describe('sorting by keyboard', () => {
	stage.use();

	it('goes to the header, sorts with Enter, and turns round with Enter again', async () => {
		const { grid, page } = await openSeed();
		await grid.locator('[role=gridcell].macs').first().click();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		const header = grid.locator('[role=columnheader].macs');
		assert.equal(await header.getAttribute('aria-sort'), 'ascending');
		assert.equal((await opened.cells('macs'))[0], '★41 M');
		await page.keyboard.press('Enter');
		assert.equal(await header.getAttribute('aria-sort'), 'descending');
		assert.equal((await opened.cells('macs'))[0], '42 G');
		assert.equal(await activeCell(), '1 macs');
	});

	it('leaves one cell that Tab reaches', async () => {
		const { grid } = await openSeed();
		assert.equal(await grid.locator('[tabindex="0"]').count(), 1);
	});
});

describe('filtering', () => {
	stage.use();

	it('goes to the filter with a slash, filters by alias, and back to the table with Esc', async () => {
		const { grid, page } = await openSeed();
		await grid.locator('[role=gridcell]').first().focus();
		await page.keyboard.press('/');
		await page.keyboard.type('mbv3 large');
		await page.locator('.count', { hasText: '2 of 53' }).waitFor();
		assert.deepEqual(await opened.cells('name'), ['MobileNetV3-Large 1.0', 'MobileNetV3-Large 0.75']);
		await page.keyboard.press('Escape');
		assert.match(await activeCell(), /^2 /);
	});

	it('shows the first rows that pass, however far down the table was', async () => {
		const { page, grid } = await openSeed();
		await grid.evaluate(element => {
			element.scrollTop = 30 * 26;
		});
		await grid.locator('[aria-rowindex="45"]').waitFor();
		await page.locator('vscode-textfield.filter input').fill('net');
		await page.locator('.count', { hasText: 'of 53' }).waitFor();
		assert.equal(await grid.evaluate(element => element.scrollTop), 0);
	});

	it('writes a slash inside a field', async () => {
		const { page } = await openSeed();
		await page.locator('vscode-textfield.budget input').click();
		await page.keyboard.type('60ms@pixel1/fp32');
		assert.equal(await page.locator('vscode-textfield.budget input').inputValue(), '60ms@pixel1/fp32');
	});

	it('says that nothing passes', async () => {
		const { page } = await openSeed();
		await page.locator('vscode-textfield.filter input').fill('no such model');
		await page.getByText('No candidate passes the filters.').waitFor();
		assert.equal(await opened.grid.getAttribute('aria-rowcount'), '1');
	});
});

describe('pinning', () => {
	stage.use();

	it('puts the row on top with Space and tells the editor the whole selection', async () => {
		const { grid, page } = await openSeed();
		await grid.locator('[role=gridcell].name', { hasText: 'AmoebaNet' }).first().click();
		await page.keyboard.press('Space');
		const message = await opened.message('selectionChanged');
		assert.equal(message.candidateIds.length, 1);
		await grid.locator('.pinned [role=row][aria-selected=true]').waitFor();
		assert.match((await opened.cells('name'))[0] ?? '', /^AmoebaNet/);
		assert.equal(await activeCell(), '2 name');
	});

	it('keeps pinned rows in sight below the header while the others scroll', async () => {
		const { grid, page } = await openSeed();
		await opened.show({ selection: ['efficientnet/b0', 'mobilenet-v3/large-1.0'] });
		await grid.locator('.pinned [role=row]').nth(1).waitFor();
		await grid.locator('[role=gridcell]').first().focus();
		await page.keyboard.press('Control+End');
		const [pinned, table] = [await grid.locator('.pinned').boundingBox(), await grid.boundingBox()];
		assert.ok(pinned && table && Math.abs(pinned.y - table.y - 26) < 2);
	});

	it('stays as it is while the editor answers to a change before the last', async () => {
		const { grid, page } = await openSeed();
		await grid.locator('[role=gridcell].name').first().click();
		await page.keyboard.press('Space');
		const first = await opened.message('selectionChanged');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Space');
		await comesToMatch(() => page.locator('.count').innerText(), /2 pinned$/);
		await opened.post({ type: 'select', candidateIds: first.candidateIds, afterChange: first.change });
		const snapshot = comparisonSnapshot(catalog, { selection: first.candidateIds, budget: '300M' });
		await opened.post(packHostMessage({ type: 'show', snapshot, afterChange: first.change }));
		await page.locator('button.verdict').first().waitFor();
		assert.equal(await grid.locator('.pinned [role=row]').count(), 2);
		await page.keyboard.press('Control+End');
		await page.keyboard.press('Space');
		await comesToMatch(() => page.locator('.count').innerText(), /3 pinned$/);
	});

	it('takes a selection made elsewhere and lets it go again', async () => {
		await openSeed();
		await opened.post({ type: 'select', candidateIds: ['efficientnet/b0@224', 'not/there@224'], afterChange: 0 });
		await opened.grid.locator('[role=row][aria-selected=true]').waitFor();
		await comesToMatch(() => opened.page.locator('.count').innerText(), /^53 candidates, 1 pinned$/);
		await opened.post({ type: 'select', candidateIds: [], afterChange: 0 });
		await opened.page.locator('.count', { hasText: /^53 candidates$/ }).waitFor();
	});
});

describe('acting on a row', () => {
	stage.use();

	it('opens its details with Enter, inserts it with Ctrl+Enter', async () => {
		const { grid, page } = await openSeed();
		await page.locator('vscode-textfield.filter input').fill('small-0.75');
		await grid.locator('[role=gridcell].name', { hasText: 'MobileNetV3-Small 0.75' }).click();
		await page.keyboard.press('Enter');
		assert.equal((await opened.message('showDetails')).candidateId, 'mobilenet-v3/small-0.75@224');
		await page.keyboard.press('Control+Enter');
		assert.equal((await opened.message('insertSnippet')).candidateId, 'mobilenet-v3/small-0.75@224');
	});

	it('copies the pinned rows with the columns shown, else the active row', async () => {
		const { grid, page } = await openSeed();
		await page.locator('vscode-textfield.filter input').fill('small-0.75');
		await grid.locator('[role=gridcell].name', { hasText: 'MobileNetV3-Small 0.75' }).click();
		await page.keyboard.press('Control+c');
		const { candidateIds, columns } = await opened.message('copyRows');
		assert.deepEqual(candidateIds, ['mobilenet-v3/small-0.75@224']);
		assert.deepEqual(columns.slice(0, 3), ['name', 'top1', 'macs']);
	});

	it('exports the rows as sorted and filtered', async () => {
		const { page } = await openSeed();
		await page.locator('vscode-textfield.filter input').fill('mobilenetv3 large');
		await page.locator('.count', { hasText: '2 of 53' }).waitFor();
		await page.locator('vscode-button.export').click();
		const { candidateIds } = await opened.message('export');
		assert.deepEqual(candidateIds, ['mobilenet-v3/large-1.0@224', 'mobilenet-v3/large-0.75@224']);
	});
});

describe('a large table', () => {
	stage.use();

	it('draws 100,000 rows a window at a time and finds the last of them', async () => {
		const candidates = Array.from({ length: 100_000 }, (_, index) => ({
			id: `n/${String(index)}@224`,
			top1: index / 1000,
		}));
		opened = await stage.open({ catalog: aCatalog({ candidates }) });
		await opened.grid.locator('[role=gridcell]').first().focus();
		await opened.page.keyboard.press('Control+End');
		assert.equal(await opened.grid.locator('[aria-rowindex="100001"] .name').innerText(), 'n/0');
		assert.ok((await opened.grid.locator('[role=row]').count()) < 80);
	});
});
