import type { Locator, Page } from 'playwright-core';

/** Levels of rows: task, weight class, family. */
const taskLevel = '1';
const groupLevel = '2';
const familyLevel = '3';

/** Opens the view container of Model Scout and waits for its first rows. */
export async function showModelScout(page: Page): Promise<void> {
	const icon = containerIcon(page, 'Model Scout');
	if ((await icon.getAttribute('aria-selected')) !== 'true') await icon.click(); // again would close it
	await treeRows(page).first().waitFor({ timeout: 30_000 });
}

/** What opens a container of views, by its title. */
export function containerIcon(page: Page, title: string): Locator {
	const label = page.locator(`a[aria-label^="${title}"]`);
	return page.locator('.activitybar .action-item').filter({ has: label }).first();
}

function treeRows(page: Page): Locator {
	return page.locator('.sidebar .monaco-list-row');
}

/** Labels of all family rows, in order. The tree draws only what is in view, so it is walked from the top with the keyboard. */
export async function familyRows(page: Page): Promise<readonly string[]> {
	const seen = new Map<number, string>();
	await page.locator('.sidebar .monaco-list').first().focus(); // a click would fold the first group
	await page.keyboard.press('Home');
	// the first Page Down goes to the last row in view, and only the next one further
	for (let idle = 0; idle < 2;) {
		const before = seen.size;
		await openGroups(page);
		for (const row of await treeRows(page).all()) {
			const [level, index, label] = await Promise.all([
				row.getAttribute('aria-level'),
				row.getAttribute('data-index'),
				row.locator('.label-name').first().textContent(),
			]);
			if (level === familyLevel) seen.set(Number(index), label ?? '');
		}
		idle = seen.size === before ? idle + 1 : 0;
		await page.keyboard.press('PageDown');
		await page.waitForTimeout(200);
	}
	return [...seen].sort(([a], [b]) => a - b).map(([, label]) => label);
}

/** Opens the tasks and groups in view that are closed. */
async function openGroups(page: Page): Promise<void> {
	const closed = [taskLevel, groupLevel].map(
		level => `.sidebar .monaco-list-row[aria-level="${level}"][aria-expanded="false"]`,
	);
	const rows = page.locator(closed.join());
	while ((await rows.count()) > 0) {
		await rows.first().locator('.monaco-tl-twistie').click();
		await page.waitForTimeout(200);
	}
}

/** Opens a family row, unless it is open. Walks down to it, since a row out of view is not drawn. */
export async function openFamily(page: Page, name: string): Promise<void> {
	const row = treeRows(page)
		.filter({ has: page.locator('.label-name', { hasText: name }) })
		.first();
	await page.locator('.sidebar .monaco-list').first().focus();
	await page.keyboard.press('Home');
	for (let pages = 0; pages < 60 && (await row.count()) === 0; pages++) {
		await openGroups(page);
		await page.keyboard.press('PageDown');
		await page.waitForTimeout(200);
	}
	if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/** The row of a model, one level below its family. */
export function modelRow(page: Page, name: string): Locator {
	return page.locator('.sidebar .monaco-list-row[aria-level="4"]').filter({ hasText: name }).first();
}
