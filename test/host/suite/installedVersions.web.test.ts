import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { InstalledVersions } from '../../../src/host/language/installedVersions.ts';
import { workspaceFile } from './openText.ts';

async function write(name: string, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
}

function metadata(name: string, version: string): string {
	return `Metadata-Version: 2.4\nName: ${name}\nVersion: ${version}\n\nVersion: 9.9.9\n`;
}

describe('the versions of packages in the environment of a workspace', () => {
	afterEach(async () => {
		for (const name of ['venv', '.venv'])
			await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true }).then(undefined, () => undefined);
	});

	it('are those that their metadata say, on every system', async () => {
		await write('venv/pyvenv.cfg', '');
		await write('venv/lib/python3.12/site-packages/timm-1.0.29.dist-info/METADATA', metadata('timm', '1.0.29'));
		await write('venv/Lib/site-packages/torchvision-0.28.0.dist-info/METADATA', metadata('torchvision', '0.28.0'));
		const versions = await new InstalledVersions().of(workspaceFile('train.py'));
		assert.deepEqual(versions, { timm: '1.0.29', torchvision: '0.28.0' });
	});

	it('are unknown where a folder only looks like an environment, or a package is half installed', async () => {
		await write('.venv/lib/python3.12/site-packages/timm-1.0.29.dist-info/METADATA', metadata('timm', '1.0.29'));
		await write('venv/pyvenv.cfg', '');
		await write('venv/lib/python3.12/site-packages/timm-1.0.29.dist-info/RECORD', '');
		assert.deepEqual(await new InstalledVersions().of(workspaceFile('train.py')), {});
	});

	it('are unknown of a file outside the workspace', async () => {
		assert.deepEqual(await new InstalledVersions().of(vscode.Uri.parse('untitled:train.py')), {});
	});
});
