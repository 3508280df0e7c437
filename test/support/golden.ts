import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Compares a text with the one in a file of `test/fixtures`. `UPDATE_GOLDENS=1` writes the file instead: read the diff. */
export function assertGolden(file: string, text: string): void {
	const path = `test/fixtures/${file}`;
	if (process.env['UPDATE_GOLDENS'] === '1') {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	assert.equal(text, readFileSync(path, 'utf8'), path);
}
