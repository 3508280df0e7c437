import assert from 'node:assert/strict';
import {
	openFile,
	openWorkbench,
	quickPickRows,
	runCommand,
	savedText,
	webviewFrame,
} from '../../support/editor/workbench.ts';
import { copySampleWorkspace } from '../../support/sampleWorkspace.ts';

it('leads from the focused table to the inserted snippet of the best model under a budget in five keystrokes', async () => {
	const sample = copySampleWorkspace();
	const workbench = await openWorkbench({ folder: sample.folder });
	const { page } = workbench;
	try {
		await openFile(page, 'train.py');
		await page.keyboard.press('Control+End');
		await runCommand(page, 'View: New Editor Group to the Right');
		await runCommand(page, 'Model Scout: Compare Models');
		const frame = await webviewFrame(page);
		await frame.locator('[role="gridcell"]').first().click();
		let strokes = 0;
		const press = async (key: string): Promise<void> => {
			strokes += 1;
			await page.keyboard.press(key);
		};

		await press('/');
		await frame.locator('vscode-textfield.filter:focus-within').waitFor();
		await press('Tab');
		await frame.locator('vscode-textfield.budget:focus-within').waitFor();
		await page.keyboard.type('300M');
		await press('Enter');
		await frame.locator('[role="row"]:has(.mark:text("pick")) .name:focus').waitFor();
		await press('Control+Enter');
		await quickPickRows(page).filter({ hasText: 'Load with timm' }).and(page.locator('.focused')).waitFor();
		await press('Enter');

		await page
			.locator('.view-line')
			.filter({ hasText: 'timm.create_model("mobilenetv3_large_100' })
			.first()
			.waitFor();
		assert.ok(strokes <= 6, `${String(strokes)} keystrokes`);
		await page.locator('.tab.active[data-resource-name="train.py"]').waitFor();
		assert.match(
			await savedText(page, sample.folder, 'train.py'),
			/timm\.create_model\("mobilenetv3_large_100[.\w]*", pretrained=True\)/,
		);
	} finally {
		await workbench.close();
		sample.remove();
	}
});
