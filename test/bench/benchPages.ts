import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { startPageServer, type PageServer } from '../page/pageServer.ts';
import { launchChromium } from '../support/editor/chromium.ts';

export type BenchPageName = 'ourPage' | 'agGrid' | 'tabulator' | 'uPlot' | 'chartJs';

/** A page of the benchmark, with nothing in it yet. */
export interface BenchPage {
	readonly page: Page;
	/** MB that scripts hold after a collection of garbage, with the buffers of typed arrays. */
	readonly memory: () => Promise<number>;
	readonly close: () => Promise<void>;
}

/** Opens the pages of `test/page/bench` in one browser: ours under its own policy, each peer in an empty page. */
export class BenchPages {
	private constructor(
		private readonly browser: Browser,
		private readonly server: PageServer,
		private readonly scripts: ReadonlyMap<BenchPageName, string>,
	) {}

	static async start(names: readonly BenchPageName[]): Promise<BenchPages> {
		const scripts = new Map(await Promise.all(names.map(async name => [name, await bundle(name)] as const)));
		const [browser, server] = await Promise.all([launchChromium(), startPageServer()]);
		return new BenchPages(browser, server, scripts);
	}

	/** @param density pixels of the screen per px. */
	async open(name: BenchPageName, density = 1): Promise<BenchPage> {
		const viewport = { width: 1200, height: 800 };
		const context = await this.browser.newContext({ viewport, deviceScaleFactor: density });
		const page = await context.newPage();
		const script = this.scripts.get(name) ?? '';
		if (name === 'ourPage') {
			await page.addInitScript({ content: script });
			await page.goto(this.server.url);
		} else {
			await page.setContent('<!DOCTYPE html><title>peer</title><body></body>');
			await page.addScriptTag({ content: script });
		}
		const session = await context.newCDPSession(page);
		return { page, memory: () => usedMegabytes(session), close: () => context.close() };
	}

	async stop(): Promise<void> {
		await this.browser.close();
		await this.server.stop();
	}
}

async function bundle(name: BenchPageName): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [`test/page/bench/${name}.ts`],
		bundle: true,
		minify: true,
		write: false,
		outdir: 'out',
		format: 'iife',
		target: 'es2022',
		define: { 'process.env.NODE_ENV': '"production"' },
	});
	return outputFiles[0]?.text ?? '';
}

async function usedMegabytes(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	const usage = await session.send('Runtime.getHeapUsage');
	return (usage.usedSize + usage.backingStorageSize) / 1e6;
}
