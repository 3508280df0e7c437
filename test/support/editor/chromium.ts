import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

const installedPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags for a machine without a screen, a GPU or a way out to the network. */
const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export async function launchChromium(): Promise<Browser> {
	const executablePath = findChromium() ?? installChromium();
	return executablePath === undefined
		? chromium.launch({ channel: 'chrome', args: flags }) // macOS and Windows: the installed Chrome
		: chromium.launch({ executablePath, args: flags });
}

function findChromium(): string | undefined {
	return [process.env['CHROMIUM_PATH'], ...installedPaths].find(path => path !== undefined && existsSync(path));
}

/** Debian's package where the machine lets us install it. */
function installChromium(): string | undefined {
	if (process.platform !== 'linux') return undefined;
	process.stdout.write('Installing chromium …\n');
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const steps = [
		['apt-get', 'update', '-qq'],
		['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
	];
	for (const step of steps) {
		const [command = '', ...args] = [...asRoot, ...step];
		const { status } = spawnSync(command, args, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		if (status !== 0) {
			throw new Error('No Chromium found. Install it (`apt-get install chromium`) or set CHROMIUM_PATH.');
		}
	}
	return findChromium();
}
