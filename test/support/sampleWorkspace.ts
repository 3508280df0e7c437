import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Copies the sample workspace to a folder that may be edited, and returns its path with what removes it. */
export function copySampleWorkspace(): { readonly folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'model-scout-sample-'));
	cpSync(resolve('test/fixtures/sample-workspace'), folder, { recursive: true });
	return {
		folder,
		remove: () => {
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
