import assert from 'node:assert/strict';
import { packHostMessage } from '../../src/comparison/packHostMessage.ts';
import { comparisonSnapshot } from '../../src/comparison/snapshot.ts';
import { shippedData } from '../support/shippedData.ts';
import { PageStage, type ComparisonPage } from './pageFixture.ts';

const stage = new PageStage();
const catalog = shippedData();
let opened: ComparisonPage;

describe('the stored state', () => {
	stage.use();

	it('comes back after a reload with its sort, filter, axis, place and active cell', async () => {
		opened = await stage.open({ catalog, snapshot: { filter: { source: 'seed' } } });
		const { page, grid } = opened;
		await page.locator('vscode-textfield.filter input').fill('net');
		await page.locator('vscode-checkbox.frontier-only').click();
		await grid.locator('[role=columnheader].params').click();
		await grid.locator('[role=gridcell].params').nth(2).click();
		const before = await opened.cells('name');
		await opened.reload();
		assert.deepEqual(await opened.cells('name'), before);
		assert.equal(await page.locator('vscode-textfield.filter input').inputValue(), 'net');
		assert.equal(await grid.locator('[role=columnheader].params').getAttribute('aria-sort'), 'ascending');
		assert.equal(
			await grid.locator('[tabindex="0"]').evaluate(cell => cell.closest('[role=row]')?.ariaRowIndex),
			'4',
		);
	});

	it('comes back scrolled to where it was', async () => {
		opened = await stage.open({ catalog });
		await opened.grid.evaluate(element => {
			element.scrollTop = 20 * 26;
		});
		await opened.reload();
		assert.equal(await opened.grid.evaluate(element => element.scrollTop), 20 * 26);
	});

	it('starts afresh where the stored state is damaged', async () => {
		opened = await stage.open({ catalog, snapshot: { filter: { source: 'seed' } } });
		await opened.page.evaluate(() => {
			sessionStorage.setItem('state', '{"version":1,"sort":[],"topRow":"x","filterText":{"a":1},"axis":"watts"}');
			window.addEventListener(
				'pagehide',
				event => {
					event.stopImmediatePropagation();
				},
				{ capture: true },
			);
		});
		await opened.reload();
		assert.equal(await opened.page.locator('.count').innerText(), '53 candidates');
		assert.deepEqual(opened.errors, []);
	});
});

describe('a saved view that is opened', () => {
	stage.use();

	it('takes the place of how the page is set up, and stays so after a reload', async () => {
		opened = await stage.open({ catalog, snapshot: { filter: { source: 'seed' } } });
		const { page, grid } = opened;
		await page.locator('vscode-textfield.filter input').fill('net');
		await page.locator('.count', { hasText: 'of 53' }).waitFor();
		const state = JSON.stringify({
			version: 1,
			filterText: 'family=SENet',
			columnOrder: ['name', 'params', 'top1'],
		});
		const snapshot = comparisonSnapshot(catalog, { filter: { source: 'seed' } });
		await opened.post(packHostMessage({ type: 'show', snapshot, afterChange: 0, state }));
		await page.waitForTimeout(100);
		assert.equal(await page.locator('vscode-textfield.filter input').inputValue(), 'net');
		await opened.post(packHostMessage({ type: 'show', snapshot, afterChange: 0, state, replaces: true }));
		await page.locator('.count', { hasText: '2 of 53' }).waitFor();
		await opened.reload();
		assert.equal(await page.locator('vscode-textfield.filter input').inputValue(), 'family=SENet');
		assert.equal(await grid.locator('[role=columnheader] .title').nth(1).innerText(), 'Params');
	});
});

describe('messages of the host', () => {
	stage.use();

	it('ignores a hundred thousand messages that are none', async () => {
		opened = await stage.open({ catalog, snapshot: { filter: { source: 'seed' } } });
		const before = await opened.cells('name');
		await opened.page.evaluate(() => {
			const words = [
				'show',
				'select',
				'ready',
				'listens',
				'__proto__',
				'<img src=x onerror=alert(1)>',
				'',
				'snapshot',
			];
			let seed = 1;
			const next = (below: number): number => {
				seed = (seed * 48_271) % 2_147_483_647;
				return seed % below;
			};
			const word = (): string => words[next(words.length)] ?? '';
			const value = (depth: number): unknown => {
				const kind = next(depth > 3 ? 5 : 8);
				if (kind < 5) return [word(), next(1e6), null, next(2) === 0, new Float64Array(next(9))][kind];
				if (kind === 5) return Array.from({ length: next(5) }, () => value(depth + 1));
				return Object.fromEntries(Array.from({ length: next(6) }, () => [word(), value(depth + 1)]));
			};
			for (let count = 0; count < 100_000; count++) {
				window.postMessage(
					{ type: word(), snapshot: value(0), candidateIds: value(2), state: value(0), afterChange: next(2) },
					window.origin,
				);
			}
		});
		await opened.post({ type: 'select', candidateIds: ['efficientnet/b0@224'], afterChange: 0 });
		await opened.page.locator('[role=row][aria-selected=true]').first().waitFor(); // so that all before it were read
		await opened.post({ type: 'select', candidateIds: [], afterChange: 0 });
		await opened.page.locator('[role=row][aria-selected=true]').first().waitFor({ state: 'detached' });
		assert.deepEqual(await opened.cells('name'), before);
		assert.deepEqual([opened.errors, await opened.violations()], [[], []]);
	});

	it('shows that it waits until the host has answered', async () => {
		opened = await stage.open({ catalog, silent: true });
		await opened.message('ready');
		assert.equal(await opened.grid.isVisible(), false);
		assert.deepEqual(opened.posted, [{ type: 'listens' }, { type: 'ready' }]);
	});
});
