import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { decodeShippedCatalog } from '../../../src/catalog/shippedCatalog.ts';

/** A file of `test/fixtures`, read in the extension host; undefined where there is none. */
export function readFixture(path: string): string | undefined {
	const file = fixture(path);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What a golden holds; `UPDATE_GOLDENS=1` writes `text` to it first: read the diff. */
export function readGolden(path: string, text: string): string | undefined {
	if (process.env['UPDATE_GOLDENS'] === '1') {
		mkdirSync(dirname(fixture(path)), { recursive: true });
		writeFileSync(fixture(path), text);
	}
	return readFixture(path);
}

export function fixtureNames(folder: string): readonly string[] {
	return readdirSync(fixture(folder)).sort();
}

export function shippedCatalog(): Catalog {
	return decodeShippedCatalog(readFileSync(join(extensionPath(), 'dist', 'catalog.json')));
}

function fixture(path: string): string {
	return join(extensionPath(), 'test', 'fixtures', path);
}

function extensionPath(): string {
	const extension = vscode.extensions.getExtension('model-scout.model-scout');
	if (!extension) throw new Error('Model Scout is not installed');
	return extension.extensionPath;
}
