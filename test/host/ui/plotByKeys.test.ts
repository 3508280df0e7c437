import assert from 'node:assert/strict';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

/** What is read out of a point: its label and, last, its MACs. */
async function spoken(): Promise<string> {
	return keys.locator('#spoken').innerText();
}

async function toPlot(): Promise<void> {
	await keys.toTable();
	await keys.press('F6');
	await keys.locator('.plot-frame:focus').waitFor();
}

/** Presses a key, and returns what is read out then. */
async function saidAfter(key: string, pattern: RegExp): Promise<string> {
	await keys.press(key);
	await keys.comesToSay('#spoken', pattern);
	return spoken();
}

/** Chooses from a list of the browser's own. */
async function chooseAxis(list: string, text: string): Promise<void> {
	await keys.toFilter();
	await keys.tabTo(list);
	await keys.type(text);
	await keys.comesTrue(async () => {
		const chosen = await keys.locator(`${list} option:checked`).innerText();
		assert.equal(chosen, text);
	});
	await keys.toTable();
}

describe('the plot of the comparison by keyboard, in the editor', () => {
	editor.use();

	before(async () => {
		keys = await ComparisonKeys.open(editor.page);
	});

	walked();
	limitedAndBrushed();
	setUp();
});

function walked(): void {
	it('walks its points in the order of the frontier, from the cheapest, and reads each out', async () => {
		await toPlot();
		const macs: number[] = [];
		for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
			const before = await spoken();
			await keys.press(key);
			await keys.comesTrue(async () => {
				assert.notEqual(await spoken(), before);
			});
			const [, count = '', unit = ''] = /([\d.]+) ([MG]) MACs, on frontier/.exec(await spoken()) ?? [];
			macs.push(Number(count) * (unit === 'G' ? 1000 : 1));
		}
		assert.deepEqual(
			macs,
			macs.toSorted((a, b) => a - b),
		);
		assert.equal(new Set(macs).size, 4);
	});

	it('shows a card beside the point, and says in a legend what its signs mean', async () => {
		await toPlot();
		await keys.press('Home');
		await keys.comesToSay('.hover-card:not([hidden])', /MACs.*\d+.*M/s);
		await keys.comesToSay('.legend', /on the frontier.*candidate/s);
		await keys.comesToSay(
			'#plot-summary',
			/against MACs, logarithmic\..*on the frontier.*Better is up and to the left/s,
		);
	});

	it('pins the point that it is on, which is the row of the table as well', async () => {
		await toPlot();
		await saidAfter('Home', /on frontier$/);
		await saidAfter('Space', /, pinned$/);
		await keys.locator('.pinned [aria-selected=true]').waitFor();
		await keys.press('Escape');
		await keys.locator('.pinned [role=gridcell]:focus').waitFor();
		await keys.press('Space');
		await keys.locator('.pinned').waitFor({ state: 'detached' });
	});

	it('shows the frontier alone, in the table as well', async () => {
		const onFrontier = /^\d+ of \d+ candidates/;
		await keys.toFilter();
		await keys.tabTo('vscode-checkbox.frontier-only');
		await keys.press('Space');
		await keys.comesToSay('.count', onFrontier);
		await keys.comesTrue(async () => {
			const [, drawn, frontier] =
				/^(\d+) candidates:.* (\d+) on the frontier/.exec(await keys.locator('#plot-summary').innerText()) ??
				[];
			assert.equal(drawn, frontier);
		});
		await keys.press('Space');
		await keys.comesToSay('.count', /^\d+ candidates/);
	});
}

function limitedAndBrushed(): void {
	it('gets a budget line at a point, which keys move and a typed value sets', async () => {
		await toPlot();
		await saidAfter('Home', /on frontier$/);
		await keys.press('l');
		await keys.locator('button.verdict.meets').waitFor();
		assert.match(await keys.budgetText(), /^≤ [\d.]+( [MG])? MACs$/);
		await keys.tabTo('[role=slider]');
		const before = await keys.budgetText();
		await keys.press('PageUp', 'ArrowRight');
		await keys.comesTrue(async () => {
			assert.notEqual(await keys.budgetText(), before);
		});
		await keys.press('Enter');
		await keys.locator('.limit-field:focus').waitFor();
		await keys.markAll();
		await keys.type('300M');
		await keys.press('Enter');
		await keys.comesTrue(async () => {
			assert.equal(await keys.budgetText(), '≤ 300 M MACs');
		});
		await keys.comesToSay('#plot-summary', /Budget lines: ≤ 300 M MACs\./);
		await keys.setBudget('');
	});

	it('marks a rectangle from point to point, and pins or filters what is in it', async () => {
		await toPlot();
		await saidAfter('Home', /on frontier$/);
		await keys.press('r', 'ArrowRight', 'ArrowRight', 'r');
		await keys.locator('.brush-pin:focus').waitFor();
		await keys.press('Enter');
		await keys.comesToSay('.count', /, \d+ pinned$/);
		await keys.locator('.plot-frame:focus').waitFor();
		await keys.press('Home', 'r', 'ArrowRight', 'ArrowRight', 'r');
		await keys.tabTo('.brush-filter');
		await keys.press('Enter');
		await keys.comesTrue(async () => {
			assert.match(await keys.filterText(), /^macs:[\d.]+M\.\.[\d.]+M top1:[\d.]+\.\.[\d.]+$/);
		});
		await keys.filterBy('');
		await keys.tabTo('#foot button.clear');
		await keys.press('Enter');
		await keys.comesToSay('.count', /^\d+ candidates$/);
	});
}

function setUp(): void {
	it('takes other axes from its lists, and makes one logarithmic where its range asks for it', async () => {
		await chooseAxis('select.x-axis', 'parameters');
		await keys.comesToSay('#plot-summary', /top-1 accuracy against parameters, logarithmic/);
		await chooseAxis('select.x-axis', 'input size');
		await keys.comesToSay('#plot-summary', /top-1 accuracy against input size\./);
		await chooseAxis('select.grouping', 'framework');
		await keys.comesToSay('.legend', /timm/);
		await chooseAxis('select.grouping', 'budget');
		await chooseAxis('select.x-axis', 'MACs');
	});

	it('is zoomed with plus and minus, moved with Shift and an arrow, and whole again with 0', async () => {
		await toPlot();
		await keys.press('Home', '+', '+');
		await keys.locator('.show-all').waitFor();
		const outside = async (): Promise<string> => {
			await keys.comesToSay('#plot-summary', /\d+ candidates outside of the part that is shown/);
			return /\d+ candidates outside/.exec(await keys.locator('#plot-summary').innerText())?.[0] ?? '';
		};
		const before = await outside();
		await keys.press('Shift+ArrowRight');
		await keys.comesTrue(async () => {
			assert.notEqual(await outside(), before);
		});
		await keys.press('0');
		await keys.locator('.show-all').waitFor({ state: 'detached' });
	});
}
