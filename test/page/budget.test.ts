import assert from 'node:assert/strict';
import { readPageState } from '../../src/comparison/pageState.ts';
import { shippedData } from '../support/shippedData.ts';
import { PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();
let opened: ComparisonPage;

async function openSeed(): Promise<void> {
	opened = await stage.open({ catalog, snapshot: { filter: { source: 'seed' } } });
}

async function writeBudget(text: string): Promise<void> {
	await opened.page.locator('vscode-textfield.budget input').fill(text);
}

function verdictButton(verdict: string) {
	return opened.page.locator(`button.verdict.${verdict}`);
}

describe('the budget', () => {
	stage.use();
	beforeEach(openSeed);

	it('is what was typed last, though a limit moved by keys just before is kept later', async () => {
		const { page } = opened;
		await writeBudget('300M');
		await page.locator('[role=slider]').focus(); // waits for the line
		await page.keyboard.press('ArrowRight');
		await writeBudget('');
		await page.locator('vscode-textfield.budget input').press('Enter');
		await verdictButton('meets').waitFor({ state: 'detached' });
		await page.waitForTimeout(600); // longer than a moved limit waits
		assert.deepEqual(
			opened.posted.flatMap(message => (message.type === 'setBudget' ? [message.text] : [])),
			['300M', ''],
		);
	});

	it('is judged by the host and counted in the page', async () => {
		await writeBudget('≤70ms@P1');
		await verdictButton('meets').waitFor();
		const counts = await opened.page.locator('button.verdict').allInnerTexts();
		assert.deepEqual(
			counts.map(text => /\d+ \w+/.exec(text)?.[0]),
			['1 meets', '1 exceeds', '51 unknown', '0 unranked'],
		);
	});

	it('becomes a column, a line of the plot and a sentence about it', async () => {
		await writeBudget('300M');
		await opened.grid.locator('[role=columnheader].verdict').waitFor();
		// the plot follows the table by a frame
		await opened.page.locator('#plot-summary', { hasText: 'Budget lines: ≤ 300 M MACs.' }).waitFor();
	});

	it('says what is wrong with it and keeps what was written', async () => {
		await writeBudget('600 fps');
		await opened.page.locator('.problem', { hasText: 'fps' }).waitFor();
		assert.equal(await opened.page.locator('vscode-textfield.budget input').inputValue(), '600 fps');
		assert.equal(await opened.page.locator('button.verdict').count(), 0);
	});

	it('narrows the table to a verdict', async () => {
		await writeBudget('50M');
		await verdictButton('meets').click();
		await opened.page.locator('.count', { hasText: 'of 53' }).waitFor();
		const verdicts = new Set((await opened.cells('verdict')).map(text => text.replace(/\W/g, '')));
		assert.deepEqual([...verdicts], ['meets']);
	});

	it('keeps showing what is typed when an older answer arrives late', async () => {
		await writeBudget('300M');
		await opened.show({ budget: '3' });
		await opened.page.waitForTimeout(100);
		assert.equal(await opened.page.locator('vscode-textfield.budget input').inputValue(), '300M');
	});
});

describe('Enter in the budget', () => {
	stage.use();
	beforeEach(openSeed);

	it('leads to the pick, before the pause of typing and after the answer', async () => {
		const { page } = opened;
		await page.locator('vscode-textfield.budget input').focus();
		await page.keyboard.type('300M');
		await page.keyboard.press('Enter');
		const pick = opened.grid.locator('[role=row]', { has: page.locator('.mark', { hasText: 'pick' }) });
		await pick.locator('.name:focus').waitFor();
		assert.match(await pick.locator('.name').innerText(), /MobileNetV3-Large 1\.0/);
		await page.locator('vscode-textfield.budget input').focus();
		await page.keyboard.press('Enter');
		await pick.locator('.name:focus').waitFor();
	});

	it('says that the pick is filtered out where it is', async () => {
		const { page } = opened;
		await page.locator('vscode-textfield.filter input').fill('vgg');
		await page.locator('.count', { hasText: ' of 53' }).waitFor();
		await page.locator('vscode-textfield.budget input').focus();
		await page.keyboard.type('300M');
		await page.keyboard.press('Enter');
		await page.locator('#spoken', { hasText: 'The pick is filtered out.' }).waitFor({ state: 'attached' });
	});
});

describe('the plot by keyboard', () => {
	stage.use();
	beforeEach(openSeed);

	it('is reached with F6 and walks the frontier from its cheapest point', async () => {
		const { page, grid } = opened;
		await grid.locator('[role=gridcell]').first().focus();
		await page.keyboard.press('F6');
		await page.keyboard.press('ArrowRight');
		await page.locator('#spoken', { hasText: 'ShuffleNetV2 0.5x' }).waitFor();
		assert.equal(
			await page.locator('#spoken').innerText(),
			'ShuffleNetV2 0.5x at 224 px, 60.3 %, 41 M MACs, on frontier',
		);
		await page.keyboard.press('ArrowRight');
		await page.locator('#spoken', { hasText: 'MobileNetV3-Small 0.75' }).waitFor();
	});

	it('pins the point it is on and goes back to that row with Esc', async () => {
		const { page, grid } = opened;
		await grid.locator('[role=gridcell]').first().focus();
		await page.keyboard.press('F6');
		await page.keyboard.press('End');
		await page.keyboard.press('Home');
		await page.keyboard.press('Space');
		const { candidateIds } = await opened.message('selectionChanged');
		assert.deepEqual(candidateIds, ['shufflenet-v2/0.5@224']);
		await page.keyboard.press('Escape');
		await page.waitForFunction(
			() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-selected') === 'true',
		);
	});

	it('goes round toolbar, table and plot with F6, and the other way with Shift', async () => {
		const { page } = opened;
		const regionOf = () => page.evaluate(() => document.activeElement?.closest('#toolbar, #table, #plot')?.id);
		await page.locator('vscode-textfield.filter input').focus();
		const visited: (string | undefined)[] = [];
		for (const key of ['F6', 'F6', 'F6', 'Shift+F6']) {
			await page.keyboard.press(key);
			visited.push(await regionOf());
		}
		assert.deepEqual(visited, ['table', 'plot', 'toolbar', 'plot']);
	});
});

/** The middle of one diamond of the frontier, in px of the canvas. Runs in the page. */
function frontierPoint(): { x: number; y: number } | undefined {
	const canvas = document.querySelector('canvas');
	const plot = document.querySelector('#plot');
	const context = canvas?.getContext('2d');
	if (!canvas || !plot || !context) return undefined;
	context.fillStyle = getComputedStyle(plot).getPropertyValue('--plot-frontier');
	const color = context.fillStyle;
	for (let y = 4; y < canvas.height - 4; y++) {
		for (let x = 4; x < canvas.width - 4; x++) {
			const { data } = context.getImageData(x - 3, y, 7, 1);
			const pixels = Array.from({ length: 7 }, (_, index) => [...data.slice(4 * index, 4 * index + 3)]);
			const hex = pixels.map(pixel => `#${pixel.map(part => part.toString(16).padStart(2, '0')).join('')}`);
			if (hex.every(pixel => pixel === color)) return { x, y };
		}
	}
	return undefined;
}

describe('the plot by pointer', () => {
	stage.use();
	beforeEach(openSeed);

	it('names the point below the pointer, and a click makes it the active row', async () => {
		const { page } = opened;
		const box = await page.locator('.plot-frame').boundingBox();
		const diamond = await page.evaluate(frontierPoint);
		assert.ok(box && diamond);
		const place = { x: box.x + diamond.x, y: box.y + diamond.y };
		await page.mouse.move(place.x, place.y);
		const card = page.locator('.hover-card');
		const name = await card.locator('strong').innerText();
		assert.match(await card.innerText(), /top-1 accuracy\s+[\d.]+ %\s+MACs\s+[\d.]+ [MG]/);
		assert.deepEqual(await card.locator('.mark').first().innerText(), 'on the frontier');
		await page.mouse.click(place.x, place.y);
		const active = await opened.grid.locator('.row.active .name').innerText();
		assert.equal(active.split('\n')[0], name);
	});

	it('shows the frontier alone in plot and table when asked to', async () => {
		await opened.page.locator('vscode-checkbox.frontier-only').click();
		await opened.page.locator('.count', { hasText: '14 of 53' }).waitFor();
		await opened.page.locator('#plot-summary', { hasText: /^14 candidates: .* 14 on the frontier/ }).waitFor();
	});

	it('takes another cost and another device', async () => {
		const { page } = opened;
		await page.locator('select.x-axis').selectOption('params');
		await page.locator('#plot-summary', { hasText: 'against parameters' }).waitFor();
		assert.equal(readPageState((await opened.message('stateChanged')).state).xAxis, 'params');
	});
});

describe('the size that MACs are counted at', () => {
	stage.use();

	it('is chosen for all rows, named by the column, and said in words', async () => {
		opened = await stage.open({
			catalog,
			snapshot: { filter: { family: 'mobilenet-v2' }, costInputs: [160, 192] },
		});
		const { page, grid } = opened;
		assert.equal(await grid.locator('[role=columnheader].macs').innerText(), 'MACs');
		await page.locator('vscode-single-select.cost-input').click();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		assert.deepEqual(await opened.message('setCostInput'), { type: 'setCostInput', side: 160 });
		await grid.locator('[role=columnheader].macs', { hasText: 'MACs at 160 px' }).waitFor();
		assert.match(
			await page.locator('.reading').innerText(),
			/counted at 160 px; accuracies are of each row’s own input size/,
		);
		assert.ok((await opened.cells('macs')).includes('154.1 M'));
	});

	it('is not offered where costs cannot be counted', async () => {
		opened = await stage.open({ catalog, snapshot: { filter: { family: 'mobilenet-v2' } } });
		assert.equal(await opened.page.locator('vscode-single-select.cost-input').count(), 0);
	});
});
