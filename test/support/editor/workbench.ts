import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { exposeAutomation, type Automation } from './automation.ts';
import { launchChromium } from './chromium.ts';
import { installServer, newestVersion, type ServerVersion } from './install.ts';
import { startServer } from './server.ts';

export interface WorkbenchOptions {
	/** Absolute path of the folder to open. */
	readonly folder: string;
	readonly version?: ServerVersion;
	/** Starts in Restricted Mode. */
	readonly restricted?: boolean;
	/** A packaged extension to install; without it the checkout is loaded in development mode. */
	readonly vsix?: string;
	/** Packages of further extensions to install. */
	readonly besides?: readonly string[];
	/** Compiled module whose `run()` the extension host calls. */
	readonly tests?: string;
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Keeps every webview from loading, as a browser does that refuses service workers. */
	readonly blockWebviews?: boolean;
	readonly size?: { readonly width: number; readonly height: number };
}

export interface Workbench extends Automation {
	readonly page: Page;
	close(): Promise<void>;
}

/** Opens VS Code in a real Chromium with the extension, and waits for the workbench. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	const server = await startServer({
		server: installServer(options.version ?? newestVersion),
		...(options.restricted === true ? { workspaceTrust: true } : {}),
		vsix: [...(options.vsix === undefined ? [] : [resolve(options.vsix)]), ...(options.besides ?? [])],
		...(options.settings === undefined ? {} : { settings: options.settings }),
	});
	const browser = await launchChromium();
	const close = async (): Promise<void> => {
		await browser.close();
		await server.stop();
	};
	try {
		const context = await browser.newContext({
			viewport: options.size ?? { width: 1400, height: 900 },
			serviceWorkers: options.blockWebviews === true ? 'block' : 'allow',
		});
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const page = await context.newPage();
		const { log, exitCode } = await exposeAutomation(page);
		const remote = `vscode-remote://127.0.0.1:${String(server.port)}`;
		const payload: [string, string][] = [['skipWelcome', 'true']];
		if (options.vsix === undefined) payload.push(['extensionDevelopmentPath', `${remote}${resolve('.')}`]);
		if (options.tests !== undefined) payload.push(['extensionTestsPath', `${remote}${resolve(options.tests)}`]);
		await page.goto(server.url(options.folder, payload));
		await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
		return { page, log, exitCode, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Runs a command from the palette by its full title: `Model Scout: Pick Model Under Budget…`. */
export async function runCommand(page: Page, title: string): Promise<void> {
	const row = quickPickRows(page).filter({ hasText: title }).first();
	// Right after the start the palette does not know the commands of an extension yet.
	for (let attempt = 0; attempt < 20; attempt += 1) {
		try {
			await page.keyboard.press('F1');
			await quickInput(page).waitFor({ timeout: 2000 }); // a page that has the keyboard just now takes the key
			await quickInput(page).fill(`>${title}`);
			await row.waitFor({ timeout: 2000 });
			await page.keyboard.press('Enter');
			return;
		} catch {
			await page.keyboard.press('Escape');
		}
	}
	throw new Error(`the palette has no command "${title}"`);
}

/** Opens a file of the workspace and gives it the focus. */
export async function openFile(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Control+P');
	await quickInput(page).waitFor();
	await quickInput(page).fill(name);
	await quickPickRows(page).filter({ hasText: name }).first().waitFor();
	await page.keyboard.press('Enter');
	await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
	await page.locator('.editor-instance .view-lines').first().waitFor();
}

export function quickInput(page: Page): Locator {
	return page.locator('.quick-input-widget .quick-input-box input');
}

/** The rows of an open quick pick, as far as they are drawn. */
export function quickPickRows(page: Page): Locator {
	return page.locator('.quick-input-list .monaco-list-row');
}

/** Takes the first row of an open quick pick that holds a text, whatever stands before it in the list. */
export async function chooseRow(page: Page, text: string): Promise<void> {
	const row = quickPickRows(page).filter({ hasText: text }).first();
	await row.waitFor();
	for (let step = 0; step < 50; step += 1) {
		if (/(^| )focused( |$)/.test((await row.getAttribute('class')) ?? '')) break;
		await page.keyboard.press('ArrowDown');
	}
	await page.keyboard.press('Enter');
}

/** Saves the file in the active editor, and returns what is on disk then. */
export async function savedText(page: Page, folder: string, name: string): Promise<string> {
	await page.keyboard.press('Control+S');
	await page.locator(`.tab.active:not(.dirty)[data-resource-name="${name}"]`).waitFor();
	return readFileSync(join(folder, name), 'utf8');
}

/** The inner frame of the webview that is open; waits until its document is there. */
export async function webviewFrame(page: Page, timeoutMs = 20_000): Promise<Frame> {
	const until = Date.now() + timeoutMs;
	while (Date.now() < until) {
		const frame = page.frames().find(candidate => candidate.url().includes('fake.html?id='));
		if (frame) return frame;
		await page.waitForTimeout(100);
	}
	throw new Error(`no webview after ${String(timeoutMs)} ms`);
}
