import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { open } from '@vscode/test-web';
import { launchChromium } from './chromium.ts';
import { installWebBuild } from './install.ts';

export interface WebRun {
	/** What the extension host printed, line by line. */
	readonly log: readonly string[];
	readonly exitCode: number;
}

/** Runs a compiled test module in the extension host of VS Code for the browser, a web worker without Node. */
export async function runInWebHost(folder: string, tests: string, timeoutMs = 180_000): Promise<WebRun> {
	const port = 3100 + (process.pid % 800);
	const server = await open({
		browserType: 'none',
		quality: 'stable',
		commit: buildId,
		testRunnerDataDir: placeWebBuild(),
		extensionDevelopmentPath: resolve('.'),
		extensionTestsPath: resolve(tests),
		folderPath: folder,
		host: '127.0.0.1',
		port,
		hideServerLog: true,
	});
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		const log: string[] = [];
		await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
			log.push(args.map(String).join(' '));
		});
		const exitCode = new Promise<number>((exited, failed) => {
			page.exposeFunction('codeAutomationExit', exited).catch(failed);
			setTimeout(() => {
				exited(-1);
			}, timeoutMs).unref();
		});
		await page.goto(`http://127.0.0.1:${String(port)}/`);
		return { log, exitCode: await exitCode };
	} finally {
		await browser.close();
		server.dispose();
	}
}

const buildId = 'model-scout';

/** Puts the build where the runner looks before it downloads one. */
function placeWebBuild(): string {
	const data = resolve('.cache', 'web-runner');
	const place = join(data, `vscode-web-stable-${buildId}`);
	if (!existsSync(join(place, 'version'))) {
		mkdirSync(data, { recursive: true });
		cpSync(installWebBuild(), place, { recursive: true });
		writeFileSync(join(place, 'version'), buildId);
	}
	return data;
}
