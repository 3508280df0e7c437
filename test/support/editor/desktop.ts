import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';

/** The desktop VS Code named by VSCODE_EXECUTABLE_PATH, else one that is downloaded. */
async function findDesktop(): Promise<string> {
	const named = process.env['VSCODE_EXECUTABLE_PATH'];
	return named ?? (await downloadAndUnzipVSCode({ version: 'stable', cachePath: resolve('.cache', 'desktop') }));
}

/** Arguments that keep a window apart from the one that a person has open, and from their settings. */
function apart(profile: string): string[] {
	const folders = [`--user-data-dir=${join(profile, 'user')}`, `--extensions-dir=${join(profile, 'extensions')}`];
	const flags = ['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'];
	return [...folders, ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}

async function withProfile<T>(use: (profile: string) => Promise<T>): Promise<T> {
	const profile = mkdtempSync(join(tmpdir(), 'model-scout-'));
	try {
		return await use(profile);
	} finally {
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Opens a folder in a desktop VS Code with the extension, and resolves when its window is closed. */
export async function startDesktop(folder: string): Promise<void> {
	const executable = await findDesktop();
	await withProfile(async profile => {
		const args = [folder, `--extensionDevelopmentPath=${resolve('.')}`, '--wait', ...apart(profile)];
		const child = spawn(executable, args, { stdio: 'inherit' });
		process.stdout.write('Model Scout runs in a window of its own. Close it to end.\n');
		const code = await new Promise<number | null>((closed, failed) => {
			child.once('error', failed);
			child.once('exit', closed);
		});
		if (code !== 0) throw new Error(`VS Code ended with code ${String(code)}`);
	});
}

/** Runs a compiled test module in a desktop VS Code, and returns its exit code. */
export async function runDesktopTests(folder: string, tests: string): Promise<number> {
	const vscodeExecutablePath = await findDesktop();
	return withProfile(profile =>
		runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: resolve('.'),
			extensionTestsPath: resolve(tests),
			launchArgs: [folder, '--disable-extensions', ...apart(profile)],
		}),
	);
}
