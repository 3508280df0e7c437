import assert from 'node:assert/strict';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

/** Ids of the columns, from the left. */
async function columnOrder(): Promise<readonly string[]> {
	const headers = await keys.locator('[role=columnheader]').all();
	return Promise.all(headers.map(async header => (await header.getAttribute('data-column')) ?? ''));
}

async function widthOf(column: string): Promise<number> {
	return (await keys.locator(`.header .${column}`).boundingBox())?.width ?? 0;
}

describe('the columns of the comparison by keyboard, in the editor', () => {
	editor.use();

	before(async () => {
		keys = await ComparisonKeys.open(editor.page);
	});

	chosenAndMoved();
	changedByMenu();
});

function chosenAndMoved(): void {
	it('are hidden and shown in a list', async () => {
		await keys.choose('vscode-multi-select.columns', 'Params');
		await keys.locator('.header .params').waitFor({ state: 'detached' });
		await keys.choose('vscode-multi-select.columns', 'Params');
		await keys.locator('.header .params').waitFor();
	});

	it('leave the keyboard in the table where the one that it was in is hidden', async () => {
		await keys.toFirstRow('params');
		await keys.choose('vscode-multi-select.columns', 'Params');
		await keys.locator('[role=gridcell].name:focus').waitFor();
		await keys.choose('vscode-multi-select.columns', 'Params');
		await keys.locator('[role=gridcell].params:focus').waitFor();
	});

	it('are moved with Ctrl+Shift and an arrow', async () => {
		const before = await columnOrder();
		await keys.toHeader('macs');
		await keys.press('Control+Shift+ArrowRight');
		await keys.comesToSay('#spoken', /^MACs is column \d+ of \d+\.$/);
		const after = await columnOrder();
		assert.equal(after.indexOf('macs'), before.indexOf('macs') + 1);
		await keys.press('Control+Shift+ArrowLeft');
		await keys.comesToSay('#spoken', /^MACs is column /);
		assert.deepEqual(await columnOrder(), before);
	});

	it('are widened and narrowed with Alt and an arrow', async () => {
		const before = await widthOf('macs');
		await keys.toHeader('macs');
		await keys.press('Alt+ArrowRight', 'Alt+ArrowRight');
		await keys.comesToSay('#spoken', /^MACs is \d+ pixels wide\.$/);
		assert.equal(await widthOf('macs'), before + 32);
		await keys.press('Alt+ArrowLeft', 'Alt+ArrowLeft');
		await keys.comesTrue(async () => {
			assert.equal(await widthOf('macs'), before);
		});
	});
}

function changedByMenu(): void {
	it('stay beside the name, and are hidden, by the menu of their header', async () => {
		await keys.toHeader('params');
		await keys.press('Shift+F10');
		await keys.takeMenuItem('Keep Beside Name');
		await keys.locator('.header .params.stuck').waitFor();
		assert.deepEqual((await columnOrder()).slice(0, 2), ['name', 'params']);
		await keys.toHeader('params');
		await keys.press('ContextMenu');
		await keys.takeMenuItem('Hide Column');
		await keys.locator('.header .params').waitFor({ state: 'detached' });
	});

	it('are all as they were at first when they are reset', async () => {
		await keys.toHeader('macs');
		await keys.press('Shift+F10');
		await keys.takeMenuItem('Reset All Columns');
		await keys.locator('.header .params:not(.stuck)').waitFor();
	});
}
