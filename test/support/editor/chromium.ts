import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { installPackedChromium } from './packedChromium.ts';

const installedPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
];

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

/** A browser without a window: the installed Chromium or Chrome, else one that is installed now. */
export async function launchChromium(): Promise<Browser> {
	if (process.platform === 'linux') return chromium.launch(linuxChromium());
	const executablePath = process.env['CHROMIUM_PATH'];
	if (executablePath !== undefined) return chromium.launch({ executablePath, args: flags });
	return chromium.launch({ channel: 'chrome', args: flags }).catch((error: unknown) => {
		if (process.platform === 'win32') return chromium.launch({ channel: 'msedge', args: flags });
		throw error;
	});
}

function linuxChromium(): LaunchOptions {
	const installed = findChromium() ?? installWithApt();
	if (installed !== undefined) return { executablePath: installed, args: flags };
	const { executablePath, env } = installPackedChromium();
	return { executablePath, env, args: [...flags, '--no-zygote'] };
}

function findChromium(): string | undefined {
	return [process.env['CHROMIUM_PATH'], ...installedPaths].find(path => path !== undefined && existsSync(path));
}

/** Debian's package, where the machine has `apt-get` and lets us use it. */
function installWithApt(): string | undefined {
	if (!existsSync('/usr/bin/apt-get')) return undefined;
	process.stdout.write('Installing chromium …\n');
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const steps = [
		['apt-get', 'update', '-qq'],
		['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
	];
	for (const step of steps) {
		const [command = '', ...args] = [...asRoot, ...step];
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const { status, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
		if (status !== 0) {
			process.stdout.write(`${command} ${args.join(' ')} failed:\n${stderr}`);
			return undefined;
		}
	}
	return findChromium();
}
