import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import { runCommand } from './workbench.ts';

/** The comparison page in a real editor, worked with by keys alone. */
export class ComparisonKeys {
	private constructor(
		readonly page: Page,
		readonly frame: Frame,
	) {}

	/** Opens the page by its command and puts the keyboard on the table. */
	static async open(page: Page): Promise<ComparisonKeys> {
		await runCommand(page, 'Model Scout: Compare Models');
		const keys = await ComparisonKeys.attach(page);
		await page.waitForTimeout(500); // a command that ends just now may take the keyboard back once more
		await keys.toTable();
		return keys;
	}

	/** The page that is shown already, with the keyboard on the table. */
	static async attach(page: Page, timeoutMs = 30_000): Promise<ComparisonKeys> {
		const keys = new ComparisonKeys(page, await comparisonFrame(page, timeoutMs));
		await keys.toTable();
		return keys;
	}

	locator(selector: string): Locator {
		return this.frame.locator(selector);
	}

	async press(...strokes: readonly string[]): Promise<void> {
		for (const stroke of strokes) await this.page.keyboard.press(stroke);
	}

	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	/** Esc leads to the table from everywhere in the page. */
	async toTable(): Promise<void> {
		const table = this.locator('[role=grid]:focus-within, [role=treegrid]:focus-within');
		await this.reach(table, async () => {
			if (await this.getsKeyboard()) await this.press('Escape');
			else await runCommand(this.page, 'Model Scout: Compare Models');
		});
	}

	/** From the table to its first row, and to the cell of a column in it. */
	async toFirstRow(column = 'name'): Promise<void> {
		await this.toTable();
		await this.press('Control+ArrowUp', 'Control+ArrowLeft');
		await this.toColumn('gridcell', column);
	}

	async toHeader(column: string): Promise<void> {
		await this.toFirstRow();
		await this.press('ArrowUp');
		await this.toColumn('columnheader', column);
	}

	/** Goes with Tab, or back with Shift+Tab, until the keyboard is in what `selector` names. */
	async tabTo(selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
		const target = this.locator(`${selector}:focus, ${selector}:focus-within`);
		await this.reach(target, () => this.press(key), 30);
	}

	/** Chooses from a list of the toolbar. */
	async choose(list: string, text: string): Promise<void> {
		await this.toFilter();
		await this.tabTo(list);
		await this.press('ArrowDown');
		await this.reach(this.locator(`${list} #op-0.active`), () => this.press('ArrowUp'), 30);
		const active = this.locator(`${list} li.active`).filter({ hasText: text });
		await this.reach(active, () => this.press('ArrowDown'), 30);
		await this.press('Enter');
		await this.toTable();
	}

	/** From anywhere in the page to the filter, with what stands in it marked. */
	async toFilter(): Promise<void> {
		await this.toTable();
		await this.reach(this.locator('vscode-textfield.filter:focus-within'), () => this.press('/'));
		await this.markAll();
	}

	/** Replaces the text of the filter, and goes back to the table. */
	async filterBy(text: string): Promise<void> {
		await this.toFilter();
		await this.write(text);
		await this.toTable();
	}

	/** Replaces the budget, and goes where Enter leads to. */
	async setBudget(text: string): Promise<void> {
		await this.toFilter();
		await this.press('Tab');
		await this.locator('vscode-textfield.budget:focus-within').waitFor();
		await this.markAll();
		await this.write(text);
		await this.press('Enter');
		if (text === '') await this.locator('button.verdict').first().waitFor({ state: 'detached' });
		else await this.locator('button.verdict').first().waitFor();
		await this.toTable();
	}

	/** Takes the item of an open menu that begins with `label`. */
	async takeMenuItem(label: string): Promise<void> {
		const item = this.locator('.popup .item:focus').filter({ hasText: label });
		await this.reach(item, () => this.press('ArrowDown'), 20);
		await this.press('Enter');
	}

	/** Texts of a column of the rows that are drawn, from the top. */
	cells(column: string): Promise<string[]> {
		return this.locator(`[role=gridcell].${column}`).allInnerTexts();
	}

	filterText(): Promise<string> {
		return this.locator('vscode-textfield.filter input').inputValue();
	}

	budgetText(): Promise<string> {
		return this.locator('vscode-textfield.budget input').inputValue();
	}

	/** Asserts that a text of the page comes to match. */
	async comesToSay(selector: string, pattern: RegExp): Promise<void> {
		await this.comesTrue(async () => {
			assert.match((await this.locator(selector).first().textContent({ timeout: 1000 })) ?? '', pattern);
		});
	}

	/** Repeats an assertion until it holds: not all of the page is drawn in the frame after a key. */
	async comesTrue(check: () => Promise<void>): Promise<void> {
		for (const until = Date.now() + 10_000; Date.now() < until;) {
			const failed = await check().then(
				() => false,
				() => true,
			);
			if (!failed) return;
			await this.page.waitForTimeout(50);
		}
		await check();
	}

	/** In the field that has the keyboard. The editor answers to Ctrl+A, and later than the keys that follow it. */
	async markAll(): Promise<void> {
		await this.press('Home', 'Shift+End');
	}

	private async write(text: string): Promise<void> {
		if (text === '') await this.press('Delete');
		else await this.type(text);
	}

	private async toColumn(role: 'gridcell' | 'columnheader', column: string): Promise<void> {
		const cell = this.locator(`[role=${role}].${column}:focus`);
		await this.reach(cell, () => this.press('ArrowRight'), 30);
	}

	/** Takes steps until `target` is there. Each is done when its key is: the keyboard is moved at once. */
	private async reach(target: Locator, step: () => Promise<void>, most = 20): Promise<void> {
		for (let taken = 0; taken < most; taken++) {
			if ((await target.count()) > 0) return;
			await step();
		}
		await target.first().waitFor({ timeout: 5000 });
	}

	/** Whether the page has the keyboard, or is given it by a command that ends just now. */
	private async getsKeyboard(): Promise<boolean> {
		for (let waited = 0; waited < 2000; waited += 50) {
			if ((await this.frame.evaluate('document.hasFocus()')) === true) return true;
			await this.page.waitForTimeout(50);
		}
		return false;
	}
}

/** The frame of the comparison among those of all pages that are open, once nothing waits to be drawn in it. */
async function comparisonFrame(page: Page, timeoutMs: number): Promise<Frame> {
	for (const until = Date.now() + timeoutMs; Date.now() < until;) {
		for (const frame of page.frames().filter(each => each.url().includes('fake.html?id='))) {
			const drawn = frame.locator('main#comparison:not([aria-busy]) [role=row]').first();
			// a frame that is replaced meanwhile is no failure
			if (await drawn.isVisible().catch(() => false)) return frame;
		}
		await page.waitForTimeout(100);
	}
	throw new Error(`no comparison after ${String(timeoutMs)} ms`);
}
