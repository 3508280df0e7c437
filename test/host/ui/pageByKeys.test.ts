import assert from 'node:assert/strict';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';
import { openFile, runCommand } from '../../support/editor/workbench.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

const parts = '#toolbar:focus-within, [role=grid]:focus-within, #plot:focus-within';

async function partWithKeyboard(): Promise<string> {
	const part = keys.locator(parts).first();
	return (await part.getAttribute('id')) ?? (await part.getAttribute('role')) ?? '';
}

/** A sort, a filter, a pinned row, a zoom and a place in the table. */
async function setUp(): Promise<void> {
	await keys.filterBy('framework:timm');
	await keys.toHeader('macs');
	await keys.press('Enter');
	await keys.locator('.header .macs[aria-sort=ascending]').waitFor();
	await keys.toFirstRow('params');
	await keys.press('Space', 'PageDown', 'PageDown');
	await keys.locator('.pinned').waitFor();
	await keys.press('F6', '+');
	await keys.locator('.show-all').waitFor();
	await keys.toTable();
	await editor.page.waitForTimeout(500); // the state is stored when nothing has changed for a moment
}

/** All that was set up, as the page shows it. */
async function shown(): Promise<readonly unknown[]> {
	return [
		await keys.filterText(),
		await keys.locator('.header .macs').getAttribute('aria-sort'),
		await keys.locator('.pinned .name').allInnerTexts(),
		await keys.locator('.show-all').count(),
		await keys.locator('[role=gridcell][tabindex="0"]').locator('xpath=..').getAttribute('aria-rowindex'),
	];
}

describe('the page of the comparison by keyboard, in the editor', () => {
	editor.use();

	before(async () => {
		keys = await ComparisonKeys.open(editor.page);
	});

	it('is gone round with F6, back with Shift+F6, and Esc leads to the table from every part', async () => {
		const seen: string[] = [];
		for (const key of ['F6', 'F6', 'F6', 'Shift+F6']) {
			await keys.press(key);
			seen.push(await partWithKeyboard());
		}
		assert.deepEqual(seen, ['plot', 'toolbar', 'grid', 'toolbar']);
		for (const away of ['F6', 'Shift+F6']) {
			await keys.toTable();
			await keys.press(away, 'Escape');
			assert.equal(await partWithKeyboard(), 'grid');
		}
	});

	it('says in polite live regions how many rows are left, what is wrong, and where the keyboard is', async () => {
		await keys.filterBy('framework:timm top1>=90');
		await keys.comesToSay('.count[role=status]', /^\d+ of \d+ candidates$/);
		await keys.filterBy('watts>=3');
		await keys.comesToSay('.problem[role=status]', /watts/);
		await keys.filterBy('');
		await keys.press('F6', 'Home');
		await keys.comesToSay('#spoken[role=status]', /MACs, on frontier$/);
	});

	it('is as it was after its tab was hidden', async () => {
		await setUp();
		const before = await shown();
		await openFile(editor.page, 'train.py');
		await keys.comesTrue(() => {
			assert.equal(keys.frame.isDetached(), true);
			return Promise.resolve();
		});
		keys = await ComparisonKeys.open(editor.page);
		await keys.comesTrue(async () => {
			assert.deepEqual(await shown(), before);
		});
	});

	it('is as it was after the window was loaded again', async () => {
		const before = await shown();
		const reloaded = editor.page.waitForEvent('load', { timeout: 60_000 });
		await runCommand(editor.page, 'Developer: Reload Window');
		await reloaded;
		keys = await ComparisonKeys.attach(editor.page, 60_000);
		await keys.comesTrue(async () => {
			assert.deepEqual(await shown(), before);
		});
	});
});
