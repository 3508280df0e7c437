import { resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';

/** The desktop VS Code named by VSCODE_EXECUTABLE_PATH, else one that is downloaded. */
async function findDesktop(): Promise<string> {
	return process.env['VSCODE_EXECUTABLE_PATH'] ?? (await downloadAndUnzipVSCode('stable'));
}

/** Opens a folder in a desktop VS Code with the extension, and resolves when its window is closed. */
export async function startDesktop(folder: string): Promise<void> {
	const executable = await findDesktop();
	const child = spawn(executable, [folder, `--extensionDevelopmentPath=${resolve('.')}`, '--wait'], {
		stdio: 'inherit',
	});
	process.stdout.write('Model Scout runs in a window of its own. Close it to end.\n');
	await new Promise<void>((closed, failed) => {
		child.once('error', failed);
		child.once('exit', () => {
			closed();
		});
	});
}

/** Runs a compiled test module in a desktop VS Code, and returns its exit code. */
export async function runDesktopTests(folder: string, tests: string): Promise<number> {
	return runTests({
		vscodeExecutablePath: await findDesktop(),
		extensionDevelopmentPath: resolve('.'),
		extensionTestsPath: resolve(tests),
		launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
	});
}
