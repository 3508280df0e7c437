import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { costsAtInput } from '../../src/comparison/costsAtInput.ts';
import { packHostMessage } from '../../src/comparison/packHostMessage.ts';
import type { PageMessage } from '../../src/comparison/pageMessage.ts';
import { pageMessageSchema } from '../../src/comparison/pageMessage.schema.ts';
import { comparisonSnapshot, type SnapshotOptions } from '../../src/comparison/snapshot.ts';
import { launchChromium } from '../support/editor/chromium.ts';
import { startPageServer, type PageServer } from './pageServer.ts';

export const themeNames = ['light', 'dark', 'highContrast', 'highContrastLight'] as const;
export type ThemeName = (typeof themeNames)[number];

interface Theme {
	readonly variables: Readonly<Record<string, string>>;
	readonly bodyClasses: readonly string[];
}

const themes = JSON.parse(readFileSync('test/fixtures/themes.json', 'utf8')) as Readonly<Record<ThemeName, Theme>>;

export interface OpenOptions {
	readonly catalog: Catalog;
	readonly snapshot?: SnapshotOptions;
	readonly theme?: ThemeName;
	readonly size?: { readonly width: number; readonly height: number };
	/** Answers nothing to `ready`. */
	readonly silent?: boolean;
	readonly forcedColors?: 'active';
}

/** A page that talks to a host made of the real core: budgets, devices and selections are answered as the editor does. */
export interface ComparisonPage {
	readonly page: Page;
	/** Everything the page has posted, parsed as the host parses it. */
	readonly posted: readonly PageMessage[];
	/** What the page posted that the host would not accept. */
	readonly rejected: readonly unknown[];
	/** Addresses that were asked for. */
	readonly requests: readonly string[];
	/** Errors thrown in the page. */
	readonly errors: readonly string[];
	readonly grid: Locator;
	show(options?: SnapshotOptions): Promise<void>;
	post(message: unknown): Promise<void>;
	violations(): Promise<readonly string[]>;
	/** Texts of a column of the rows drawn, from the top. */
	cells(column: string): Promise<string[]>;
	/** Loads the page again, as the editor does with what it stored, and waits until all of it is drawn. */
	reload(): Promise<void>;
	/** Resolves with the first message of a type, posted already or later. */
	message<T extends PageMessage['type']>(type: T): Promise<Extract<PageMessage, { type: T }>>;
	close(): Promise<void>;
}

/**
 * Asserts that a text of the page comes to match `pattern`: what stands beside the part that a person works in is drawn in
 * the frames after it.
 */
export async function comesToMatch(read: () => Promise<string>, pattern: RegExp): Promise<void> {
	for (let waited = 0; waited < 5000 && !pattern.test(await read()); waited += 20) await setTimeout(20);
	assert.match(await read(), pattern);
}

/** A browser and a server for the tests of a file. */
export class PageStage {
	private browser: Browser | undefined;
	private server: PageServer | undefined;
	private readonly opened: ComparisonPage[] = [];

	/**
	 * Called inside a `describe`: opens the browser for its tests. After each of them its pages are closed, and none may
	 * have thrown, broken its policy, or posted what the host would refuse.
	 */
	use(): void {
		before(async () => {
			[this.browser, this.server] = await Promise.all([launchChromium(), startPageServer()]);
		});
		after(async () => {
			await this.browser?.close();
			await this.server?.stop();
		});
		afterEach(async () => {
			for (const page of this.opened.splice(0)) {
				assert.deepEqual([await page.violations(), page.errors, page.rejected], [[], [], []]);
				await page.close();
			}
		});
	}

	async open(options: OpenOptions): Promise<ComparisonPage> {
		const { browser, server } = this;
		if (!browser || !server) throw new Error('the stage is not started');
		const context = await browser.newContext({
			viewport: options.size ?? { width: 1200, height: 800 },
			forcedColors: options.forcedColors ?? 'none',
			reducedMotion: 'reduce',
		});
		const page = await context.newPage();
		const opened = new PageInBrowser(page, options);
		this.opened.push(opened);
		await opened.connect();
		await page.goto(server.url);
		if (options.silent !== true) await opened.isDrawn();
		return opened;
	}
}

class PageInBrowser implements ComparisonPage {
	readonly posted: PageMessage[] = [];
	readonly rejected: unknown[] = [];
	readonly requests: string[] = [];
	readonly errors: string[] = [];
	readonly grid: Locator;
	private options: SnapshotOptions;
	private catalog: Catalog;
	/** Number of the last change of the selection that the page told of. */
	private pageChange = 0;

	constructor(
		readonly page: Page,
		private readonly setup: OpenOptions,
	) {
		this.options = setup.snapshot ?? {};
		this.catalog = setup.catalog;
		this.grid = page.locator('[role=grid]');
	}

	async connect(): Promise<void> {
		const { page, setup } = this;
		page.on('request', request => this.requests.push(request.url()));
		page.on('pageerror', error => this.errors.push(String(error)));
		await page.exposeFunction('pagePosts', (raw: unknown) => this.receive(raw));
		await page.addInitScript(
			theme => {
				Object.assign(window, { pageSetup: theme });
			},
			themes[setup.theme ?? 'dark'],
		);
	}

	async show(options: SnapshotOptions = {}): Promise<void> {
		this.options = { ...this.options, ...options };
		const snapshot = comparisonSnapshot(this.catalog, this.options);
		await this.post(packHostMessage({ type: 'show', snapshot, afterChange: this.pageChange }));
	}

	async post(message: unknown): Promise<void> {
		await this.page.evaluate(data => {
			window.postMessage(data, window.origin);
		}, message);
	}

	async violations(): Promise<readonly string[]> {
		return this.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
	}

	async cells(column: string): Promise<string[]> {
		return this.grid.locator(`[role=gridcell].${column}`).allInnerTexts();
	}

	async message<T extends PageMessage['type']>(type: T): Promise<Extract<PageMessage, { type: T }>> {
		for (let waited = 0; waited < 5000; waited += 20) {
			const found = this.posted.find(message => message.type === type);
			if (found) return found as Extract<PageMessage, { type: T }>;
			await this.page.waitForTimeout(20);
		}
		throw new Error(`the page posted no ${type}: ${JSON.stringify(this.posted)}`);
	}

	async reload(): Promise<void> {
		await this.page.waitForTimeout(250); // the state is stored when nothing has changed for a moment
		await this.page.reload();
		await this.isDrawn();
	}

	/** Resolves when nothing waits to be drawn since the page was loaded. */
	async isDrawn(): Promise<void> {
		await this.page.locator('main:not([aria-busy])').waitFor();
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}

	private async countAt(side: number): Promise<void> {
		this.catalog = side === 0 ? this.setup.catalog : costsAtInput(this.setup.catalog, [side, side]);
		await this.show();
	}

	private async receive(raw: unknown): Promise<void> {
		const parsed = pageMessageSchema.safeParse(raw);
		if (!parsed.success) {
			this.rejected.push(raw);
			return;
		}
		const message = parsed.data;
		this.posted.push(message);
		if (this.setup.silent === true) return;
		if (message.type === 'listens') {
			this.pageChange = 0;
			await this.show();
		}
		if (message.type === 'setBudget') await this.show({ budget: message.text });
		if (message.type === 'setCostInput') await this.countAt(message.side);
		if (message.type === 'setLatencyDevice') await this.show({ latencyDevice: message.device });
		if (message.type === 'selectionChanged') {
			const { candidateIds, change } = message;
			this.options = { ...this.options, selection: candidateIds };
			this.pageChange = change;
			await this.post({ type: 'select', candidateIds, afterChange: change });
		}
	}
}
