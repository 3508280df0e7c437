import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { shippedData } from '../support/shippedData.ts';
import { PageStage, themeNames, type ComparisonPage, type OpenOptions } from './pageFixture.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const stage = new PageStage();
const catalog = shippedData();
const full = {
	filter: { source: 'seed' },
	budget: '≤600M, 6M params',
	selection: ['efficientnet/b0', 'mobilenet-v3/large-1.0'],
};

async function open(options: Omit<OpenOptions, 'catalog'>): Promise<ComparisonPage> {
	const opened = await stage.open({ catalog, snapshot: full, ...options });
	await opened.grid.locator('[role=gridcell].macs').nth(4).click();
	return opened;
}

async function findings(opened: ComparisonPage): Promise<string[]> {
	await opened.page.evaluate(axeSource);
	const results = await opened.page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
	return results.violations.flatMap(({ id, nodes }) =>
		nodes.map(node => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
	);
}

describe('axe', () => {
	stage.use();

	for (const theme of themeNames) {
		it(`has no finding of axe in the theme ${theme}`, async () => {
			const opened = await open({ theme });
			assert.deepEqual(await findings(opened), []);
		});
	}

	for (const theme of themeNames) {
		it(`has no finding of axe with a menu, a filter and models side by side in the theme ${theme}`, async () => {
			const opened = await open({ theme });
			const { page, grid } = opened;
			await grid.locator('.header .macs').click({ button: 'right' });
			assert.deepEqual(await findings(opened), []);
			await page.getByRole('menuitem', { name: /Filter…/ }).click();
			await page.locator('.histogram').waitFor();
			assert.deepEqual(await findings(opened), []);
			await page.keyboard.press('Escape');
			await grid.locator('.header .family').click({ button: 'right' });
			await page.getByRole('menuitem', { name: /Filter…/ }).click();
			await page.locator('.values .value').first().click();
			assert.deepEqual(await findings(opened), []);
			await page.keyboard.press('Escape');
			await page.locator('#foot .side-by-side').click();
			await page.locator('.compared-frame').waitFor();
			assert.deepEqual(await findings(opened), []);
		});
	}

	it('has no finding of axe with folded rows', async () => {
		const opened = await open({});
		const { page } = opened;
		await page.locator('vscode-single-select.fold').click();
		await page.locator('vscode-single-select.fold li', { hasText: 'best per family' }).click();
		await page.locator('.body .twistie:not(.none)').first().click();
		await page.locator('.row.inner').first().waitFor();
		assert.deepEqual(await findings(opened), []);
	});

	it('has no finding of axe with an error, an empty table and an open list', async () => {
		const opened = await open({ snapshot: { ...full, budget: '600 fps' } });
		await opened.page.locator('vscode-textfield.filter input').fill('no such model');
		await opened.page.locator('vscode-single-select.device').click();
		await opened.page.locator('.empty').count();
		assert.deepEqual(await findings(opened), []);
	});
});

describe('axe and reflow', () => {
	stage.use();

	for (const [width, height] of [
		[320, 256],
		[320, 800],
		[1200, 300],
	] as const) {
		it(`scrolls one way only at ${String(width)} × ${String(height)}, as at 400 % zoom`, async () => {
			const opened = await open({ size: { width, height } });
			await opened.grid.locator('.header .macs').click({ button: 'right' });
			await opened.page.getByRole('menuitem', { name: /Filter…/ }).click();
			await opened.page.locator('.histogram').waitFor();
			const [wide, seen] = await opened.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
			assert.equal(wide, seen);
			assert.deepEqual(await findings(opened), []);
		});
	}

	it('draws in the colors that the person forces', async () => {
		const opened = await open({ forcedColors: 'active' });
		// axe reads the page's own colors, not the forced ones that are painted
		assert.deepEqual(
			(await findings(opened)).filter(finding => !finding.startsWith('color-contrast')),
			[],
		);
		const color = await opened.page.evaluate(() => {
			const plot = document.querySelector('#plot');
			return plot && getComputedStyle(plot).getPropertyValue('--plot-frontier').trim();
		});
		assert.equal(color, 'Highlight');
	});
});

describe('the picture of the plot', () => {
	stage.use();

	for (const theme of themeNames) {
		it(`has frontier, points and budget line in the colors of the theme ${theme}`, async () => {
			const opened = await open({ theme });
			const drawn = await opened.page.evaluate(colorCounts, ['frontier', 'point', 'limit', 'pinned']);
			assert.ok(
				drawn.every(pixels => pixels > 60),
				`pixels of frontier, points, limit, pins: ${drawn.join(', ')}`,
			);
		});
	}
});

/** Pixels of the plot in exactly the color of each `--plot-` variable. Runs in the page. */
function colorCounts(names: readonly string[]): number[] {
	const canvas = document.querySelector('canvas');
	const plot = document.querySelector('#plot');
	const context = canvas?.getContext('2d');
	if (!canvas || !plot || !context) return [];
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	const probe = document.createElement('canvas').getContext('2d');
	return names.map(name => {
		if (!probe) return 0;
		probe.fillStyle = getComputedStyle(plot).getPropertyValue(`--plot-${name}`);
		probe.fillRect(0, 0, 1, 1);
		const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
		let count = 0;
		for (let at = 0; at < data.length; at += 4) {
			if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255) count++;
		}
		return count;
	});
}

it('uses no color variable that no theme knows', () => {
	const themes = JSON.parse(readFileSync('test/fixtures/themes.json', 'utf8')) as Record<
		string,
		{ variables: Record<string, string> }
	>;
	const known = new Set(Object.values(themes).flatMap(({ variables }) => Object.keys(variables)));
	const sheets = ['media/page.css', 'media/table.css'].map(file => readFileSync(file, 'utf8')).join('\n');
	const used = new Set(sheets.match(/--vscode-[\w-]+/g));
	const unknown = [...used].filter(name => !known.has(name) && !name.startsWith('--vscode-font-'));
	assert.deepEqual(unknown, []);
});
