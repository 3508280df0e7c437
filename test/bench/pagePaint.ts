import type { Browser } from 'playwright-core';
import { comparisonSnapshot } from '../../src/comparison/snapshot.ts';
import { startPageServer } from '../page/pageServer.ts';
import { launchChromium } from '../support/editor/chromium.ts';
import { shippedData } from '../support/shippedData.ts';
import { alternate, type BenchResult } from './benchResult.ts';

/** The comparison page with the whole catalog, from its first script to rows on the screen, against a page of one word. */
export async function benchPagePaint(): Promise<readonly BenchResult[]> {
	const [browser, server] = await Promise.all([launchChromium(), startPageServer()]);
	try {
		const message = encode({ type: 'show', snapshot: comparisonSnapshot(shippedData(), {}), afterChange: 0 });
		const ours = (): Promise<number> => paintTime(browser, server.url, setupScript(message));
		const theirs = (): Promise<number> => paintTime(browser, 'about:blank', emptyScript);
		const times = await alternate(9, ours, theirs);
		return [{ what: 'page to usable rows', ...times, peer: 'page of one word', gate: { kind: 'over', max: 100 } }];
	} finally {
		await browser.close();
		await server.stop();
	}
}

async function paintTime(browser: Browser, url: string, script: string): Promise<number> {
	const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
	try {
		const page = await context.newPage();
		await page.addInitScript({ content: script });
		await page.goto(url);
		const ms: unknown = await page
			.waitForFunction((): unknown => Reflect.get(globalThis, 'paintedAfter')) // a text would be refused by the policy
			.then(handle => handle.jsonValue());
		if (typeof ms !== 'number') throw new Error('the page reported no time');
		return ms;
	} finally {
		await context.close();
	}
}

/** Sets `paintedAfter` in the task after the frame in which `isDrawn` first holds. */
const paintWatch = `
	const start = performance.now();
	const painted = () => requestAnimationFrame(() => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => { window.paintedAfter = performance.now() - start; };
		port2.postMessage(undefined);
	});
	const watch = () => (isDrawn() ? painted() : requestAnimationFrame(watch));
	watch();
`;

const emptyScript = `
	document.addEventListener('DOMContentLoaded', () => document.body.append('Ready'));
	const isDrawn = () => document.body?.textContent === 'Ready';
	${paintWatch}
`;

/** Stands in for the editor: answers \`ready\` with the message at once. */
function setupScript(message: string): string {
	return `
		const revive = (key, value) => {
			if (value === null || typeof value !== 'object' || typeof value.bytes !== 'string') return value;
			const bytes = Uint8Array.from(atob(value.bytes), letter => letter.charCodeAt(0));
			return new globalThis[value.type](bytes.buffer);
		};
		const show = JSON.parse(${JSON.stringify(message)}, revive);
		window.pageSetup = { variables: {}, bodyClasses: ['vscode-dark'] };
		window.pagePosts = message => {
			if (message.type === 'ready') window.postMessage(show, window.origin);
		};
		const isDrawn = () => {
			const page = document.querySelector('model-comparison');
			return (page?.shadowRoot ?? document).querySelectorAll('[role=row] [role=gridcell]').length > 0;
		};
		${paintWatch}
	`;
}

/** JSON of a message with each typed array as its bytes, since JSON has no NaN. */
function encode(message: object): string {
	return JSON.stringify(message, (_, value: unknown) => {
		if (!ArrayBuffer.isView(value)) return value;
		const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
		return { type: Object.prototype.toString.call(value).slice(8, -1), bytes };
	});
}
