import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';
import { chooseRow, quickInput, runCommand } from '../../support/editor/workbench.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

/** Presses the button of the exports, and saves a form of them as a file of the workspace. */
async function exported(form: string, name: string): Promise<string> {
	keys = await ComparisonKeys.open(editor.page);
	await keys.toFilter();
	await keys.tabTo('.export');
	await keys.press('Enter');
	await chooseRow(editor.page, form);
	await chooseRow(editor.page, 'File…');
	return saved(name);
}

/** Answers the dialog that asks where to save, and returns what is in the file then. */
async function saved(name: string): Promise<string> {
	const file = join(editor.folder, name);
	await answerFileDialog(file);
	await keys.comesTrue(async () => {
		assert.notEqual(await readFile(file, 'utf8'), '');
	});
	return readFile(file, 'utf8');
}

async function answerFileDialog(file: string): Promise<void> {
	const { page } = editor;
	const dialog = page.locator('.quick-input-widget:visible').filter({ hasText: 'OK' });
	await dialog.waitFor();
	// it first fills in a path of its own, and takes no Enter before it has looked one up
	for (let attempt = 0; attempt < 40 && (await dialog.count()) > 0; attempt++) {
		await page.waitForTimeout(250);
		if ((await quickInput(page).inputValue()) === file) await page.keyboard.press('Enter');
		else await quickInput(page).fill(file);
	}
}

describe('what leaves the comparison by keyboard, in the editor', () => {
	editor.use();

	before(async () => {
		keys = await ComparisonKeys.open(editor.page);
		await keys.setBudget('300M');
		await keys.filterBy('framework:torchvision');
	});

	tables();
	views();
});

function tables(): void {
	it('is a table as CSV, TSV, Markdown and JSON, as it is filtered and sorted', async () => {
		const csv = await exported('CSV', 'rows.csv');
		const lines = csv.trimEnd().split(/\r?\n/);
		assert.match(lines[0] ?? '', /top/i);
		const tsv = await exported('TSV', 'rows.tsv');
		assert.equal(tsv.trimEnd().split(/\r?\n/).length, lines.length);
		assert.match(await exported('Markdown', 'rows.md'), /^\| Model .*\n\| :?-/);
		const rows: unknown = JSON.parse(await exported('JSON', 'rows.json'));
		assert.equal(Array.isArray(rows) && rows.length, lines.length - 1);
	});

	it('is the plot as SVG, and the decision as a record', async () => {
		assert.match(
			await exported('SVG', 'plot.svg'),
			/^<svg [^]*<title id="title">Top-1 accuracy against MACs<\/title>/,
		);
		const record = await exported('Decision Record', 'decision.md');
		assert.match(record, /^# Model within ≤ 300 M MACs/);
		assert.match(record, /model-scout pick --budget/);
	});
}

function views(): void {
	it('is a view that is saved, shared, and opened again as it was', async () => {
		const { page } = editor;
		keys = await ComparisonKeys.open(page);
		await keys.toHeader('params');
		await keys.press('Enter');
		await keys.locator('.header .params[aria-sort=ascending]').waitFor();
		await page.waitForTimeout(500); // the state is stored when nothing has changed for a moment
		await runCommand(page, 'Model Scout: Save View…');
		const view: unknown = JSON.parse(await saved('mobile.scout-view.json'));
		assert.ok(typeof view === 'object' && view && 'budget' in view && view.budget === '300M');
		keys = await ComparisonKeys.open(page);
		await keys.filterBy('');
		await keys.setBudget('');
		await keys.toHeader('top1');
		await keys.press('Enter');
		await runCommand(page, 'Model Scout: Open View…');
		await answerFileDialog(join(editor.folder, 'mobile.scout-view.json'));
		await keys.locator('.header .params[aria-sort=ascending]').waitFor();
		await keys.comesTrue(async () => {
			assert.deepEqual([await keys.filterText(), await keys.budgetText()], ['framework:torchvision', '300M']);
		});
	});
}
