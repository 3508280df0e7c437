import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { ComparisonKeys } from '../../support/editor/comparisonKeys.ts';
import { EditorOfTests } from '../../support/editor/editorOfTests.ts';
import { chooseRow, quickInput, quickPickRows, runCommand } from '../../support/editor/workbench.ts';
import { blocksOf, otherBlocks } from '../../support/pictures.ts';

const editor = new EditorOfTests();
let keys: ComparisonKeys;

const folder = 'test/fixtures/themes';
/** Name of the golden file, and what the editor calls the theme. */
const themes = [
	['light', 'Light 2026'],
	['dark', 'Dark 2026'],
	['highContrast', 'Dark High Contrast'],
	['highContrastLight', 'Light High Contrast'],
] as const;

/** Share of the picture that may have another color: a count more or less, or letters drawn a little otherwise. */
const tolerance = 0.002;

/** Colors of the theme of which each is seen in the picture. */
const coloring = [
	'--vscode-editor-background',
	'--vscode-foreground',
	'--vscode-descriptionForeground',
	'--vscode-charts-blue',
	'--vscode-textLink-foreground',
	'--vscode-focusBorder',
];

async function changeTo(theme: string): Promise<void> {
	const { page } = editor;
	await page.keyboard.press('F1');
	await quickInput(page).fill('>Preferences: Color Theme');
	await chooseRow(page, 'Preferences: Color Theme'); // not the first of them
	await quickPickRows(page).filter({ hasText: '2026' }).first().waitFor();
	await quickInput(page).fill(theme);
	await chooseRow(page, theme);
	await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
	await setVariable('--vscode-font-family', '"DejaVu Sans"'); // the one that is installed with Chromium
}

/** As the editor hands a color of the theme to the page. */
async function setVariable(name: string, value: string): Promise<void> {
	await keys.frame.evaluate(
		`document.documentElement.style.setProperty(${JSON.stringify(name)}, ${JSON.stringify(value)})`,
	);
	await editor.page.waitForTimeout(500); // the plot is drawn anew
}

async function picture(): Promise<PNG> {
	await editor.page.mouse.move(0, 0);
	const shot = await keys.locator('#comparison').screenshot({ animations: 'disabled', caret: 'hide' });
	return blocksOf(shot);
}

function golden(name: string): PNG {
	return PNG.sync.read(readFileSync(join(folder, `${name}.png`)));
}

describe('the comparison in the themes of the editor', () => {
	editor.use({ size: { width: 1500, height: 900 } });

	before(async () => {
		await runCommand(editor.page, 'View: Toggle Primary Side Bar Visibility');
		keys = await ComparisonKeys.open(editor.page);
		await keys.setBudget('3G');
		await keys.filterBy('framework:keras');
		await keys.toFirstRow();
		await keys.press('Space', 'ArrowDown', 'b', 'ArrowRight');
	});

	for (const [name, theme] of themes) {
		it(`looks in ${theme} as in its picture`, async () => {
			await changeTo(theme);
			const drawn = await picture();
			if (process.env['UPDATE_GOLDENS'] === '1') {
				mkdirSync(folder, { recursive: true });
				writeFileSync(join(folder, `${name}.png`), PNG.sync.write(drawn));
			}
			const share = otherBlocks(drawn, golden(name));
			assert.ok(share <= tolerance, `${(100 * share).toFixed(2)} % of it has another color`);
		});
	}

	for (const variable of coloring) {
		it(`looks otherwise where ${variable} is another color`, async () => {
			const [name] = themes.at(-1) ?? ['light'];
			const before = await keys.frame.evaluate(
				`getComputedStyle(document.documentElement).getPropertyValue('${variable}')`,
			);
			await setVariable(variable, '#c08000');
			const share = otherBlocks(await picture(), golden(name));
			await setVariable(variable, String(before));
			assert.ok(share > tolerance, `only ${(100 * share).toFixed(2)} % of it has another color`);
		});
	}
});
