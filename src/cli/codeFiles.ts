import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from './options.ts';
import { UsageError } from './usageError.ts';

const isCode = /\.(?:py|ipynb|ya?ml|json)$/i;
/** Folders of others: packages, environments, what version control keeps. */
const isForeign = /^(?:\..+|node_modules|__pycache__|venv|site-packages)$/;
/** A larger file was written by a program. */
const maxBytes = 5_000_000;

/**
 * The file, or the files of code below a folder, sorted.
 * @throws {UsageError} if there is no such file or folder, or the file is of another kind.
 */
export function codeFilesUnder(path: string): readonly string[] {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) throw new UsageError(`cannot check ${quoted(path)}: there is no such file or folder`);
	if (found.isDirectory()) return filesIn(path);
	if (!isCode.test(path))
		throw new UsageError(`cannot check ${quoted(path)}; expected .py, .ipynb, .yaml, .yml or .json`);
	return [path];
}

function filesIn(folder: string): readonly string[] {
	const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	return entries.flatMap(entry => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return isForeign.test(entry.name) ? [] : filesIn(path);
		return entry.isFile() && isCode.test(entry.name) && statSync(path).size <= maxBytes ? [path] : [];
	});
}
