import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledServer } from './install.ts';

export interface ServerOptions {
	readonly server: InstalledServer;
	/** Without it every workspace is trusted; with it VS Code asks, or starts restricted. */
	readonly workspaceTrust?: boolean;
	/** User settings beside the defaults for quiet tests. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Port to listen on; a free one without it. */
	readonly port?: number;
	/** `.vsix` files to install before the start. */
	readonly vsix?: readonly string[];
	/** Opens the door for the drivers of tests: development extensions and test modules. */
	readonly testing?: boolean;
}

export interface RunningServer {
	readonly port: number;
	/** Address of the editor with a folder open. `payload` is a list of `[key, value]` for VS Code. */
	url(folder: string, payload?: readonly (readonly [string, string])[]): string;
	stop(): Promise<void>;
}

const quietSettings = {
	'security.workspace.trust.startupPrompt': 'never',
	'security.workspace.trust.banner': 'never',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'extensions.ignoreRecommendations': true,
	'extensions.autoCheckUpdates': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'chat.disableAIFeatures': true,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'git.enabled': false,
	'files.autoSave': 'off',
};

/** Starts a VS Code server on loopback with a data folder of its own, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { server, settings = {} } = options;
	const data = mkdtempSync(join(tmpdir(), 'model-scout-editor-'));
	mkdirSync(join(data, 'data', 'User'), { recursive: true });
	writeFileSync(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
	for (const vsix of options.vsix ?? []) installVsix(server, data, vsix);
	const port = options.port ?? (await freePort());
	const args = ['out/server-main.js', '--accept-server-license-terms', '--host', '127.0.0.1', '--port', String(port)];
	args.push('--without-connection-token', '--server-data-dir', data, '--telemetry-level', 'off');
	if (options.workspaceTrust !== true) args.push('--disable-workspace-trust');
	if (options.testing !== false) args.push('--enable-smoke-test-driver');
	// A process group of its own: ending the server alone would leave its extension hosts behind.
	const child = spawn(server.node, args, { cwd: server.root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	const abandon = (): void => {
		signalGroup(child, 'SIGKILL');
		rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	};
	process.once('exit', abandon);
	try {
		await waitUntilListening(child);
	} catch (error) {
		abandon();
		throw error;
	}
	return {
		port,
		url: (folder, payload = []) => {
			const query = new URLSearchParams({ folder });
			if (payload.length > 0) query.set('payload', JSON.stringify(payload));
			return `http://127.0.0.1:${String(port)}/?${query.toString()}`;
		},
		stop: async () => {
			await ended(child);
			process.off('exit', abandon);
			abandon();
		},
	};
}

function installVsix(server: InstalledServer, data: string, vsix: string): void {
	const args = ['out/server-main.js', '--accept-server-license-terms', '--server-data-dir', data];
	// What it prints is about a native module for log files, which is not built here and not needed.
	const install = [...args, '--install-extension', vsix];
	const { status, stdout, stderr } = spawnSync(server.node, install, { cwd: server.root, encoding: 'utf8' });
	if (status !== 0)
		throw new Error(`${vsix} could not be installed: exit code ${String(status)}\n${stdout}${stderr}`);
}

/** Resolves on the line that the server prints once it takes connections. */
function waitUntilListening(child: ChildProcess): Promise<void> {
	return new Promise((listening, failed) => {
		let printed = '';
		const onPrinted = (chunk: Buffer): void => {
			printed += chunk.toString();
			if (printed.includes('Extension host agent listening on')) listening();
		};
		child.stdout?.on('data', onPrinted);
		child.stderr?.on('data', onPrinted);
		child.once('exit', code => {
			failed(new Error(`the VS Code server ended with code ${String(code)}:\n${printed}`));
		});
		setTimeout(() => {
			failed(new Error(`the VS Code server was not ready after 60 s:\n${printed}`));
		}, 60_000).unref();
	});
}

/** Asks the server to end, and insists after 5 s. */
async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = new Promise(done => child.once('exit', done));
	signalGroup(child, 'SIGTERM');
	setTimeout(() => {
		signalGroup(child, 'SIGKILL');
	}, 5000).unref();
	await exit;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // all have ended
	}
}

/** A port on loopback that nothing listens on. */
export function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				if (address !== null && typeof address === 'object') found(address.port);
				else failed(new Error('no free port'));
			});
		});
	});
}
