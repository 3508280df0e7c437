import assert from 'node:assert/strict';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';
import { modelRow, openFamily, showModelScout } from '../../support/editor/familyTree.ts';
import {
	chooseRow,
	openFile,
	quickInput,
	quickPickRows,
	runCommand,
	savedText,
} from '../../support/editor/workbench.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

/** Opens the menu of the first row of timm's MobileNetV3 and takes one of its items. */
async function takeOfRow(item: string): Promise<void> {
	keys = await ComparisonKeys.open(editor.page);
	await keys.filterBy('framework=timm mobilenetv3_large_100.ra_in1k');
	await keys.toFirstRow();
	await keys.press('Shift+F10');
	await keys.takeMenuItem(item);
}

/** Puts the cursor of a file into a line and column, both from 1. */
async function putCursor(file: string, line: number, column: number): Promise<void> {
	const { page } = editor;
	await runCommand(page, 'View: Focus First Editor Group');
	await openFile(page, file);
	await page.keyboard.press('Control+G');
	await quickInput(page).fill(`:${String(line)}:${String(column)}`);
	await page.keyboard.press('Enter');
}

describe('the row menu of the comparison by keyboard, in the editor', () => {
	editor.use();

	before(async () => {
		await openFile(editor.page, 'train.py');
		await runCommand(editor.page, 'View: New Editor Group to the Right');
		keys = await ComparisonKeys.open(editor.page);
	});

	insertedAndReplaced();
	shownAndCopied();
	sharedSelection();
});

function insertedAndReplaced(): void {
	it('inserts a snippet into the file that was edited last', async () => {
		await putCursor('train.py', 99, 1);
		await takeOfRow('Insert Snippet or Replace Name…');
		await chooseRow(editor.page, 'Load with timm');
		await editor.page.locator('.tab.active.dirty[data-resource-name="train.py"]').waitFor();
		const text = await savedText(editor.page, editor.folder, 'train.py');
		assert.match(text, /timm\.create_model\("mobilenetv3_large_100\.ra_in1k", pretrained=True\)/);
	});

	it('replaces the name below the cursor', async () => {
		await putCursor('train.py', 7, 28);
		await takeOfRow('Insert Snippet or Replace Name…');
		await chooseRow(editor.page, 'Replace');
		await editor.page.locator('.tab.active.dirty[data-resource-name="train.py"]').waitFor();
		const text = await savedText(editor.page, editor.folder, 'train.py');
		assert.match(text, /create_model\("mobilenetv3_large_100\.ra_in1k", pretrained=True, num_classes=10\)/);
	});

	it('inserts a config record', async () => {
		await putCursor('config.yaml', 99, 1);
		await takeOfRow('Insert Config Record…');
		await chooseRow(editor.page, 'Record in YAML');
		await editor.page.locator('.tab.active.dirty[data-resource-name="config.yaml"]').waitFor();
		const text = await savedText(editor.page, editor.folder, 'config.yaml');
		assert.match(text, /mobilenetv3_large_100\.ra_in1k/);
	});
}

function shownAndCopied(): void {
	it('shows the card of the model', async () => {
		await takeOfRow('Show Details');
		await editor.page.locator('.tab.active').filter({ hasText: 'MobileNetV3-Large 1.0' }).waitFor();
		await runCommand(editor.page, 'View: Close Editor');
	});

	it('offers the sources of its figures', async () => {
		await takeOfRow('Open Source…');
		await quickPickRows(editor.page).filter({ hasText: 'Searching for MobileNetV3' }).first().waitFor();
		await editor.page.keyboard.press('Escape');
	});

	it('copies its name, and its figures as Markdown with their sources', async () => {
		const name = await editor.copied(() => takeOfRow('Copy Name'));
		assert.equal(name, 'mobilenetv3_large_100.ra_in1k');
		const text = await editor.copied(() => takeOfRow('Copy as Markdown with Sources'));
		assert.match(text, /MobileNetV3-Large 1\.0/);
		assert.match(text, /\|.*Top-1.*\|/i);
		assert.match(text, /https:\/\//);
	});
}

function sharedSelection(): void {
	it('pins for table, plot and tree at once, and a pick unpins for them', async () => {
		const { page } = editor;
		await takeOfRow('Pin and Compare');
		await keys.locator('.pinned [aria-selected=true]').waitFor();
		await keys.press('F6', 'Home');
		await keys.comesToSay('#spoken', /mobilenetv3_large_100\.ra_in1k.*, pinned$/);
		await showModelScout(page);
		await openFamily(page, 'MobileNetV3');
		await modelRow(page, 'MobileNetV3-Large 1.0').locator('[aria-checked="true"]').first().waitFor();
		await runCommand(page, 'Model Scout: Pick Model Under Budget…');
		await quickInput(page).fill('≤300M');
		await page.keyboard.press('Enter');
		await chooseRow(page, 'MobileNetV3-Large 1.0');
		await chooseRow(page, 'Add to or Remove from Comparison');
		await keys.locator('.pinned').waitFor({ state: 'detached' });
		await modelRow(page, 'MobileNetV3-Large 1.0').locator('[aria-checked="false"]').first().waitFor();
	});

	it('shows as pinned what a pick adds', async () => {
		const { page } = editor;
		await runCommand(page, 'Model Scout: Pick Model Under Budget…');
		await quickInput(page).fill('≤300M');
		await page.keyboard.press('Enter');
		await chooseRow(page, 'MobileNetV3-Large 1.0');
		await chooseRow(page, 'Add to or Remove from Comparison');
		await keys.comesToSay('.pinned [aria-selected=true]', /MobileNetV3-Large 1\.0/);
		await keys.toTable();
		await keys.tabTo('#foot button.clear');
		await keys.press('Enter');
		await keys.locator('.pinned').waitFor({ state: 'detached' });
	});
}
